"""A stream of events folds into one Reply: text never twice, never lost. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reply:
    """What one run of the agent said and did.

    `messages`: finished text messages in order. `tools`: names of the tools it called. `error`: "" or its words.
    `silent`: the stream ended with neither text nor error. `state_keys`: session state keys the run touched.
    """

    messages: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    error: str = ""
    silent: bool = True
    state_keys: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "\n\n".join(self.messages)
