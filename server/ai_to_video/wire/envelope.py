"""{code, message, data} and HTTP status ⇄ a value, or the right AiToVideoError: one decoder for all JSON answers.

An error may come as HTTP 200 with a code, as a status alone, or both: the code is judged first, then the status, then
the words. Nothing raw passes: words of the service reach a person only as a plain sentence. Pure.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from ..errors import (
    CODES,
    AiToVideoError,
    BackendFailed,
    BadArgument,
    Busy,
    ClientIdMissing,
    ExportBlocked,
    FileTooLarge,
    Forbidden,
    NotFound,
    OutOfCredits,
    RateLimited,
    SessionGone,
    TokenInvalid,
    Unintelligible,
    UnsupportedFile,
)

_RENDER_CALLS = {"render", "poll", "download"}
_SESSION_CALLS = {"run", "state", "upload", "claim"}
_MAY_BE_EMPTY = {"upload", "render"}
_SAME_EVERYWHERE = {401, 413, 415, 429}
"""Statuses that mean the same whoever answers, so that even a proxy's web page with them is understood."""

_WORDS: tuple[tuple[type[AiToVideoError], re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            SessionGone,
            r"session (was )?not found|no such session|session (does not|doesn't) exist|session (has )?expired",
        ),
        (
            TokenInvalid,
            r"invalid or expired|invalid \w* ?token|token (is |has )?(not found|invalid|expired|been revoked)"
            + "|missing authentication|not authenticated|unauthori[sz]ed",
        ),
        (
            OutOfCredits,
            r"insufficient credit|not enough credit|out of credit|no credits? (left|remaining)|积分不足|余额不足",
        ),
        (ExportBlocked, r"plan[- ]required|upgrade (your|the) plan|free plan"),
        (RateLimited, r"rate.?limit|too many requests|resource.?exhausted"),
        (Busy, r"earlier than the update_time|stale ?session|already (running|active|in progress)"),
        (FileTooLarge, r"(file|upload|entity|payload) (is )?too large|exceeds? the (maximum|size)"),
        (UnsupportedFile, r"unsupported (file|media|format)|(file|format) (type )?(is )?not supported"),
        (ClientIdMissing, r"x-client-id|client[ _-]?id"),
    )
)
_LEADING_CODE = re.compile(r"\s*(\d{3,5})\s*:\s*")
_UNFIT = re.compile(
    r"[{}\[\]<>\\|]|://|Traceback|\w*(Error|Exception)\b|\b(nmv|clm)_|bearer|[\w+/=.-]{28,}|\.py\b|0x[0-9a-f]{4}|HTTP/",
    re.IGNORECASE,
)
_LONGEST = 200


def encode(data: object) -> dict[str, Any]:
    """The answer of a service that succeeded."""
    return {"code": 0, "data": data}


def encode_error(code: int, message: str) -> dict[str, Any]:
    """The answer of a service that failed."""
    return {"code": code, "message": message}


def decode(status: int, content_type: str, body: bytes, *, call: str = "", retry_after: float | None = None) -> object:
    """The payload of an answer: an object, or a list where the service sends one bare.

    `call` names the request where that narrows a meaning: token, session, claim, run, credits, upload, state, render,
    poll or download. `retry_after` is that header's seconds, handed on in RateLimited. Raises AiToVideoError.
    """
    try:
        answer = json.loads(body.decode("utf-8-sig")) if body.strip() else None
    except (ValueError, RecursionError):
        raise _not_json(status, content_type, body, call, retry_after) from None
    good = 200 <= status < 300
    if isinstance(answer, dict):
        if _succeeded(answer, good):
            data = answer.get("data") if "code" in answer or "success" in answer else None
            return answer if data is None else data
        raise error_of(_code(answer) or 0, status, _message(answer), call, retry_after)
    if not good:
        raise error_of(0, status, answer if isinstance(answer, str) else "", call, retry_after)
    if isinstance(answer, list):
        return answer
    if status == 204 or call in _MAY_BE_EMPTY:
        return {}
    raise Unintelligible("The video service gave an answer with nothing in it.")


def error_of(code: int, status: int, text: str, call: str = "", retry_after: float | None = None) -> AiToVideoError:
    """The error for a failed answer. For the `code: words` of an error inside a stream give code 0 and status 200."""
    leading = _LEADING_CODE.match(text)
    if leading and not code and 200 <= status < 300:
        code, text = int(leading[1]), text[leading.end() :]
    error = _by_code(code, text, call) or _by_status(status, text, call) or _by_words(text) or _unknown(text)
    error.retry_after = retry_after
    return error


