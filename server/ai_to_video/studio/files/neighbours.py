"""When a file is not where it was said to be: what was probably meant, and where it probably lies.

Tells names of visible files only. Its functions block: call them in a thread.
"""

import difflib
import os
import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from ...errors import NotFound
from .paths import LocalSource

MOST_NAMES = 3000
_USUAL_PLACES = ("Downloads", "Desktop", "Documents", "Videos", "Movies", "Pictures", "Music")


def same_name(path: str) -> Iterator[str]:
    """Paths in the same folder whose name a person cannot tell from this one.

    macOS puts a narrow no-break space into the names of screenshots, which no model ever repeats.
    """
    wanted = Path(path)
    looks = _looks(wanted.name)
    yield from (str(wanted.parent / name) for name in _names(wanted.parent) if _looks(name) == looks)


def missing(source: LocalSource, *, home: Path, visible: Callable[[Path], bool]) -> NotFound:
    """What to tell about a path that is not there. `visible` says which paths may be named."""
    path = Path(source.path)
    near = [] if source.chat else _alike(path)
    usual = [home / place / path.name for place in _USUAL_PLACES]
    found = [place for place in (*near, *usual) if place != path and visible(place) and place.is_file()][:3]
    meant = f"Did you mean {' or '.join(map(str, found))}?" if found else ""
    if source.chat:
        return NotFound(
            f"'{path.name}' lies in the chat's own sandbox, and this server runs on your computer, where it cannot see "
            "files that were attached to the chat.",
            hint=meant or "Save the file on this computer and give its full path there, or give a web address.",
        )
    if visible(path.parent) and not path.parent.is_dir():
        return NotFound(f"There is no folder {path.parent}.", hint=meant or "Check the path and give it in full.")
    return NotFound(f"There is no file {path}.", hint=meant or "Check the name and the folder, then try again.")


def _alike(path: Path) -> list[Path]:
    names = {_looks(name).casefold(): name for name in _names(path.parent)}
    close = difflib.get_close_matches(_looks(path.name).casefold(), names, n=5, cutoff=0.6)
    return [path.parent / names[key] for key in close]


def _names(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in islice(entries, MOST_NAMES) if not entry.name.startswith(".")]
    except (OSError, ValueError):
        return []


def _looks(name: str) -> str:
    """The name as the eye sees it: compatibility letters folded, every blank one space, quotes straight."""
    folded = unicodedata.normalize("NFKC", name).translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})
    return re.sub(r"\s+", " ", folded).strip()
