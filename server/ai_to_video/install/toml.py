"""One table of a TOML text set or removed; comments, order and every other line stay. Pure."""

import json
import re
import tomllib
from collections.abc import Mapping, Sequence

HEADER = re.compile(r"[ \t]*\[")


def read(text: str) -> dict[str, object]:
    """Raises ValueError where the text is no TOML."""
    return tomllib.loads(text.lstrip("\ufeff"))


def written(text: str, keys: Sequence[str], value: Mapping[str, object]) -> str:
    """The text with the table `keys` holding `value`; tables below it stay. Raises ValueError for a value or a text
    that cannot be put so."""
    end = "\r\n" if "\r\n" in text else "\n"
    below = tables_below(text, keys)
    lines = [f"{name} = {shown(one)}" for name, one in value.items() if name not in below]
    block = end.join([f"[{'.'.join(map(spelled, keys))}]", *lines]) + end
    start, stop = span(text, keys)
    if start < 0:
        first = min((span(text, (*keys, name))[0] for name in below), default=-1)
        if first >= 0:
            return text[:first] + block + end + text[first:]
        gap = "" if not text.strip() else end if text.endswith("\n") else end * 2
        return text + gap + block
    kept = len(text[start:stop].rstrip())
    return text[:start] + block + text[start + kept :].removeprefix("\r").removeprefix("\n")


def removed(text: str, keys: Sequence[str]) -> str:
    """The text without the table and the ones below it."""
    for name in ("", *tables_below(text, keys)):
        start, stop = span(text, (*keys, name) if name else keys)
        if start >= 0:
            text = text[:start] + text[stop:]
    return text


def tables_below(text: str, keys: Sequence[str]) -> tuple[str, ...]:
    here: object = read(text)
    for key in keys:
        here = here.get(key, {}) if isinstance(here, dict) else {}
    if not isinstance(here, dict):
        return ()
    return tuple(name for name in here if span(text, (*keys, name))[0] >= 0)


def span(text: str, keys: Sequence[str]) -> tuple[int, int]:
    """Where the table with its own header lies, up to the comments before the next one; (-1, -1) where it is not."""
    place, start = 0, -1
    for line in text.splitlines(keepends=True):
        if HEADER.match(line):
            if start >= 0:
                return start, place - len(leading(text[start:place]))
            if names(line) == tuple(keys):
                start = place
        place += len(line)
    return (start, place) if start >= 0 else (-1, -1)


def leading(block: str) -> str:
    """The comments and empty lines at the end of a block: they belong to what comes next."""
    lines = block.splitlines(keepends=True)
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()
    return block[len("".join(lines)) :]


def names(header: str) -> tuple[str, ...]:
    """What a header line names, () where it is no header of a plain table."""
    try:
        here: object = tomllib.loads(header)
    except tomllib.TOMLDecodeError:
        return ()
    found = []
    while isinstance(here, dict) and here:
        name, here = next(iter(here.items()))
        found.append(name)
    return tuple(found) if isinstance(here, dict) else ()


def spelled(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else json.dumps(name, ensure_ascii=False)


def shown(value: object) -> str:
    """Raises ValueError for what is neither text, number, truth, list nor table."""
    if isinstance(value, str | bool | int | float):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return f"[{', '.join(map(shown, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{spelled(name)} = {shown(one)}' for name, one in value.items())} }}"
    raise ValueError(value)
