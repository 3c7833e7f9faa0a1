"""The one place that takes secrets out of text: logs, errors and recordings all pass here. Pure."""

import logging
import re
from collections.abc import Collection, Mapping

HIDDEN = "[hidden]"

_KEY = r"(?:[\w-]*token|[\w-]*authorization|x-client-id|client_?id|user_?id|bind(?:_?id)?|ct|api_?key|secret|password)"
_KEYED = re.compile(rf"""(\\*)(["']){_KEY}\1\2\s*:\s*\1\2""", re.IGNORECASE)
"""The beginning of a quoted value with a secret key, as JSON writes it, also JSON inside JSON strings: \1 are the
backslashes that its quotes carry at that depth."""
_QUOTE = re.compile(r"""(\\*)(["'])""")
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), replacement)
    for pattern, replacement in (
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
    text = _without_values(text)
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def _without_values(text: str) -> str:
    """`text` with the quoted values of secret keys hidden. "me" is the service's word for whoever holds the token."""
    kept, at = [], 0
    while found := _KEYED.search(text, at):
        end = _end_of_value(text, found.end(), len(found[1]), found[2])
        kept += [text[at : found.end()], "me" if text[found.end() : end] == "me" else HIDDEN]
        at = end
    return "".join([*kept, text[at:]])


def _end_of_value(text: str, start: int, depth: int, quote: str) -> int:
    """Where a value ends whose quotes carry `depth` backslashes: at such a quote, at one of a string around it, or at
    the end of a text that was cut off."""
    for found in _QUOTE.finditer(text, start):
        level = len(found[1]) % (2 * depth + 2)
        if found[2] == quote and level == depth:
            return found.end() - 1 - depth
        if (found[2] == quote and level != 2 * depth + 1) or quote == "'":
            return found.start()
    return len(text)


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
