"""Looking into JSON nobody has documented: by lists of spellings, and rather nothing than a wrong figure. Pure."""

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar
from urllib.parse import unquote

T = TypeVar("T")
LONGEST_MS = 30 * 24 * 3600 * 1000
SHORTEST_MS = 10
"""A shorter stretch is no stretch: some other unit was meant."""


def parsed(value: object) -> object:
    """An object or list that travelled as a JSON string, as what it is; anything else as it came."""
    if isinstance(value, str) and value.lstrip()[:1] in {"{", "["}:
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            return value
    return value


def mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def at(thing: Mapping[str, Any], path: str) -> object:
    """`m.text` is the text inside m; None where there is no such place."""
    outer, _, inner = path.rpartition(".")
    return (mapping(thing.get(outer)) if outer else thing).get(inner)


def pick(thing: Mapping[str, Any], paths: Sequence[str], read: Callable[[object], T | None]) -> T | None:
    """The first of `paths` that `read` accepts."""
    return next((value for path in paths if (value := read(at(thing, path))) is not None), None)


def where(thing: Mapping[str, Any], paths: Sequence[str]) -> str:
    """The first of `paths` that holds words, or ""."""
    return next((path for path in paths if words(at(thing, path))), "")


def words(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def number(value: object) -> float | None:
    """A finite number, also one that came as a string."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        figure = float(value)
    except (ValueError, OverflowError):
        return None
    return figure if math.isfinite(figure) else None


def positive(value: object) -> float | None:
    figure = number(value)
    return figure if figure is not None and figure > 0 else None


def instant(value: object) -> int | None:
    """Milliseconds from the beginning."""
    figure = number(value)
    return round(figure) if figure is not None and 0 <= figure <= LONGEST_MS else None


def length(value: object) -> int | None:
    """Milliseconds that something lasts."""
    figure = instant(value)
    return figure if figure is not None and figure >= SHORTEST_MS else None


def pixels(value: object) -> int | None:
    """One side of a picture."""
    figure = number(value)
    return round(figure) if figure is not None and 1 <= figure <= 100_000 else None


def percent(value: object) -> int | None:
    """A fraction up to 1, or percent; a whole 1 is one percent."""
    if isinstance(value, str):
        value = value.strip().removesuffix("%")
    figure = number(value)
    if figure is None or not 0 <= figure <= 1000:
        return None
    return round(figure * 100) if figure <= 1 and not (isinstance(value, int) and value == 1) else round(figure)


def name_of(value: object) -> str | None:
    """An id: a string, or a whole number as one."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return words(value)


def layers(payload: object) -> Iterator[Mapping[str, Any]]:
    """The objects in which a service may have put its answer, outermost first."""
    outer = mapping(payload)
    data = mapping(outer.get("data"))
    yield from filter(None, (outer, data, mapping(outer.get("result")), mapping(data.get("data"))))


def first(payload: object, *keys: str) -> str:
    """The first id or words under one of `keys` in any layer, or ""."""
    return next((value for layer in layers(payload) if (value := pick(layer, keys, name_of))), "")


def file_name(source: str) -> str:
    """The last part of a URL or path, readable."""
    return unquote(re.split(r"[?#]", source, maxsplit=1)[0].rstrip("/").rpartition("/")[2])
