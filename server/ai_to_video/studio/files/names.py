"""File names that are one harmless path component on Windows, macOS and Linux alike. Pure."""

import re
import unicodedata

MOST_BYTES = 180  # of 255: leaves room for " (99)", ".part" and the three bytes macOS may make of one letter

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_LOOKS_LIKE_A_PATH = re.compile(r"^(?:[/\\~]|\.{1,2}[/\\]|[A-Za-z]:)")
_LAST_COMPONENT = re.compile(r"[^/\\]*$")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)
_NEVER = {"Cc", "Cs", "Co", "Cn"}
_JOINERS = "\u200c\u200d"  # inside emoji and several scripts; every other invisible letter can only mislead


def safe_name(wish: str, extension: str, *, known: frozenset[str] = frozenset(), fallback: str = "video") -> str:
    """The name nearest to `wish`, ending in "." + `extension`.

    A path gives its last component. An ending out of `known` is replaced, any other kept ("final.v2" → "final.v2.mp4").
    Nothing usable gives `fallback`, which goes through the same rules. Naming a result again changes nothing.
    """
    return f"{safe_stem(wish, known=known | {extension}) or safe_stem(fallback) or 'video'}.{extension}"


def safe_stem(wish: str, *, known: frozenset[str] = frozenset()) -> str:
    """`wish` as a name without extension; "" when nothing is left of it."""
    if _LOOKS_LIKE_A_PATH.match(wish.strip()):
        wish = _LAST_COMPONENT.findall(wish.strip().rstrip("/\\"))[0]
    text = unicodedata.normalize("NFC", "".join(map(_visible, wish)))
    text = _trimmed(_without_ending(_FORBIDDEN.sub("-", re.sub(r"\s+", " ", text)).strip(), known))
    text = _without_ending(_trimmed(_cut(_without_ending(text, known), MOST_BYTES)), known)
    if _RESERVED.fullmatch(text.split(".")[0].strip()):
        text = f"_{text}"
    return text if any(letter.isalnum() or ord(letter) > 0x2000 for letter in text) else ""


def numbered(name: str, number: int) -> str:
    """ "a.mp4", 2 → "a (2).mp4"; 1 leaves the name alone."""
    stem, dot, extension = name.rpartition(".")
    return name if number < 2 else f"{stem} ({number}){dot}{extension}"


def _without_ending(text: str, known: frozenset[str]) -> str:
    stem, dot, ending = text.rpartition(".")
    while dot and ending.strip().lower() in known:
        text = _trimmed(stem)
        stem, dot, ending = text.rpartition(".")
    return text


def _visible(letter: str) -> str:
    category = unicodedata.category(letter)
    if letter in "\t\n\r" or category in {"Zl", "Zp", "Zs"}:
        return " "
    if category in _NEVER or (category == "Cf" and letter not in _JOINERS):
        return ""
    return letter


def _trimmed(text: str) -> str:
    """Without what hides a file (leading dot), looks like an option (leading dash), or Windows drops (trailing dot)."""
    return text.strip(" .-" + _JOINERS)


def _cut(text: str, most: int) -> str:
    """At most `most` bytes of UTF-8, never ending in half a letter or a lone accent's base."""
    data = text.encode("utf-8")
    if len(data) <= most:
        return text
    kept = data[:most].decode("utf-8", "ignore")
    while kept and len(kept) < len(text) and unicodedata.combining(text[len(kept)]):
        kept = kept[:-1]
    return kept
