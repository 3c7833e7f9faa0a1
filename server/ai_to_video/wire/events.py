"""The stream of a run: bytes ⇄ AgentEvents. Framing, heartbeats, and errors written without escaping. Pure.

Nothing here raises, whatever the bytes; a line nobody can read becomes an "other" event.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from .payload import BEATS, END, HEARTBEAT, OTHER, AgentEvent, tell

__all__ = ["END", "HEARTBEAT", "HEARTBEAT_BYTES", "OTHER", "AgentEvent", "SSEReader", "encode_event", "events_in"]

HEARTBEAT_BYTES = b": heartbeat\n\n"
"""A frame that only says: still working."""

_decode = json.JSONDecoder(strict=False).raw_decode
_BOM = b"\xef\xbb\xbf"
_FIELDS = frozenset({b"data", b"event", b"id", b"retry"})
_BROKEN_START = re.compile(r'\s*\{\s*"error"\s*:\s*"')
_BROKEN_END = re.compile(r'"\s*\}\s*\Z')


class SSEReader:
    """Bytes in any cut → AgentEvents. Lines end at CRLF, LF or CR and nowhere else.

    Some services write `{"error": "…"}` with the words as they are: quotes then break the JSON, and their line ends
    leave lines without a field name, even blank ones. Such an error stays open until its `"}`, or the next data.
    """

    def __init__(self) -> None:
        self._tail: list[bytes] = []
        self._after_cr = False
        self._at_start = True
        self._data: list[str] = []
        self._event = ""
        self._open_error: list[str] = []

    def feed(self, data: bytes) -> list[AgentEvent]:
        """Take the next bytes; give the events they complete."""
        if self._after_cr and data:
            self._after_cr = False
            if data[0] == 10:
                data = data[1:]
        if b"\r" in data:
            self._after_cr = data[-1] == 13
            data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        lines = data.split(b"\n")
        if len(lines) == 1:
            if data:
                self._tail.append(data)
            return []
        if self._tail:
            self._tail.append(lines[0])
            lines[0] = b"".join(self._tail)
        tail = lines.pop()
        self._tail = [tail] if tail else []
        return self._read(lines)

    def close(self) -> list[AgentEvent]:
        """The stream ended: a last line without its end, and a last frame without its blank line, still count."""
        lines = [b"".join(self._tail), b""]
        self._tail = []
        events = self._read(lines)
        self._close_error(events)
        return events

    def _read(self, lines: list[bytes]) -> list[AgentEvent]:
        if self._at_start:
            self._at_start = False
            lines[0] = lines[0].removeprefix(_BOM)
        events: list[AgentEvent] = []
        for line in lines:
            if line[:6] == b"data: " and not self._open_error:
                self._data.append(line[6:].decode("utf-8", "replace"))
            elif line or self._open_error:
                self._read_line(line, events)
            elif self._data:
                frame = self._data
                self._data = []
                self._read_frame(frame[0] if len(frame) == 1 else "\n".join(frame), events)
            elif self._event:
                self._event, name = "", self._event
                events.append(HEARTBEAT if name in BEATS else OTHER)
        return events

    def _read_line(self, line: bytes, events: list[AgentEvent]) -> None:
        """Any line that is not the plain beginning of a data line."""
        name, _, value = line.partition(b":")
        if line[:1] == b":":
            events.append(HEARTBEAT)
        elif name == b"data":
            self._close_error(events)
            self._data.append(value.removeprefix(b" ").decode("utf-8", "replace"))
        elif self._in_error():
            self._open_error += [*self._data, line.decode("utf-8", "replace")]
            self._data = []
            if _BROKEN_END.search(self._open_error[-1]):
                self._close_error(events)
        elif name == b"event":
            self._event = value.strip().lower().decode("utf-8", "replace")
        elif name not in _FIELDS and not self._data:
            self._read_frame(line.decode("utf-8", "replace"), events)

    def _in_error(self) -> bool:
        """True inside the words of an error that go on over several lines."""
        if self._open_error or not self._data:
            return bool(self._open_error)
        if not _BROKEN_START.match(self._data[0]) or _BROKEN_END.search(self._data[-1]):
            return False
        try:
            json.loads("\n".join(self._data))
        except (ValueError, RecursionError):
            return True
        return False

    def _close_error(self, events: list[AgentEvent]) -> None:
        if self._open_error:
            text, self._open_error = "\n".join(self._open_error), []
            events.append(_broken_error(text))

    def _read_frame(self, text: str, events: list[AgentEvent]) -> None:
        name, self._event = self._event, ""
        try:
            payload, end = _decode(text)
            if end != len(text) and text[end:].strip():
                raise ValueError
        except (ValueError, RecursionError):
            self._read_unparsed(text, events)
            return
        before = len(events)
        if isinstance(payload, dict) and payload:
            tell(payload, events)
        elif payload == {} or (isinstance(payload, str) and payload.lower() in BEATS):
            events.append(HEARTBEAT)
        if len(events) == before:
            events.append(HEARTBEAT if name and name in BEATS else OTHER)

    def _read_unparsed(self, text: str, events: list[AgentEvent]) -> None:
        stripped = text.strip()
        if stripped.lower() in BEATS:
            events.append(HEARTBEAT)
        elif _BROKEN_START.match(text):
            if _BROKEN_END.search(text):
                events.append(_broken_error(text))
            else:
                self._open_error = [text, ""]
        elif "\n" in stripped:
            for line in stripped.split("\n"):
                self._read_frame(line, events)
        elif stripped != text:
            self._read_frame(stripped, events)
        else:
            events.append(OTHER)


def _broken_error(text: str) -> AgentEvent:
    words = _BROKEN_END.sub("", _BROKEN_START.sub("", text, count=1)).rstrip("\n")
    return AgentEvent("error", error=words or "unknown error")


def events_in(data: bytes) -> Iterator[AgentEvent]:
    """All events of a whole recorded stream."""
    reader = SSEReader()
    yield from reader.feed(data)
    yield from reader.close()


def encode_event(
    *,
    text: str = "",
    thought: str = "",
    partial: bool | None = None,
    calls: Mapping[str, Mapping[str, Any]] | None = None,
    results: Mapping[str, Mapping[str, Any]] | None = None,
    state_delta: Mapping[str, Any] | None = None,
    error_code: str = "",
    error_message: str = "",
    author: str = "nemo_agent",
    invocation_id: str = "",
    event_id: str = "",
    timestamp: float = 0,
) -> bytes:
    """One frame `data: {json}` and a blank line, as the agent writes it: camelCase, empty fields left out.

    `calls` and `results` map the name of a tool to its arguments or its response.
    """
    parts: list[dict[str, Any]] = []
    if thought:
        parts.append({"text": thought, "thought": True})
    if text:
        parts.append({"text": text})
    for name, args in (calls or {}).items():
        parts.append({"functionCall": {"id": f"{invocation_id}/{name}", "args": args, "name": name}})
    for name, response in (results or {}).items():
        parts.append({"functionResponse": {"id": f"{invocation_id}/{name}", "name": name, "response": response}})
    body: dict[str, Any] = {}
    if parts:
        body["content"] = {"parts": parts, "role": "user" if results and not text else "model"}
    if partial is not None:
        body["partial"] = partial
    if error_code:
        body["errorCode"] = error_code
    if error_message:
        body["errorMessage"] = error_message
    body |= {"invocationId": invocation_id, "author": author}
    body["actions"] = {"stateDelta": dict(state_delta or {}), "artifactDelta": {}}
    body |= {"id": event_id, "timestamp": timestamp}
    return b"data: " + json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n\n"