def plain(text: str) -> str:
    """The words of the service where they are fit for a person: one sentence, no code, no JSON, no secret; else ""."""
    text = _LEADING_CODE.sub("", " ".join(text.split()), count=1)
    one_word = text.isascii() and " " not in text
    if not text or one_word or len(text) > _LONGEST or _UNFIT.search(text):
        return ""
    return text.rstrip(".!。 ") + "."


def _succeeded(answer: Mapping[str, Any], good: bool) -> bool:
    code = _code(answer)
    if not good:
        return False
    if code is not None:
        return code == 0 or 200 <= code < 300
    if answer.get("success") is not None:
        return answer["success"] not in (False, 0, "false", "False")
    if isinstance(answer.get("code"), str) and answer["code"].strip().lower() not in {"", "ok", "success", "succeeded"}:
        return answer.get("data") is not None
    return not (answer.get("error") or answer.get("detail")) or not answer.keys().isdisjoint({"data", "status", "id"})


def _code(answer: Mapping[str, Any]) -> int | None:
    inner = answer.get("error")
    for value in (answer.get("code"), inner.get("code") if isinstance(inner, Mapping) else None):
        if isinstance(value, int | float) and not isinstance(value, bool) and value == value // 1:
            return int(value)
        if isinstance(value, str) and re.fullmatch(r"\s*-?\d{1,9}\s*", value):
            return int(value)
    return None


def _message(answer: Mapping[str, Any]) -> str:
    error, detail = answer.get("error"), answer.get("detail")
    inner = error.get("message") if isinstance(error, Mapping) else error
    if isinstance(detail, Mapping):
        detail = detail.get("message") or detail.get("msg")
    elif isinstance(detail, list) and detail and isinstance(detail[0], Mapping):
        place = detail[0].get("loc")
        names = [str(name) for name in place if name != "body"] if isinstance(place, list) else []
        detail = ", ".join(filter(None, (".".join(names), str(detail[0].get("msg") or "").lower())))
    candidates = (answer.get("message"), answer.get("msg"), inner, detail, answer.get("reason"))
    return next((words for words in candidates if isinstance(words, str) and words), "")


def _not_json(status: int, content_type: str, body: bytes, call: str, retry_after: float | None) -> AiToVideoError:
    page = "html" in content_type.lower() or body.lstrip()[:1] == b"<"
    if status in _SAME_EVERYWHERE or (400 <= status < 500 and status != 408 and not page):
        return error_of(0, status, "" if page else body[:500].decode("utf-8", "replace"), call, retry_after)
    if status == 408 or status >= 500:
        return _down(status)
    what = "a web page instead of data" if page else "something that is not data"
    return Unintelligible(f"The video service answered with {what} (HTTP {status}).")


def _by_code(code: int, text: str, call: str) -> AiToVideoError | None:
    if code == 400:
        return ClientIdMissing()
    if code >= 1000:
        kind = CODES.get(code)
        return kind() if kind else None
    return _by_status(code, text, call)


def _by_status(status: int, text: str, call: str) -> AiToVideoError | None:
    """None where a status says nothing by itself."""
    if status < 300:
        return None
    if status < 400:
        return Unintelligible(f"The video service sent this request elsewhere (HTTP {status}).")
    said = _by_words(text)
    match status:
        case 402:
            elsewhere = call not in _RENDER_CALLS and call
            return said if elsewhere and isinstance(said, OutOfCredits) else ExportBlocked()
        case 403:
            return said if isinstance(said, ExportBlocked) else Forbidden()
        case 400 if call == "token":
            return ClientIdMissing()
        case 404 | 410:
            return said or _missing(call)
        case 409:
            return said or Busy()
        case 422 if call == "upload" and "file" in text.lower() and "required" not in text.lower():
            return UnsupportedFile()
        case 401 | 413 | 415 | 429:
            return CODES[status]()
    if status == 408 or status >= 500:
        return said or _unknown(text, _down(status))
    return said if said and status != 422 else _refused(text)


def _by_words(text: str) -> AiToVideoError | None:
    return next((kind() for kind, words in _WORDS if words.search(text)), None)


def _missing(call: str) -> AiToVideoError:
    if call in _SESSION_CALLS:
        return SessionGone()
    if call in {"poll", "download"}:
        return NotFound("The video service does not know this render.", hint="Call export_video again.")
    return NotFound("The video service has no such address.", hint="Check NEMO_API_URL.")


def _down(status: int) -> AiToVideoError:
    return BackendFailed(f"The video service is not able to answer right now (HTTP {status}).")


def _refused(text: str) -> AiToVideoError:
    said = plain(text)
    return BadArgument(f"The video service refused the request: {said}" if said else "The video service refused this.")


def _unknown(text: str, otherwise: AiToVideoError | None = None) -> AiToVideoError:
    said = plain(text)
    return BackendFailed(f"The video service said: {said}") if said else otherwise or BackendFailed()
