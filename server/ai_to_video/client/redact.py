"""The one place that takes secrets out of text: logs, errors and recordings all pass here. Pure."""

import logging
import re
from collections.abc import Collection, Mapping

HIDDEN = "[hidden]"

_KEY = r"(?:[\w-]*token|[\w-]*authorization|x-client-id|client_?id|user_?id|bind(?:_?id)?|ct|api_?key|secret|password)"
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.DOTALL), replacement)
    for pattern, replacement in (
        # JSON, also JSON inside a JSON string. "me" is the service's word for whoever holds the token, and no secret.
        (rf"""((\\*["']){_KEY}\2\s*:\s*)(\\*["'])(?!me\3)(?:(?!\3).)+\3""", rf"\1\3{HIDDEN}\3"),
        (rf"""((\\*["']){_KEY}\2\s*:\s*)\d+""", r"\g<1>0"),
        # A whole query: signed links carry their secret in parameters nobody can list.
        (r"""(https?:(?:\\?/){2}(?:\\/|[^\s"'<>?#\\])*)[?#](?:\\/|\\u[0-9a-f]{4}|[^\s"'<>\\])*""", rf"\1?{HIDDEN}"),
        (r"""(https?:(?:\\?/){2})[^\s/@"'\\]+@""", rf"\1{HIDDEN}@"),
        (r"\b(bearer|basic)\s+[\w.~+/=-]{4,}", rf"\1 {HIDDEN}"),
        (r"\b(?:nmv_\w+|clm_\w+|eyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?)", HIDDEN),
        (
            rf"""(?<![\w-])({_KEY}\s*[=:]\s*)(?!me\b|\[hidden\]|bearer |basic )[^\s"'&,;<>(){{}}\[\]\\]+""",
            rf"\1{HIDDEN}",
        ),
    )
)
_SECRET_HEADERS = {"authorization", "x-client-id", "cookie", "set-cookie", "proxy-authorization"}


def redact(text: str, secrets: Collection[str] = ()) -> str:
    """`text` without tokens, client and user ids, passwords and the queries of links. `secrets`: also these words.
    Idempotent; JSON stays JSON."""
    for secret in secrets:
        if secret:
            text = text.replace(secret, HIDDEN)
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def redact_headers(headers: Mapping[str, str], secrets: Collection[str] = ()) -> dict[str, str]:
    """The same headers, the secret ones hidden whole."""
    return {
        name: HIDDEN if name.lower() in _SECRET_HEADERS else redact(value, secrets) for name, value in headers.items()
    }


class RedactingFilter(logging.Filter):
    """Put on a handler (or a logger): what passes holds no secret, neither in its words nor in its traceback."""

    def __init__(self, secrets: Collection[str] = ()) -> None:
        super().__init__()
        self._secrets = tuple(secrets)

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = redact(record.getMessage(), self._secrets)
        record.args = None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = redact(record.exc_text, self._secrets)
        return True
