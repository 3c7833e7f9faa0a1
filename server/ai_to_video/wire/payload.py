"""One JSON object of the stream ⇄ AgentEvents: the agent's form and the typed form, camelCase or snake_case. Pure.

Thoughts are dropped here. Whatever is not understood tells nothing; nothing raises.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple


class AgentEvent(NamedTuple):
    """One thing a payload told; a payload that tells several becomes several events, text first.

    `kind`: text (a whole message, or a piece of one when `partial`), tool_call, tool_result, state, question, error,
    end, heartbeat, other. Heartbeats are life, not progress. `text`: the words of a text or question. `tool`: the
    name of a tool; empty on the result of a call that has an id. `error`: "code: words", or only one of them.
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
BEATS = frozenset({"", "heartbeat", "ping", "keepalive", "keep-alive"})

_CALLS = frozenset({"tool_call", "tool_start", "toolcall_start"})
_RESULTS = frozenset({"tool_result", "tool_end", "toolcall_end"})
_QUESTIONS = frozenset({"ask_question", "ask_user", "ask_user_question"})
_FAILURES = frozenset(
    {"error", "errorCode", "error_code", "errorMessage", "error_message", "code", "detail", "success"}
)
_NO_FAILURE = frozenset({"", "0", "200", "ok", "success", "stop"})
"""stop: some models close a regular turn that has no words with it."""


def tell(payload: dict[str, Any], events: list[AgentEvent]) -> None:
    """Append what one JSON object tells."""
    content = payload.get("content")
    while content is None and payload.get("code") == 0 and isinstance(payload.get("data"), dict):
        payload = payload["data"]
        content = payload.get("content")
    if isinstance(content, dict):
        _tell_parts(payload, content, events)
    elif isinstance(payload.get("type"), str):
        _tell_typed(payload, payload["type"].lower(), events)
        return
    elif isinstance(content, str) and content:
        events.append(AgentEvent("text", content, payload.get("partial") is True))
    elif payload.get("heartbeat"):
        events.append(HEARTBEAT)
        return
    actions = payload.get("actions")
    if isinstance(actions, dict):
        delta = actions.get("stateDelta") or actions.get("state_delta")
        if delta and isinstance(delta, dict):
            events.append(AgentEvent("state", state_keys=tuple(delta)))
    if not _FAILURES.isdisjoint(payload):
        error = failure(payload, alone=not content)
        if error:
            events.append(AgentEvent("error", error=error))


def _tell_parts(payload: dict[str, Any], content: dict[str, Any], events: list[AgentEvent]) -> None:
    parts, author = content.get("parts"), payload.get("author")
    if not isinstance(parts, list):
        return
    if not isinstance(author, str):
        author = ""
    text, calls = "", []
    for part in parts:
        if not isinstance(part, dict):
            continue
        words = part.get("text")
        if isinstance(words, str):
            if words and not part.get("thought"):
                text += words
            continue
        call = part.get("functionCall") or part.get("function_call")
        if isinstance(call, dict):
            name = str(call.get("name") or "")
            calls.append(AgentEvent("tool_call", tool=name, author=author))
            calls += _asked(call.get("args")) if name in _QUESTIONS else ()
        elif "functionResponse" in part or "function_response" in part:
            calls.append(AgentEvent("tool_result", author=author))
    if text:
        if author == "system" and text[:7] == "Error: " and not _run_of(payload):
            events.append(AgentEvent("error", error=text[7:]))
        elif author != "user":
            events.append(AgentEvent("text", text, payload.get("partial") is True, "", "", (), author))
    if calls:
        events += calls


def _run_of(payload: dict[str, Any]) -> object:
    return payload.get("invocationId") or payload.get("invocation_id")


def _tell_typed(payload: dict[str, Any], kind: str, events: list[AgentEvent]) -> None:
    words = _words(payload, "content", "text", "message", "delta")
    if kind in {"text", "message"}:
        if words:
            events.append(AgentEvent("text", words, payload.get("partial") is True))
    elif kind in {"chunk", "delta", "text_delta"}:
        if words:
            events.append(AgentEvent("text", words, partial=True))
    elif kind in _CALLS or kind in _RESULTS:
        name = _words(payload, "name", "tool", "tool_name", "toolName")
        events.append(AgentEvent("tool_call" if kind in _CALLS else "tool_result", tool=name))
        if kind in _CALLS and name in _QUESTIONS:
            events += _asked(payload.get("args"))
    elif kind in BEATS:
        events.append(HEARTBEAT)
    elif kind in _QUESTIONS:
        events += _asked(payload.get("data") or payload.get("args") or payload)
    elif kind in {"done", "end", "complete"}:
        events.append(END)
    elif kind == "error":
        events.append(AgentEvent("error", error=failure(payload, alone=True) or words or "unknown error"))


def failure(payload: Mapping[str, Any], *, alone: bool) -> str:
    """`code: words` of whatever error an object holds, or "". `alone`: there is no content beside it."""
    error = payload.get("error")
    inner = error if isinstance(error, Mapping) else {}
    code = next(filter(None, map(_code, (payload.get("errorCode"), payload.get("error_code"), inner.get("code")))), "")
    words = _words(payload, "errorMessage", "error_message", "error") or _words(inner, "message", "msg")
    if alone and not code:
        code = _code(payload.get("code"))
        if code or payload.get("success") is False:
            words = words or _words(payload, "message", "msg") or "unknown error"
        words = words or _words(payload, "detail") or ("unknown error" if error else "")
    return f"{code}: {words}" if code and words else code or words


def _code(value: object) -> str:
    """A code that means failure, as a string; "" for anything else."""
    code = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return "" if code.lower() in _NO_FAILURE else code


def _words(thing: Mapping[str, Any], *keys: str) -> str:
    return next((value for key in keys if isinstance(value := thing.get(key), str) and value), "")


def _asked(asked: object) -> list[AgentEvent]:
    words = question(asked)
    return [AgentEvent("question", words)] if words else []


def question(asked: object) -> str:
    """`{title, questions: [{prompt, options: [{label}], allow_multiple}]}` as lines a person can answer."""
    if not isinstance(asked, Mapping):
        return asked if isinstance(asked, str) else ""
    questions = asked.get("questions")
    if not isinstance(questions, list):
        return " ".join(filter(None, (_words(asked, "title", "question", "prompt", "content"), _choice(asked))))
    lines = [_words(asked, "title")]
    for number, one in enumerate(questions, 1):
        if isinstance(one, Mapping):
            lines.append(" ".join(filter(None, (f"{number}.", _words(one, "prompt", "question"), _choice(one)))))
    return "\n".join(filter(None, lines))


def _choice(one: Mapping[str, Any]) -> str:
    options = one.get("options")
    if not isinstance(options, list):
        return ""
    labels = [_words(option, "label", "id") if isinstance(option, Mapping) else str(option) for option in options]
    several = ", several may be chosen" if one.get("allow_multiple") else ""
    return f"({' / '.join(filter(None, labels))}{several})" if any(labels) else ""
