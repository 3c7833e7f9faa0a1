"""A change of a configuration file: worked out, proven to touch one entry only, then written whole, with a backup."""

import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import BadArgument
from . import jsonc, toml
from .clients import NAME, Client, Launch

BACKUP = f".before-{NAME}"


@dataclass(frozen=True, slots=True)
class Change:
    """What would happen to `path`. None stands for a file that is not there."""

    client: Client
    path: Path
    before: str | None
    after: str | None

    @property
    def needed(self) -> bool:
        return self.before != self.after

    @property
    def backup(self) -> Path:
        return self.path.with_name(self.path.name + BACKUP)

    def carry_out(self) -> None:
        """Raises BadArgument where the file system refuses. The backup is the file as it was before we came."""
        if not self.needed:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            fresh = not has_entry(self.client, self.before or "", self.path)
            if self.before is not None and fresh:
                shutil.copy2(self.path, self.backup)
            if self.after is None:
                self.path.unlink()
            else:
                replace(self.path, self.after)
            if self.after is not None and not fresh and self.after == load(self.backup):
                self.backup.unlink()
        except OSError:
            raise BadArgument(
                f"{self.path} cannot be written.",
                hint=f"Make it writable, or see what belongs there with: ai-to-video install {self.client.name} --print",
            ) from None


def install(client: Client, path: Path, launch: Launch) -> Change:
    """Our entry written; what a person added to it (variables, say) stays. Raises BadArgument."""
    path = target(path)
    before = load(path)
    return Change(client, path, before, with_entry(client, before or "", client.entry(launch), path))


def uninstall(client: Client, path: Path) -> Change:
    """The file as it was before the installation where nothing else has changed since, else without our entry."""
    path = target(path)
    before = load(path)
    if before is None or not has_entry(client, before, path):
        return Change(client, path, before, before)
    ours = entry_in(client, before, path)
    saved = load(path.with_name(path.name + BACKUP))
    if saved is not None and not has_entry(client, saved, path) and before == with_entry(client, saved, ours, path):
        return Change(client, path, before, saved)
    if before == with_entry(client, "", ours, path):
        return Change(client, path, before, None)
    return Change(client, path, before, without_entry(client, before, path))


def entry(client: Client, path: Path) -> dict[str, object]:
    """Our entry as it stands in the file, empty where there is none. Raises BadArgument."""
    return entry_in(client, load(path) or "", path)


def with_entry(client: Client, text: str, entry: dict[str, object], path: Path) -> str:
    whole = {**entry_in(client, text, path), **entry}
    edit = toml.written if client.toml else jsonc.written
    return proven(client, text, lambda: edit(text, client.keys, whole), whole, path)


def without_entry(client: Client, text: str, path: Path) -> str:
    edit = toml.removed if client.toml else jsonc.removed
    return proven(client, text, lambda: edit(text, client.keys), None, path)


def proven(client: Client, text: str, edit: Callable[[], str], entry: dict[str, object] | None, path: Path) -> str:
    """The edited text, read again: everything else in it means what it meant. Raises BadArgument otherwise."""
    expected = plain(client, text, path)
    here = expected
    for key in client.keys[:-1]:
        inner = here.setdefault(key, {}) if entry is not None else here.get(key)
        if not isinstance(inner, dict):
            raise strange(client, path)
        here = inner
    if entry is None:
        here.pop(client.keys[-1], None)
    else:
        here[client.keys[-1]] = entry
    try:
        after = edit()
        found = plain(client, after, path)
    except ValueError:
        raise strange(client, path) from None
    if pruned(found, client.keys) != pruned(expected, client.keys):
        raise strange(client, path)
    return after


def pruned(value: dict[str, object], keys: Sequence[str]) -> dict[str, object]:
    """Without a container that holds nothing: a TOML file cannot keep one."""
    inner = value.get(keys[0])
    if len(keys) > 1 and isinstance(inner, dict):
        inner = pruned(inner, keys[1:])
        return {name: one for name, one in {**value, keys[0]: inner}.items() if one != {} or name != keys[0]}
    return value


def plain(client: Client, text: str, path: Path) -> dict[str, object]:
    """Raises BadArgument where the text cannot be read."""
    try:
        value = toml.read(text) if client.toml else jsonc.read(text)
    except ValueError as wrong:
        line = f" from line {wrong}" if str(wrong).isdecimal() else ""
        raise BadArgument(
            f"The settings of {client.title} in {path} cannot be read{line}.",
            hint=f"Mend that file, or see what belongs there with: ai-to-video install {client.name} --print",
        ) from None
    if not isinstance(value, dict):
        raise strange(client, path)
    return value


def strange(client: Client, path: Path) -> BadArgument:
    return BadArgument(
        f"{path} is written in a way that cannot be changed safely, and it was left as it is.",
        hint=f"Add this with an editor: ai-to-video install {client.name} --print",
    )


def entry_in(client: Client, text: str, path: Path) -> dict[str, object]:
    here: object = plain(client, text, path)
    for key in client.keys:
        here = here.get(key) if isinstance(here, dict) else None
    return dict(here) if isinstance(here, dict) else {}


def has_entry(client: Client, text: str, path: Path) -> bool:
    return bool(entry_in(client, text, path))


def snippet(client: Client, launch: Launch) -> str:
    """What a file holds that has nothing but us in it."""
    edit = toml.written if client.toml else jsonc.written
    return edit("", client.keys, client.entry(launch))


def target(path: Path) -> Path:
    """The file itself where the path is a link to one, as people have who keep their settings elsewhere."""
    return path.resolve() if path.is_symlink() else path


def load(path: Path) -> str | None:
    """None where there is no file. Raises BadArgument where it cannot be read as text."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError):
        raise BadArgument(f"{path} cannot be read.", hint="Make it readable, then try again.") from None


def replace(path: Path, text: str) -> None:
    """Whole or not at all, with the rights the file had; a new one is for its owner alone."""
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    fresh = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, fresh)
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
