"""What a file is, told by its first bytes; its name is only a claim. Pure."""

from dataclasses import dataclass

from ...errors import UnsupportedFile
from ...wire.media import MIME, UPLOAD_FORMATS, extension_of, kind_of, sniff

DOCUMENT_MIME = {
    "txt": "text/plain",
    "md": "text/markdown",
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
_WRITING = frozenset({"txt", "md", "html"})
_TAKEN = "Use one of mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a, aac, or a txt, md, docx or pdf text."
_NAMES = {
    "heic": ("a HEIC photo", "Save it as JPG and upload that."),
    "avif": ("an AVIF picture", "Save it as JPG or PNG and upload that."),
    "cr3": ("a raw photo", "Save it as JPG and upload that."),
    "tiff": ("a TIFF picture", "Save it as JPG or PNG and upload that."),
    "bmp": ("a BMP picture", "Save it as PNG and upload that."),
    "psd": ("a Photoshop file", "Save it as PNG and upload that."),
    "svg": ("a vector drawing", "Save it as PNG and upload that."),
    "flv": ("a Flash video", "Convert it to MP4 and upload that."),
    "wmv": ("a Windows Media file", "Convert it to MP4 and upload that."),
    "mpg": ("an MPEG programme stream", "Convert it to MP4 and upload that."),
    "ts": ("an MPEG transport stream", "Convert it to MP4 and upload that."),
    "3gp": ("a 3GP video", "Convert it to MP4 and upload that."),
    "ogg": ("an Ogg file", "Convert it to MP3 or MP4 and upload that."),
    "flac": ("a FLAC sound", "Convert it to WAV or MP3 and upload that."),
    "mp2": ("an MP2 sound", "Convert it to MP3 and upload that."),
    "doc": ("an old or password-protected Office file", "Save it as .docx without a password."),
    "rtf": ("an RTF text", "Save it as .docx or .txt."),
    "xlsx": ("a spreadsheet", "Copy the words that matter into the prompt."),
    "pptx": ("a slide show", "Save its slides as pictures or as PDF."),
    "zip": ("a ZIP archive", "Unpack it and name the files in it."),
    "rar": ("a RAR archive", "Unpack it and name the files in it."),
    "7z": ("a 7z archive", "Unpack it and name the files in it."),
    "gz": ("a compressed archive", "Unpack it and name the files in it."),
    "exe": ("a program", _TAKEN),
    "elf": ("a program", _TAKEN),
    "macho": ("a program", _TAKEN),
    "script": ("a script", _TAKEN),
    "sqlite": ("a database", _TAKEN),
    "html": ("a web page", "The download that made it may have failed; fetch it again."),
    "txt": ("plain text", _TAKEN),
    "pdf": ("a PDF", _TAKEN),
    "docx": ("a Word document", _TAKEN),
}
_TWINS = frozenset(
    {frozenset({"mp4", "m4a"}), frozenset({"mp4", "mov"}), frozenset({"webm", "mkv"}), frozenset({"mp4", "m4v"})}
)
"""Names for one and the same container: not worth a word to the person."""


@dataclass(frozen=True, slots=True)
class Form:
    """`extension` is the true one; `name` ends in it; `note` tells a misnamed file, or is empty."""

    extension: str
    kind: str
    mime: str
    name: str
    note: str = ""

    @property
    def document(self) -> bool:
        return self.kind == "text"


def identify(name: str, head: bytes) -> Form:
    """The form of a file called `name` that begins with `head`. Raises UnsupportedFile, saying what the file is."""
    found = sniff(head) if head[:2] != b"\xff\xfe" else ""  # the mark of UTF-16 could also open a frame of sound
    if found in UPLOAD_FORMATS:
        return media_form(name, found)
    claimed = extension_of(name)
    if found in {"pdf", "docx"} or (claimed in _WRITING and found in {"", *_WRITING}):
        extension = found if found in {"pdf", "docx", "html"} else claimed
        return Form(extension, "text", DOCUMENT_MIME[extension], _renamed(name, extension), _note(name, extension))
    raise _refusal(name, claimed, found)


def media_form(name: str, extension: str) -> Form:
    """A picture, sound or film that turned out to be an `extension`."""
    return Form(extension, kind_of(extension), MIME[extension], _renamed(name, extension), _note(name, extension))


def article(what: str) -> str:
    """ "mp4" → "an MP4 file"."""
    letters = what.upper()
    return f"{'an' if letters[0] in 'AEFHILMNORSX' else 'a'} {letters} file"


def _renamed(name: str, extension: str) -> str:
    if name.rpartition(".")[2].lower() == extension:
        return name
    stem = name.rpartition(".")[0] if extension_of(name) in {*UPLOAD_FORMATS, *DOCUMENT_MIME, "m4v"} else name
    return f"{stem or 'file'}.{extension}"


def _note(name: str, extension: str) -> str:
    claimed = extension_of(name)
    if claimed in {"", extension} or frozenset({claimed, extension}) in _TWINS or {claimed, extension} <= _WRITING:
        return ""
    return f"'{name}' is really {article(extension)} and is treated as one."


def _refusal(name: str, claimed: str, found: str) -> UnsupportedFile:
    what, instead = _NAMES.get(found, ("", _TAKEN))
    known = claimed in UPLOAD_FORMATS or claimed in DOCUMENT_MIME
    if known and what:
        return UnsupportedFile(f"'{name}' is named like {article(claimed)}, but it holds {what}.", hint=instead)
    if known:
        return UnsupportedFile(
            f"'{name}' is named like {article(claimed)}, but its content is not one; it may be damaged.",
            hint="Open it in a player to see whether it works, then export or download it again.",
        )
    if what:
        return UnsupportedFile(f"'{name}' is {what}, which is not supported.", hint=instead)
    return UnsupportedFile(f"'{name}' is not a supported kind of file.", hint=_TAKEN)
