"""An instruction to drag or click → the same wish as a plain editing command for the agent. Pure."""

from ai_to_video.wire.gui.meaning import Fact, squeezed

_TOLD = {
    "en": {"review": "To review: {}", "types": "{}", "edit": "Suggested edit: {}"},
    "zh": {"review": "可查看：{}", "types": "{}", "edit": "建议修改：{}"},
    "ja": {"review": "確認対象：{}", "types": "{}", "edit": "編集案：{}"},
    "es": {"review": "Para revisar: {}", "types": "{}", "edit": "Cambio sugerido: {}"},
}


def told(fact: Fact, words: str) -> str:
    """A fact as a sentence of its own, without its end mark."""
    words = squeezed(words)
    return _TOLD[fact.tongue][fact.kind].format(command(words) if fact.kind == "edit" else words)


def command(words: str) -> str:
    return words.replace("drag and drop","move").replace("drag","move")
