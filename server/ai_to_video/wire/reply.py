"""A stream of events folds into one Reply: text never twice, never lost. Pure."""

from dataclasses import dataclass

from .events import AgentEvent, events_in

_HICCUP = "i encountered a temporary issue"


@dataclass(frozen=True, slots=True)
class Reply:
    """What one run of the agent said and did.

    `messages`: finished text messages in order. `tools`: names of the tools it called. `error`: "" or its words.
    `silent`: the stream ended with neither text nor error. `state_keys`: session state keys the run touched.
    `question`: what the agent wants answered (also among `messages`), or "". `hiccup`: after real messages the run
    closed with the backend's "temporary issue" line; that line is left out, and an `error` is no failure of the run.
    """

    messages: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    error: str = ""
    silent: bool = True
    state_keys: tuple[str, ...] = ()
    question: str = ""
    hiccup: bool = False

    @property
    def text(self) -> str:
        return "\n\n".join(self.messages)


class ReplyFold:
    """Takes events one by one. Pieces (`partial`) are replaced by the whole message that follows them, each agent's
    by its own; pieces that no whole message follows are the message."""

    def __init__(self) -> None:
        self._messages: list[str] = []
        self._pieces: dict[str, list[str]] = {}
        self._tools: list[str] = []
        self._keys: set[str] = set()
        self._error = ""
        self._question = ""

    def add(self, event: AgentEvent) -> str:
        """Returns the message this event finished, fit to be shown now, or ""."""
        kind = event.kind
        if kind == "text":
            if event.partial:
                self._pieces.setdefault(event.author, []).append(event.text)
                return ""
            if event.text.strip():
                self._forget(event.author)
            return self._finish(event.text)
        if kind == "tool_call" or kind == "tool_result":
            if event.tool:
                self._tools.append(event.tool)
        elif kind == "state":
            self._keys.update(event.state_keys)
        elif kind == "error":
            self._error = self._error or event.error
        elif kind == "question":
            self._question = event.text
            return self._finish(event.text)
        elif kind == "end":
            return "\n\n".join(filter(None, map(self._finish, self._drain())))
        return ""

    def reply(self) -> Reply:
        """The run is over. Asking twice gives the same answer."""
        messages = [*self._messages, *("".join(pieces) for pieces in self._pieces.values())]
        messages = [message for message in messages if message.strip()]
        hiccup = not all(map(_is_hiccup, messages)) and _is_hiccup(messages[-1])
        while hiccup and _is_hiccup(messages[-1]):
            messages.pop()
        return Reply(
            messages=tuple(messages),
            tools=tuple(self._tools),
            error=self._error,
            silent=not messages and not self._error,
            state_keys=tuple(sorted(self._keys)),
            question=self._question,
            hiccup=hiccup,
        )

    def _forget(self, author: str) -> None:
        """A whole message has come: its pieces, and those nobody signed, have done their service."""
        if not self._pieces:
            return
        if author:
            self._pieces.pop(author, None)
            self._pieces.pop("", None)
        else:
            self._pieces.clear()

    def _drain(self) -> list[str]:
        texts = ["".join(pieces) for pieces in self._pieces.values()]
        self._pieces.clear()
        return texts

    def _finish(self, text: str) -> str:
        if not text.strip():
            return ""
        self._messages.append(text)
        return "" if _is_hiccup(text) and len(self._messages) > 1 else text


def _is_hiccup(text: str) -> bool:
    return _HICCUP in text.lower()


def read_reply(data: bytes) -> Reply:
    """Fold a whole recorded stream."""
    fold = ReplyFold()
    for event in events_in(data):
        fold.add(event)
    return fold.reply()
