"""What a web address leads to, as far as the address and the server's word tell. Pure."""

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from ...errors import BadArgument, UnsupportedFile
from ...wire.media import MIME, UPLOAD_FORMATS, extension_of
from .content import DOCUMENT_MIME
from .names import safe_stem

_PLAYER = re.compile(
    r"(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|tiktok\.com|bilibili\.com|b23\.tv|douyin\.com|instagram\.com|spotify\.com"
    r"|soundcloud\.com|twitch\.tv|dailymotion\.com)$"
)
_OTHER_WORDS = {
    "video/x-m4v": "mp4",
    "video/avi": "avi",
    "video/msvideo": "avi",
    "image/jpg": "jpg",
    "image/pjpeg": "jpg",
    "audio/mp3": "mp3",
    "audio/x-mp3": "mp3",
    "audio/x-wav": "wav",
    "audio/wave": "wav",
    "audio/vnd.wave": "wav",
    "audio/x-m4a": "m4a",
    "audio/m4a": "m4a",
    "audio/aacp": "aac",
    "application/xhtml+xml": "html",
    "text/x-markdown": "md",
}
_BY_MIME = {mime: extension for extension, mime in (MIME | DOCUMENT_MIME).items()} | _OTHER_WORDS


def checked_url(url: str) -> str:
    """The address in one piece. Raises BadArgument when it is none, or carries a password."""
    text = url.strip().replace(" ", "%20")
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        parts = urlsplit("")
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        raise BadArgument(
            "That is not a complete web address.", hint="Give one such as https://example.com/clip.mp4, or a file path."
        )
    if "@" in parts.netloc:
        raise BadArgument(
            "An address that carries a user name or password is not passed on.", hint="Give a public address instead."
        )
    return text


def refuse_player(url: str) -> None:
    """Pages that play a video are not the video. Raises UnsupportedFile."""
    if _PLAYER.search((urlsplit(url).hostname or "").lower()):
        raise UnsupportedFile(
            "That address leads to a page that plays something, not to a file.",
            hint="Give the address of the file itself, or save the file and give its path.",
        )


def extension_in(url: str) -> str:
    """The extension the address ends in, when it is one this server knows; else ""."""
    extension = extension_of(unquote(urlsplit(url).path))
    return extension if extension in {*UPLOAD_FORMATS, *DOCUMENT_MIME} else ""


def extension_by_mime(content_type: str) -> str:
    """ "Video/MP4; codecs=x" → "mp4"; "" for what is unknown or says nothing (application/octet-stream)."""
    return _BY_MIME.get(content_type.partition(";")[0].strip().lower(), "")


def name_in(url: str, extension: str) -> str:
    """A file name for what is there: the last piece of the path, else the host."""
    parts = urlsplit(url)
    last = PurePosixPath(unquote(parts.path)).name
    ending = last.rpartition(".")[2].lower() if extension_of(last) in {*UPLOAD_FORMATS, *DOCUMENT_MIME} else extension
    stem = safe_stem(last, known=frozenset({extension, ending})) or (parts.hostname or "page")
    return f"{stem}.{extension}"
