"""Everything that can go wrong, drawn as a tree, each with a sentence and the way out.

AiToVideoError
├── TokenInvalid       1001   the token is expired, revoked or wrong
├── SessionGone        1002   the project no longer exists at the service
├── OutOfCredits       2001   nothing left to spend
├── UnsupportedFile    4001   not one of the accepted formats
├── FileTooLarge       4002   over the size limit
├── ClientIdMissing    400    the service saw no client id
├── ExportBlocked      402    the plan does not include export
├── Forbidden          403    the token lacks the right
├── RateLimited        429    too many requests
├── BadArgument               the caller's input cannot work
├── NotFound                  no such project, job or file
├── NoDraft                   there is no timeline to export yet
├── Busy                      another job holds what this one needs
├── Unreachable               no answer from the service
├── Unintelligible            an answer that cannot be read
├── RenderFailed              the render ended in failure
├── BackendFailed             the service said it failed
└── SpendLimit                the daily limit of this server is reached

`str(error)` is one plain sentence (what happened), `error.hint` another (what to do next). Neither ever holds a
token, raw JSON, or another library's words.
"""

from typing import ClassVar


class AiToVideoError(Exception):
    """Base of every foreseen failure. `retry_after`: seconds the service asks to wait, None where it did not say."""

    code: ClassVar[str] = "backend_failed"
    sentence: ClassVar[str] = "The video service failed."
    way_out: ClassVar[str] = "Try again in a minute."
    retryable: ClassVar[bool] = False
    retry_after: float | None = None

    def __init__(self, message: str = "", *, hint: str = "", job_id: str = "") -> None:
        super().__init__(message or self.sentence)
        self.hint = hint or self.way_out
        self.job_id = job_id


class TokenInvalid(AiToVideoError):
    code = "token_invalid"
    sentence = "The NemoVideo token is not valid any more."
    way_out = "Set NEMO_TOKEN to a fresh token, or remove it to use a free anonymous one."


class SessionGone(AiToVideoError):
    code = "session_gone"
    sentence = "This project no longer exists at the video service."
    way_out = "Call generate_video without project_id to start a new project."


class OutOfCredits(AiToVideoError):
    """`link` is the registration or top-up page, when one is known."""

    code = "out_of_credits"
    sentence = "There are not enough credits left for this."
    way_out = "Top up at https://nemovideo.com, then ask again."

    def __init__(self, message: str = "", *, hint: str = "", job_id: str = "", link: str = "") -> None:
        super().__init__(message, hint=hint, job_id=job_id)
        self.link = link


class UnsupportedFile(AiToVideoError):
    code = "unsupported_file"
    sentence = "This file type is not supported."
    way_out = "Use one of mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a, aac."


class FileTooLarge(AiToVideoError):
    code = "file_too_large"
    sentence = "The file is too large to upload."
    way_out = "Compress or trim it, then upload it again."


class ClientIdMissing(AiToVideoError):
    code = "client_id_missing"
    sentence = "The video service did not accept this machine's client id."
    way_out = "Set NEMO_CLIENT_ID to any UUID and try again."
    retryable = True


class ExportBlocked(AiToVideoError):
    code = "export_blocked"
    sentence = "The current plan does not include export."
    way_out = "Register at https://nemovideo.com to unlock export; the project is kept."


class Forbidden(AiToVideoError):
    code = "forbidden"
    sentence = "This token does not have the right to do that."
    way_out = "Create a token with that right under Settings, API Tokens, and set NEMO_TOKEN."


class RateLimited(AiToVideoError):
    """`retry_after` is in seconds, None where the service gave none."""

    code = "rate_limited"
    sentence = "The video service asks to slow down."
    way_out = "Wait half a minute, then try again."
    retryable = True

    def __init__(
        self, message: str = "", *, hint: str = "", job_id: str = "", retry_after: float | None = None
    ) -> None:
        super().__init__(message, hint=hint, job_id=job_id)
        self.retry_after = retry_after


class BadArgument(AiToVideoError):
    code = "bad_argument"
    sentence = "The request cannot work as it stands."
    way_out = "Change the argument and call again."


class NotFound(AiToVideoError):
    code = "not_found"
    sentence = "There is no such thing here."
    way_out = "Call get_state without arguments to see the projects and jobs."


class NoDraft(AiToVideoError):
    code = "no_draft"
    sentence = "This project has no timeline yet."
    way_out = "Call generate_video first, then export."


class Busy(AiToVideoError):
    code = "busy"
    sentence = "Another job is still running on this project."
    way_out = "Call get_state with its job_id and wait for it."
    retryable = True


class Unreachable(AiToVideoError):
    """No answer. `maybe_sent` is False only where the request surely never left (DNS, refused, TLS)."""

    code = "unreachable"
    sentence = "The video service cannot be reached."
    way_out = "Check the network, then try again."
    retryable = True

    def __init__(self, message: str = "", *, hint: str = "", job_id: str = "", maybe_sent: bool = True) -> None:
        super().__init__(message, hint=hint, job_id=job_id)
        self.maybe_sent = maybe_sent


class Unintelligible(AiToVideoError):
    code = "unintelligible"
    sentence = "The video service answered with something that cannot be read."
    way_out = "A proxy may stand in between; check NEMO_API_URL and the network."
    retryable = True


class RenderFailed(AiToVideoError):
    code = "render_failed"
    sentence = "The render failed."
    way_out = "Call export_video again; exporting costs no credits."
    retryable = True


class BackendFailed(AiToVideoError):
    retryable = True


class SpendLimit(AiToVideoError):
    code = "spend_limit"
    sentence = "The daily credit limit of this server is reached."
    way_out = "Raise AI_TO_VIDEO_DAILY_CREDITS or wait until tomorrow."


CODES: dict[int, type[AiToVideoError]] = {
    1001: TokenInvalid,
    1010: TokenInvalid,
    1011: TokenInvalid,
    401: TokenInvalid,
    1002: SessionGone,
    2001: OutOfCredits,
    4001: UnsupportedFile,
    415: UnsupportedFile,
    4002: FileTooLarge,
    413: FileTooLarge,
    400: ClientIdMissing,
    402: ExportBlocked,
    403: Forbidden,
    429: RateLimited,
}
"""Codes of the service, and HTTP statuses that mean the same. Context may narrow them (see wire/envelope.py)."""
