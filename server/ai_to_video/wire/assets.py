"""The files a service lists in an answer, in whatever shape → Media. Pure."""

from collections.abc import Mapping
from typing import Any

from ..timeline import Media
from .guess import file_name, name_of, pick, positive, words
from .media import kind_of

SIZE = ("size", "bytes", "file_size", "fileSize")
_MEDIA_URL = ("cdn_url", "url", "asset_url", "file_url", "video_url", "image_url", "audio_url", "src", "path", "s3_key")
_MEDIA_NAME = ("filename", "file_name", "name", "original_name", "title")
_MEDIA_KIND = ("file_type", "media_type", "type", "kind", "mime_type", "mimeType")


def address(value: object) -> str | None:
    return value if isinstance(value, str) and value.startswith(("http://", "https://", "/")) else None


def media_in(value: object, *, in_seconds: bool = False, depth: int = 0) -> list[Media]:
    """Every file in a list, in an object of files, or told alone."""
    if isinstance(value, str):
        source = address(value)
        return [Media(file_name(source), kind_of(source), source)] if source else []
    if isinstance(value, Mapping):
        one = _medium(value, in_seconds)
        if one:
            return [one]
        value = list(value.values())
    if not isinstance(value, list) or depth > 3:
        return []
    return [item for inner in value for item in media_in(inner, in_seconds=in_seconds, depth=depth + 1)]


def _medium(entry: Mapping[str, Any], in_seconds: bool) -> Media | None:
    source = pick(entry, _MEDIA_URL, words) or ""
    name = pick(entry, _MEDIA_NAME, words) or file_name(source)
    if not source and not kind_of(name) and not pick(entry, ("filename", "file_name", "file_id"), name_of):
        return None
    kinds = (kind_of(word) for word in (pick(entry, _MEDIA_KIND, words), name, source) if word)
    return Media(
        name=name,
        kind=next(filter(None, kinds), ""),
        source=source,
        duration_ms=_milliseconds(entry, in_seconds),
        width=round(positive(entry.get("width")) or 0),
        height=round(positive(entry.get("height")) or 0),
        bytes=round(pick(entry, SIZE, positive) or 0),
    )


def _milliseconds(entry: Mapping[str, Any], in_seconds: bool) -> int:
    """Uploads tell seconds. A state tells either: under 1000, or with a fraction, it must be seconds."""
    told = positive(entry.get("duration_ms"))
    if told:
        return round(told)
    figure = positive(entry.get("duration")) or 0
    return round(figure * 1000 if in_seconds or figure < 1000 or figure % 1 else figure)
