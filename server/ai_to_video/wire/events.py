"""One SSE payload ⇄ AgentEvents: framing on bytes, both event forms, every shape of error and heartbeat. Pure.

Nothing here raises, whatever the bytes. Thoughts are dropped; a line nobody can read becomes an "other" event.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

_decode = json.JSONDecoder().raw_decode


class AgentEvent(NamedTuple):
    """One thing a payload told; a payload that tells several becomes several events, text first.

    `kind`: text (a whole message, or a piece of one when `partial`), tool_call, tool_result, state, question, error,
    end, heartbeat, other. Heartbeats are life, not progress. `text`: the words of a text or question. `tool`: the
    name of a tool; empty on the result of a call that is known by its id. `error`: "code: words".
    `state_keys`: what the run changed in the session state. `author`: the agent that speaks, where known.
    """

    kind: str
    text: str = ""
    partial: bool = False
    tool: str = ""
    error: str = ""
    state_keys: tuple[str, ...] = ()
    author: str = ""


HEARTBEAT = AgentEvent("heartbeat")
OTHER = AgentEvent("other")
END = AgentEvent("end")

_BEATS = frozenset({"", "heartbeat", "ping", "keepalive", "keep-alive"})
_CALLS = frozenset({"tool_call", "tool_start", "toolcall_start"})
_RESULTS = frozenset({"tool_result", "tool_end", "toolcall_end"})
_FIELDS = frozenset({b"data", b"event", b"id", b"retry"})
_BROKEN_ERROR = re.compile(r'\s*\{\s*"error"\s*:\s*"')
_BROKEN_END = re.compile(r'"\s*\}\s*\Z')


class SSEReader:
    """Bytes in any cut → AgentEvents. Lines end at CRLF, LF or CR and nowhere else."""

    def __init__(self) -> None:
        self._tail: list[bytes] = []
        self._after_cr = False
        self._at_start = True
        self._data: list[str] = []
        self._event = ""
        self._broken: list[str] = []

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
        lines = [b"".join(self._tail), b""] if self._tail else [b""]
        self._tail = []
        events = self._read(lines)
        if self._broken:
            self._end_broken(events)
        return events

    def _read(self, lines: list[bytes]) -> list[AgentEvent]:
        if self._at_start:
            self._at_start = False
            lines[0] = lines[0].removeprefix(b"\xef\xbb\xbf")
        events: list[AgentEvent] = []
        for line in lines:
            if line[:6] == b"data: " and not self._broken:
                self._data.append(line[6:].decode("utf-8", "replace"))
            elif line or self._broken:
                self._odd(line, events)
            elif self._data:
                data = self._data
                self._data = []
                self._frame(data[0] if len(data) == 1 else "\n".join(data), events)
            elif self._event:
                self._event, name = "", self._event
                events.append(HEARTBEAT if name in _BEATS else OTHER)
        return events

    def _odd(self, line: bytes, events: list[AgentEvent]) -> None:
        """Any line that is not the plain beginning of a data line."""
        name, colon, value = line.partition(b":")
        if self._broken:
            if name == b"data":
                self._end_broken(events)
            else:
                self._continue_broken(line.decode("utf-8", "replace"), events)
                return
        text = value.removeprefix(b" ").decode("utf-8", "replace")
        if name == b"data":
            self._data.append(text)
        elif name == b"event":
            self._event = text.strip().lower()
        elif not name and colon:
            events.append(HEARTBEAT)
        elif name in _FIELDS:
            return
        elif self._data:
            if _BROKEN_ERROR.match(self._data[0]):
                self._broken, self._data = [*self._data], []
                self._continue_broken(line.decode("utf-8", "replace"), events)
        else:
            self._frame(line.decode("utf-8", "replace"), events)

    def _continue_broken(self, line: str, events: list[AgentEvent]) -> None:
        self._broken.append(line)
        if _BROKEN_END.search(line):
            self._end_broken(events)

    def _end_broken(self, events: list[AgentEvent]) -> None:
        text, self._broken = "\n".join(self._broken), []
        events.append(AgentEvent("error", error=_broken_error(text)))

    def _frame(self, text: str, events: list[AgentEvent]) -> None:
        name, self._event = self._event, ""
        try:
            payload, end = _decode(text)
            if end != len(text) and text[end:].strip():
                raise ValueError
        except (ValueError, RecursionError):
            self._unparsed(text, name, events)
            return
        if payload.__class__ is not dict or not payload:
            events.append(HEARTBEAT if payload == {} or str(payload).lower() in _BEATS else OTHER)
        else:
            before = len(events)
            _tell(payload, events)
            if len(events) == before:
                events.append(HEARTBEAT if name and name in _BEATS else OTHER)

    def _unparsed(self, text: str, name: str, events: list[AgentEvent]) -> None:
        stripped = text.strip()
        if stripped.lower() in _BEATS:
            events.append(HEARTBEAT)
        elif _BROKEN_ERROR.match(text):
            if _BROKEN_END.search(text):
                events.append(AgentEvent("error", error=_broken_error(text)))
            else:
                self._broken = [text, ""]
        elif "\n" in text:
            for line in text.split("\n"):
                self._frame(line, events)
        elif stripped != text:
            self._event = name
            self._frame(stripped, events)
        else:
            events.append(OTHER)


def _broken_error(text: str) -> str:
    """The words between `{"error": "` and `"}`: some services write them without escaping."""
    return _BROKEN_END.sub("", _BROKEN_ERROR.sub("", text, count=1)).rstrip("\n") or "unknown error"


def _tell(payload: dict[str, Any], events: list[AgentEvent]) -> None:
    """Append what one JSON object tells, in either form, camelCase or snake_case."""
    get = payload.get
    content = get("content")
    if content.__class__ is dict:
        _tell_agent(payload, content, events)
    elif isinstance(get("type"), str) and (content is None or isinstance(content, str)):
        _tell_typed(payload, get("type", "").lower(), events)
        return
    elif isinstance(content, str) and content:
        events.append(AgentEvent("text", content, bool(get("partial"))))
    elif get("heartbeat"):
        events.append(HEARTBEAT)
        return
    elif get("code") == 0 and isinstance(get("data"), dict):
        _tell(get("data", {}), events)
        return

    actions = get("actions")
    if actions.__class__ is dict:
        delta = actions.get("stateDelta") or actions.get("state_delta")
        if delta.__class__ is dict and delta:
            events.append(AgentEvent("state", state_keys=tuple(delta)))
    error = _error_in(payload, bare=not content)
    if error:
        events.append(AgentEvent("error", error=error))


def _tell_agent(payload: dict[str, Any], content: dict[str, Any], events: list[AgentEvent]) -> None:
    parts = content.get("parts")
    if parts.__class__ is not list:
        return
    author = payload.get("author")
    if author.__class__ is not str:
        author = ""
    text = ""
    calls: list[AgentEvent] = []
    for part in parts:
        if part.__class__ is not dict:
            continue
        words = part.get("text")
        if words.__class__ is str:
            if words and not part.get("thought"):
                text += words
            continue
        call = part.get("functionCall") or part.get("function_call")
        if call.__class__ is dict:
            name = str(call.get("name") or "")
            calls.append(AgentEvent("tool_call", tool=name, author=author))
            if name == "ask_question":
                calls.append(AgentEvent("question", _question(call.get("args")), author=author))
        elif "functionResponse" in part or "function_response" in part:
            calls.append(AgentEvent("tool_result", author=author))
    if (
        author == "system"
        and text[:7] == "Error: "
        and not (payload.get("invocationId") or payload.get("invocation_id"))
    ):
        events.append(AgentEvent("error", error=text[7:]))
        return
    if text and author != "user":
        events.append(AgentEvent("text", text, payload.get("partial") is True, author=author))
    if calls:
        events += calls


def _tell_typed(payload: dict[str, Any], kind: str, events: list[AgentEvent]) -> None:
    words = next((payload[key] for key in ("content", "text", "message", "delta") if _is_words(payload.get(key))), "")
    if kind in {"text", "message"}:
        if words:
            events.append(AgentEvent("text", words, payload.get("partial") is True))
    elif kind in {"chunk", "text_delta", "delta"}:
        if words:
            events.append(AgentEvent("text", words, True))
    elif kind in _CALLS or kind in _RESULTS:
        keys = ("name", "tool", "tool_name", "toolName")
        name = next((payload[key] for key in keys if _is_words(payload.get(key))), "")
        events.append(AgentEvent("tool_call" if kind in _CALLS else "tool_result", tool=name))
        if name == "ask_question" and kind in _CALLS:
            events.append(AgentEvent("question", _question(payload.get("args"))))
    elif kind in _BEATS:
        events.append(HEARTBEAT)
    elif kind in {"ask_question", "question"}:
        events.append(AgentEvent("question", _question(payload.get("data") or payload.get("args") or payload)))
    elif kind in {"done", "end", "complete"}:
        events.append(END)
    elif kind == "error":
        events.append(AgentEvent("error", error=_error_in(payload, bare=True) or words or "unknown error"))


def _is_words(value: object) -> bool:
    return isinstance(value, str) and bool(value)


def _error_in(payload: dict[str, Any], *, bare: bool) -> str:
    """`code: words` of whatever error the payload holds, or "". `bare`: there is no content beside it."""
    get = payload.get
    code = get("errorCode") or get("error_code")
    words = get("errorMessage") or get("error_message")
    error = get("error")
    if error.__class__ is dict:
        code, words = code or error.get("code"), words or error.get("message")
        if not code and not words:
            words = "unknown error" if error else ""
    elif error.__class__ is str:
        words = words or error
    elif error is True:
        words = words or get("message") or get("detail") or "unknown error"
    if bare and not code and (get("code") or get("detail")):
        number = str(get("code") or "").strip()
        if number not in {"", "0", "200"}:
            code = number
            words = words or get("message") or get("msg")
        words = words or get("detail")
    if code == "STOP":  # some models close an empty but regular turn with it
        code = ""
    return ": ".join(str(part) for part in (code, words) if part)


def _question(asked: object) -> str:
    """`{title, questions: [{prompt, options: [{label}], allow_multiple}]}` as lines a person can answer."""
    if not isinstance(asked, Mapping):
        return asked if isinstance(asked, str) else ""
    lines = [str(asked[key]) for key in ("title", "question", "prompt", "content") if _is_words(asked.get(key))][:1]
    questions = asked.get("questions")
    single = not isinstance(questions, list)
    for number, question in enumerate([asked] if single else questions or [], 1):
        if not isinstance(question, Mapping):
            continue
        options = question.get("options")
        labels = [
            str(option.get("label", option.get("id", ""))) if isinstance(option, Mapping) else str(option)
            for option in (options if isinstance(options, list) else ())
        ]
        choice = " / ".join(label for label in labels if label)
        several = " (several may be chosen)" if question.get("allow_multiple") else ""
        if single:
            lines += [choice + several] if choice else []
        else:
            prompt = str(question.get("prompt") or question.get("question") or "")
            lines.append(f"{number}. {prompt}{': ' if prompt and choice else ''}{choice}{several}")
    return "\n".join(lines)


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
    """One frame `data: {json}\\n\\n` as the agent writes it: camelCase, empty fields left out.

    `calls` and `results` map a tool's name to its arguments or its response; a call's id is its name and the event id.
    """
    parts: list[dict[str, Any]] = []
    if thought:
        parts.append({"text": thought, "thought": True})
    if text:
        parts.append({"text": text})
    for name, args in (calls or {}).items():
        parts.append({"functionCall": {"id": f"{name}-{invocation_id}", "args": args, "name": name}})
    for name, response in (results or {}).items():
        parts.append({"functionResponse": {"id": f"{name}-{invocation_id}", "name": name, "response": response}})
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


def heartbeat_bytes() -> bytes:
    """A frame that only says: still working."""
    return b": heartbeat\n\n"


def events_in(data: bytes) -> Iterator[AgentEvent]:
    """All events of a whole recorded stream."""
    reader = SSEReader()
    yield from reader.feed(data)
    yield from reader.close()
