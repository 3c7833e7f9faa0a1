"""The service speaks to a person at a graphical editor; this takes the editor out and keeps the content. Pure."""

from ai_to_video.wire.gui.action import Action, Translation

__all__ = ["Action", "Translation", "translate"]


def translate(text: str) -> Translation:
    """One finished message without its editor instructions, and what they asked for, in their order.

    Total: any text is answered, none raises. A message without instructions comes back byte for byte;
    translating a translation changes nothing.
    """
    from ai_to_video.wire.gui.translator import translated  # the rules are compiled on first use, not on import

    return translated(text)
