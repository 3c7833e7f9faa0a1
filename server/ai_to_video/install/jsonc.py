"""One entry of a JSON text set or removed; comments, order and every other character stay. Pure.

Reads what programs write: JSON with comments, trailing commas and, as in JSON5, bare names and single quotes.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NoReturn

SPACE = re.compile(r"(?:[\s\ufeff]|//[^\n]*|/\*.*?\*/)*", re.DOTALL)
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'', re.DOTALL)
BARE = re.compile(r"[^\s,:\[\]{}\"'/]+")
UNIT = "  "


@dataclass(slots=True)
class Node:
    """A value from `start` to `end`. Objects have `members`; `comma` is behind a comma after the last one, or 0."""

    start: int
    end: int = 0
    value: object = None
    members: "dict[str, Member] | None" = None
    comma: int = 0


@dataclass(slots=True)
class Member:
    key: int
    node: Node = field(default_factory=lambda: Node(0))


class Reader:
    """Raises ValueError with the number of the line where the text stops making sense."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def document(self) -> Node:
        node = self._value()
        self._skip()
        if self._at != len(self._text):
            self._fail()
        return node

    def _fail(self) -> NoReturn:
        raise ValueError(self._text.count("\n", 0, self._at) + 1)

    def _skip(self) -> str:
        found = SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._text[self._at : self._at + 1]

    def _value(self) -> Node:
        sign = self._skip()
        node = Node(self._at)
        if sign == "{":
            self._object(node)
        elif sign == "[":
            self._list(node)
        else:
            node.value = self._scalar()
        node.end = self._at
        return node

    def _object(self, node: Node) -> None:
        members: dict[str, Member] = {}
        self._at += 1
        while self._skip() != "}":
            if members and not node.comma:
                self._fail()
            key = self._at
            name = str(self._scalar())
            if self._skip() != ":":
                self._fail()
            self._at += 1
            members[name] = Member(key, self._value())
            self._comma(node)
        self._at += 1
        node.members = members
        node.value = {name: member.node.value for name, member in members.items()}

    def _list(self, node: Node) -> None:
        items: list[object] = []
        self._at += 1
        while self._skip() != "]":
            if items and not node.comma:
                self._fail()
            items.append(self._value().value)
            self._comma(node)
        self._at += 1
        node.value = items

    def _comma(self, node: Node) -> None:
        node.comma = 0
        if self._skip() == ",":
            self._at += 1
            node.comma = self._at

    def _scalar(self) -> object:
        """A string, a number, true, false, null, or a bare name, which stands for itself."""
        found = STRING.match(self._text, self._at) or BARE.match(self._text, self._at)
        if found is None:
            self._fail()
        word = found[0]
        if word[0] == "'":
            word = '"' + word[1:-1].replace("\\'", "'").replace('"', '\\"') + '"'
        try:
            value: object = json.loads(word, strict=False)
        except ValueError:
            if word[0] == '"':
                self._fail()
            value = word
        self._at = found.end()
        return value


def read(text: str) -> object:
    """The plain value; an empty text is an empty object. Raises ValueError(line)."""
    return Reader(text).document().value if text.strip("\ufeff \t\r\n") else {}


def written(text: str, keys: Sequence[str], value: object) -> str:
    """The text with `value` at the end of `keys`. Raises ValueError, also where something else stands in the way."""
    if not text.strip("\ufeff \t\r\n"):
        return json.dumps(nested(keys, value), indent=UNIT, ensure_ascii=False) + "\n"
    end = "\r\n" if "\r\n" in text else "\n"
    node, depth = Reader(text).document(), 0
    while depth < len(keys) and node.members is not None and keys[depth] in node.members:
        node, depth = node.members[keys[depth]].node, depth + 1
    if depth == len(keys):
        return text[: node.start] + shown(value, indent_at(text, node.start), end) + text[node.end :]
    if node.members is None:
        raise ValueError(text.count("\n", 0, node.start) + 1)
    inner, base = indent_in(text, node), indent_at(text, node.start)
    close = node.end - 1
    last = len(text[:close].rstrip())
    member = f"{json.dumps(keys[depth])}: {shown(nested(keys[depth + 1 :], value), inner, end)}"
    tail = text[last:close] if "\n" in text[last:close] else end + base
    before = text[:last]
    if node.members and not node.comma:
        stop = list(node.members.values())[-1].node.end
        before = text[:stop] + "," + text[stop:last]
    return before + end + inner + member + tail + text[close:]


def removed(text: str, keys: Sequence[str]) -> str:
    """The text without the entry; the same text where there is none. Raises ValueError(line)."""
    if not text.strip("\ufeff \t\r\n"):
        return text
    node = Reader(text).document()
    for key in keys[:-1]:
        if node.members is None or key not in node.members:
            return text
        node = node.members[key].node
    if node.members is None or keys[-1] not in node.members:
        return text
    names = list(node.members)
    place = names.index(keys[-1])
    member = node.members[keys[-1]]
    if place + 1 < len(names) or node.comma:
        return cut(text, member.key, behind_space(text, member.node.end) + 1)
    text = cut(text, member.key, member.node.end)
    if place:
        comma = behind_space(text, node.members[names[place - 1]].node.end)
        text = text[:comma] + text[comma + 1 :]
    return text


def cut(text: str, start: int, stop: int) -> str:
    """Without the white space before as well, where a line would be left empty."""
    rest = text[stop:]
    if re.match(r"[ \t]*\r?\n", rest):
        return text[:start].rstrip() + rest
    return text[:start] + rest.lstrip(" \t")


def behind_space(text: str, place: int) -> int:
    found = SPACE.match(text, place)
    return found.end() if found else place


def nested(keys: Sequence[str], value: object) -> object:
    for key in reversed(keys):
        value = {key: value}
    return value


def shown(value: object, indent: str, end: str) -> str:
    return json.dumps(value, indent=UNIT, ensure_ascii=False).replace("\n", end + indent)


def indent_at(text: str, place: int) -> str:
    """The white space the line of `place` begins with."""
    line = text[text.rfind("\n", 0, place) + 1 : place]
    return line[: len(line) - len(line.lstrip())].lstrip("\ufeff")


def indent_in(text: str, node: Node) -> str:
    for member in (node.members or {}).values():
        line = text[text.rfind("\n", 0, member.key) + 1 : member.key]
        if not line.strip("\ufeff \t"):
            return line
    return indent_at(text, node.start) + UNIT
