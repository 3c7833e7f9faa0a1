"""What a person asks: for the file, the account, the work, to hand something in, or a message for the agent. Pure.

A request is taken away from the agent only when all of it is the request; anything else is sent. An export asked for
at the end of an edit is cut off and done afterwards.
"""

from dataclasses import dataclass

_ROUNDS = 8  # exports named one after another; a text with more of them is no request


@dataclass(frozen=True, slots=True)
class Route:
    """`kind`: send (to the agent), export, credits, state or upload. `message`: what to send; the prompt itself, byte
    for byte, unless an export was cut off. `export_after` (only with send): export once the edit is done.

    `format` and `resolution` ("480p", "720p", "1080p") are what the export names, else ""; a size that is not made
    becomes the nearest that is (4K: "1080p", HD: "720p"), of several formats the first counts.
    """

    kind: str
    message: str
    export_after: bool = False
    format: str = ""
    resolution: str = ""


def route(prompt: str) -> Route:
    """Where the prompt goes. Total: any text is answered. In doubt it is sent, untouched."""
    from ai_to_video.wire.route_cut import parted  # the rules are compiled on first use, not on import
    from ai_to_video.wire.route_forms import named_form, requested

    message, form, size = prompt, "", ""
    for _ in range(_ROUNDS):
        kind = requested(message)
        if kind == "export" or (kind and message == prompt):
            own_form, own_size = named_form(message) if kind == "export" else ("", "")
            return Route(kind, prompt, False, own_form or form, own_size or size)
        if kind:  # the account or the work is told with an export anyway; an upload has to come first
            return Route("upload", prompt) if kind == "upload" else Route("export", prompt, False, form, size)
        cut = parted(message)
        if cut is None:
            return Route("send", message, message != prompt, form, size)
        before, (message, words) = message, cut
        own_form, own_size = named_form(words)
        form, size = own_form or form, own_size or size
        if message == before:
            return Route("send", message, True, form, size)
    return Route("send", prompt)
