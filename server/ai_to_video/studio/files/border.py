"""The border between this server and the person's disk: what lies outside, is hidden, or is a key is never opened.

A path is resolved first and judged after, then opened component by component without following a link, so that
nothing can be swapped between the judgement and the opening. Everything later is read through the open file.
"""

import errno
import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from ...errors import AiToVideoError, BadArgument, Forbidden, NotFound
from .neighbours import missing, same_name
from .paths import LocalSource

_KEYS = re.compile(
    r"id_(?:rsa|dsa|ecdsa|ed25519)(?:\..*|_.*)?|known_hosts|authorized_keys|wallet\.dat|credentials(?:\.json|\.csv)?"
    r"|secrets?\.(?:json|ya?ml|toml|txt|env)|.*\.(?:pem|key|p12|pfx|ppk|jks|keystore|kdbx?|gpg|asc|ovpn|env|keychain(?:-db)?)",
    re.IGNORECASE,
)
_KEY_FOLDERS = {"keychains", "keyrings", "gnupg", "ssh"}
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_FOLDER_FLAGS = (
    getattr(os, "O_PATH", os.O_RDONLY)
    | getattr(os, "O_DIRECTORY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
_OTHER_THINGS = (
    (stat.S_ISDIR, "is a folder, not a file", "Name the files in it one by one."),
    (stat.S_ISFIFO, "is a pipe, not a file", "Save its content to a file first."),
    (stat.S_ISSOCK, "is a socket, not a file", "Give the path of a file."),
    (stat.S_ISCHR, "is a device, not a file", "Give the path of a file."),
    (stat.S_ISBLK, "is a device, not a file", "Give the path of a file."),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file let in: open for reading, at its real place. The caller closes `file`."""

    file: BufferedReader
    path: Path
    status: os.stat_result


class Border:
    """Lets files in from below `roots`. Its methods block: call them in a thread."""

    def __init__(self, roots: Sequence[Path], home: Path) -> None:
        self._roots = tuple(Path(os.path.realpath(root)) for root in roots)
        self._asked = tuple(roots)
        self._home = home

    def open(self, source: LocalSource) -> Entry:
        """Raises NotFound, Forbidden or BadArgument."""
        self._refuse_foreign_network(source.path)
        try:
            for spelling in _spellings(source.path):
                real = Path(os.path.realpath(spelling))
                root = self._root_of(real, source)
                if root and _exists(real):
                    return _enter(root, real, Path(spelling).name)
            raise missing(source, home=self._home, visible=self.visible)
        except ValueError:  # an embedded NUL, or a name the file system cannot write down
            raise BadArgument("The path holds a character that no file name can have.") from None
        except OSError as error:
            raise _refused(error, Path(source.path).name) from None

    def visible(self, path: Path) -> bool:
        """True for a place that `open` could let in, so that its name may be told."""
        real = Path(os.path.realpath(path))
        return any(real.is_relative_to(root) and not _secret(real.relative_to(root)) for root in self._roots)

    def _root_of(self, real: Path, source: LocalSource) -> Path | None:
        """The innermost allowed folder around `real`; None for a chat's path that was never meant for this machine."""
        around = [root for root in self._roots if real.is_relative_to(root)]
        if not around:
            if source.chat and not _exists(real):
                return None
            raise Forbidden(
                f"'{real.name or real}' lies outside the folders that this server may read.",
                hint=f"Move or copy it below {self._places()}, or add its folder to AI_TO_VIDEO_INPUT_DIRS.",
            )
        root = max(around, key=lambda path: len(path.parts))
        secret = _secret(real.relative_to(root)) or _hidden_by_system(root, real)
        if secret:
            raise Forbidden(
                f"'{real.name}' {secret}.", hint="If it is meant to be shown, copy it to an ordinary folder."
            )
        return root

    def _refuse_foreign_network(self, path: str) -> None:
        """On Windows even looking at a network share sends the person's credentials to it."""
        if path.startswith("\\\\") and not any(
            Path(path).is_relative_to(root) for root in (*self._asked, *self._roots)
        ):
            raise Forbidden(
                "That network folder is outside the folders that this server may read.",
                hint="Copy the file to this computer, or add the share to AI_TO_VIDEO_INPUT_DIRS.",
            )

    def _places(self) -> str:
        return " or ".join(str(root) for root in self._asked[:3]) or "one of them"


def _enter(root: Path, real: Path, name: str) -> Entry:
    before = real.lstat()
    for is_kind, what, instead in _OTHER_THINGS:
        if is_kind(before.st_mode):
            raise BadArgument(f"'{name}' {what}.", hint=instead)
    file = os.fdopen(_open_beneath(root, real), "rb")
    after = os.fstat(file.fileno())
    if not stat.S_ISREG(after.st_mode) or not os.path.samestat(before, after):
        file.close()
        raise _swapped(name)
    return Entry(file, real, after)


def _open_beneath(root: Path, real: Path) -> int:
    if os.open not in os.supports_dir_fd:
        return os.open(real, _FLAGS)
    *folders, name = real.relative_to(root).parts
    folder = os.open(root, _FOLDER_FLAGS)
    try:
        for part in folders:
            inner = os.open(part, _FOLDER_FLAGS, dir_fd=folder)
            os.close(folder)
            folder = inner
        return os.open(name, _FLAGS, dir_fd=folder)
    finally:
        os.close(folder)


def _spellings(path: str) -> Iterator[str]:
    """The path, then the ways in which the same name is written elsewhere (macOS decomposes, terminals escape)."""
    tried = set()
    for spelling in (path, *(unicodedata.normalize(form, path) for form in ("NFC", "NFD")), _unescaped(path)):
        if spelling not in tried:
            tried.add(spelling)
            yield spelling
    if not os.path.lexists(path):
        yield from same_name(path)


def _unescaped(path: str) -> str:
    return re.sub(r"\\(.)", r"\1", path) if os.sep == "/" else path


def _exists(path: Path) -> bool:
    """Unlike Path.exists, an error other than absence is not taken for absence."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _secret(inside: Path) -> str:
    """Why a path below a root stays closed, as the end of "The file ..."; "" when it does not."""
    *folders, name = inside.parts or ("",)
    if name.startswith("."):
        return "is a hidden file, and hidden files are never read"
    if any(folder.startswith(".") for folder in folders):
        return "lies in a hidden folder, and those are never read"
    if _KEYS.fullmatch(name) or any(folder.casefold() in _KEY_FOLDERS for folder in folders):
        return "looks like a key or a password store, and those are never read"
    return ""


def _hidden_by_system(root: Path, real: Path) -> str:
    """macOS and Windows hide folders such as Library and AppData by a flag instead of a dot."""
    for place in (real, *real.parents):
        if place == root:
            break
        status = place.lstat() if _exists(place) else None
        flags = getattr(status, "st_flags", 0) & stat.UF_HIDDEN
        attributes = getattr(status, "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_HIDDEN
        if flags or attributes:
            return "is hidden by the system, and hidden files are never read"
    return ""


def _swapped(name: str) -> Forbidden:
    return Forbidden(f"'{name}' was exchanged while it was being opened.", hint="Try again when nothing writes to it.")


def _refused(error: OSError, name: str) -> AiToVideoError:
    if isinstance(error, PermissionError):
        return Forbidden(
            f"'{name}' may not be read by this server.",
            hint="Give your user the right to read it; on macOS see Privacy & Security, Files and Folders.",
        )
    if error.errno in {errno.ELOOP, errno.ENOTDIR, errno.ENOENT}:
        return _swapped(name)
    if error.errno == errno.ENAMETOOLONG:
        return NotFound("The path is too long to be a file.", hint="Give the full path of one file.")
    return BadArgument(f"The disk could not read '{name}'.", hint="Check the disk, or copy the file elsewhere first.")
