"""The forms in which a person, or a model, names a file. Pure: a string in, an absolute path or an address out."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import unquote

from ...errors import BadArgument

_QUOTES = frozenset({('"', '"'), ("'", "'"), ("`", "`"), ("“", "”"), ("‘", "’"), ("«", "»"), ("「", "」"), ("<", ">")})
_DRIVE = re.compile(r"^[A-Za-z]:[\\/]")
_DRIVE_WITHOUT_FOLDER = re.compile(r"^[A-Za-z]:(?![\\/])")
_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]{1,15}):(?=\S)")
_CHAT_SCHEMES = {"sandbox", "attachment", "computer", "cid", "blob", "upload", "uploads"}
_CHAT_FOLDERS = re.compile(
    r"^/(?:mnt/(?:user-?data|data|uploads|outputs|knowledge|skills)|home/(?:claude|oai|sandbox)|sessions/[^/]+/mnt"
    r"|tmp/(?:inputs|outputs|uploads)|code/(?:inputs|outputs))(?:/|$)"
)
_WEB = re.compile(r"^https?:", re.IGNORECASE)
_WEB_WITHOUT_SCHEME = re.compile(
    r"^(?:www\.[^/\\\s]+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|cn|de|ai|co))(?:/|$)"
)


@dataclass(frozen=True, slots=True)
class LocalSource:
    """An absolute path in the system's own form. `chat`: it looks like a place inside a chat's sandbox."""

    path: str
    chat: bool = False


@dataclass(frozen=True, slots=True)
class RemoteSource:
    url: str


def read_source(source: str, *, home: str, windows: bool) -> LocalSource | RemoteSource:
    """Raises BadArgument, with the reason, for everything that is neither an absolute path nor a web address.

    `home` is what "~" stands for; `windows` says which system's paths are at home here.
    """
    text = _bare(source)
    if not text:
        raise BadArgument("The file name is empty.", hint="Give the full path of a file, or a web address.")
    if any(ord(letter) < 32 or 0xD800 <= ord(letter) < 0xE000 for letter in text):
        raise BadArgument("The path holds a character that no file name can have.", hint="Copy the path again.")
    if _WEB.match(text):
        return RemoteSource(text)
    scheme = _SCHEME.match(text)
    if scheme and not _DRIVE.match(text):
        return _from_url(text, scheme.group(1).lower(), windows=windows)
    return _local(text, home=home, windows=windows)


def _bare(source: str) -> str:
    """Without the blanks and quotation marks that copying and pasting leaves around a path."""
    text = source.strip()
    while len(text) > 1 and (text[0], text[-1]) in _QUOTES:
        text = text[1:-1].strip()
    return text


def _from_url(text: str, scheme: str, *, windows: bool) -> LocalSource:
    rest = text[len(scheme) + 1 :]
    if scheme in _CHAT_SCHEMES:
        return LocalSource(_decoded("/" + rest.lstrip("/")), chat=True)
    if scheme != "file":
        raise BadArgument(
            f"Addresses that begin with {scheme}: cannot be read.",
            hint="Use a path on this computer, or an address that begins with https://.",
        )
    if rest.startswith("//"):
        host, slash, tail = rest[2:].partition("/")
        rest = slash + tail
        if _DRIVE.match(host + slash):  # file://C:/clip.mp4, one slash short, is what many programs write
            rest = f"/{host}{rest}"
        elif host.lower() not in {"", "localhost", "127.0.0.1"}:
            rest = f"//{host}{rest}"
    path = _decoded(rest)
    if _DRIVE.match(path[1:]):
        path = path[1:]
    return _local(path, home="", windows=windows)


def _decoded(text: str) -> str:
    try:
        decoded = unquote(text, errors="strict")
    except UnicodeDecodeError:
        raise BadArgument("The file address is not written in UTF-8.", hint="Give the plain path instead.") from None
    if "\0" in decoded:
        raise BadArgument("The path holds a character that no file name can have.", hint="Copy the path again.")
    return decoded


def _local(text: str, *, home: str, windows: bool) -> LocalSource:
    if home and (text == "~" or text.startswith(("~/", "~\\"))):
        text = home + ("\\" if windows else "/") + text[2:]
    if text.startswith("~"):
        raise BadArgument(
            "A path that begins with another person's home (~name) is not read.",
            hint="Write the full path of the file, from the root on.",
        )
    return _on_windows(text) if windows else _on_posix(text)


def _on_posix(text: str) -> LocalSource:
    if text.startswith("\\\\") or (text.startswith("//") and not text.startswith("///")):
        raise BadArgument(
            "That is the address of a network folder, and this server can open only files on its own disks.",
            hint="Copy the file to this computer, then give its path there.",
        )
    if _DRIVE.match(text) or _DRIVE_WITHOUT_FOLDER.match(text):
        inside = PureWindowsPath(text).as_posix()[2:].lstrip("/")
        raise BadArgument(
            "That is a Windows path, and this server does not run on Windows.",
            hint=f"Give the path as this system writes it; under WSL that is /mnt/{text[0].lower()}/{inside}.",
        )
    if not PurePosixPath(text).is_absolute():
        raise _relative(text, "/home/you/Videos/clip.mp4")
    return LocalSource(re.sub(r"^/+", "/", text), chat=bool(_CHAT_FOLDERS.match(text)))


def _on_windows(text: str) -> LocalSource:
    path = PureWindowsPath(text)
    if _CHAT_FOLDERS.match(text):
        return LocalSource(text, chat=True)
    if str(path).startswith(("\\\\?\\", "\\\\.\\")):
        raise BadArgument("A device path is not a file to upload.", hint="Give a path such as C:\\Videos\\clip.mp4.")
    if path.is_absolute():
        return LocalSource(str(path))
    if text.startswith("/"):
        raise BadArgument(
            "That is a Linux or macOS path, and this server runs on Windows.",
            hint="Give the path with its drive, such as C:\\Users\\you\\Videos\\clip.mp4.",
        )
    raise _relative(text, "C:\\Users\\you\\Videos\\clip.mp4")


def _relative(text: str, example: str) -> BadArgument:
    if _WEB_WITHOUT_SCHEME.match(text.lower()):
        return BadArgument(
            f"'{_short(text)}' is neither a full path nor a full web address.", hint="Put https:// in front of it."
        )
    return BadArgument(
        f"'{_short(text)}' is a relative path, and a server has no useful current folder to start from.",
        hint=f"Give the full path, such as {example} or ~/Videos/clip.mp4.",
    )


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
