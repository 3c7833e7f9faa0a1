"""An instruction to drag or click → the same wish as a plain editing command for the agent. Pure.

drag "Sunrise Lo-fi" to the start of the audio track  →  move "Sunrise Lo-fi" to the start of the audio track
right-click the second clip and select Delete         →  delete the second clip
请拖拽第一个片段的右边缘到 6 秒处                          →  移动第一个片段的右边缘到 6 秒处
"""

import re
from functools import cache

from ai_to_video.wire.gui.meaning import Fact, squeezed

_TOLD = {
    "en": {"file": "File: {}", "review": "To review: {}", "types": "{}", "edit": "Suggested edit: {}"},
    "zh": {"file": "文件：{}", "review": "可查看：{}", "types": "{}", "edit": "建议修改：{}"},
    "ja": {"file": "ファイル：{}", "review": "確認対象：{}", "types": "{}", "edit": "編集案：{}"},
    "es": {"file": "Archivo: {}", "review": "Para revisar: {}", "types": "{}", "edit": "Cambio sugerido: {}"},
}
_THING = r"(?P<thing>[^,;:]{1,80}?)"
_TOOL = (
    r"(?:sliders?|panel|inspector|timeline|editor|tab|canvas|handles?|mouse|fader|tool|toolbar|menu|sidebar|mixer|"
    r"storyboard|drag and drop|controls?|waveform|list|preview|window)"
)
# (what the agent says, what can be sent instead); the first that fits is taken, then the rest of its group
_ENGLISH = (
    (
        (
            rf"^(?:select|choose|highlight|pick) {_THING},?(?: and)?(?: then)? right-?click (?:on )?(?:it|"
            rf"them),?(?: and| then)* (?:choose|select|pick|hit|click)(?: on)? (?P<act>[\w -]+)$"
        ),
        r"\g<act> \g<thing>",
    ),
    (
        (
            rf"^(?:select|choose|highlight|pick) {_THING},?(?: and)?(?: then)? (?:press|hit|click|tap|choose)(?: "
            rf"on)? (?:the )?(?P<act>[\w-]+)(?: button| key| icon)?(?: to .*)?$"
        ),
        r"\g<act> \g<thing>",
    ),
    (
        (
            rf"^right-?click (?:on )?{_THING},?(?: and| then)* (?:choose|select|pick|hit|click)(?: on)? "
            rf"(?P<act>[\w -]+?)(?: to .*| if .*)?$"
        ),
        r"\g<act> \g<thing>",
    ),
    (
        (
            rf"^(?:double-?|right-?)?(?:click|tap)(?: on)? {_THING} (?:to|and) (?P<act>(?:edit|change|rename|"
            rf"delete|remove|mute|trim|split|move|adjust|rewrite|replace|duplicate|hide|resize)\w*) (?:it|them|its|"
            rf"the)\b(?P<rest>.*)$"
        ),
        r"\g<act> \g<thing>\g<rest>",
    ),
    (
        (
            rf"^(?:use|try|grab|drag|pull|toggle|press|hit|click|tap)(?: on)? (?:the |its )?(?:[\w -]+ "
            rf")?(?:{_TOOL}|edges?|icon|button|corners?|ends?|border)(?: (?:of|on|in|below|above|at|under) "
            rf"[^,]{{1,40}}?)?,? (?:if you want |if you'd like |in order )?to (?P<act>(?!the |its |a |an |your "
            rf")[a-z]+ .+)$"
        ),
        r"\g<act>",
    ),
    (
        (
            r"^(?:click|tap|press|hit|choose|select)(?: on)? (?:the )?(?P<act>re-?generate|generate|undo|redo|"
            r"split|delete|mute|burn|duplicate|apply|retry|replace|crop|reverse)\b(?: button| icon| key| "
            r"again)?.*$"
        ),
        r"\g<act>",
    ),
)
_SOFTER = (
    (
        (
            r" (?:by|via|through) (?:simply |just )?(?:dragging|pulling|clicking|sliding|right-clicking|"
            r"double-clicking|drag and drop|drag-and-drop)\b.*$"
        ),
        "",
    ),
    (
        (
            rf",? (?:with|using|by means of|via|through|from) (?:the |your |its )?(?:[\w-]+ ){{0,3}}{_TOOL}\b(?: "
            rf"(?:of|on|in|below|above|at|under) [^,]{{1,40}})?"
        ),
        "",
    ),
    (rf",? (?:in|on|inside|under) (?:the |your )(?:[\w-]+ ){{0,2}}{_TOOL}\b(?: on the \w+)?", ""),
    (r",? (?:if|when|should|until|whenever|once|in case) (?:you|it|needed|necessary|the|they|that)\b.*$", ""),
    (r"^(?:click and drag|click and hold and drag|drag[ -]and[ -]drop|drag/drop|drag|drop)\b", "move"),
    (r"\b(?:dragging and dropping|dragging)\b", "moving"),
    (r"\b(?:drag and drop|drag)\b", "move"),
)
_CHINESE = (
    (
        (
            r"^.*?(?:右键|右击|右鍵)(?:点击|单击|點擊)?(?P<thing>[^，。“「]{1,20}?)[，,]?(?:并|後|后|再|然后)?(?:选择|選擇|选|"
            r"點選)[“「]?(?P<act>[^”」，。]{1,8})[”」]?.*$"
        ),
        r"\g<act>\g<thing>",
    ),
    (
        r"^.*?(?:双击|雙擊)(?P<thing>[^，。]{1,16}?)(?:即可|可以|可|来|就能|來)?(?P<act>修改|编辑|更改|重命名|編輯)(?P<rest>.*)$",
        r"\g<act>\g<thing>\g<rest>",
    ),
)
_CHINESE_SOFTER = (
    (
        r"^(?:请|請|您|你|可以|可|也|还|還|或者?|并|然后|再|直接|如需|只需|麻烦|先|最后|接着|随时|便|就|用鼠标|用滑鼠)+",
        "",
    ),
    (r"(?:即可|就行|就可以|就好|吧|一下|哦|哟|啦)$", ""),
    (r"在?(?:时间轴|时间线|時間軸|面板|检查器|编辑器|画布)(?:面板)?(?:上|中|里|内|裡)?(?:直接)?(?=拖|调|移|用)", ""),
    (r"拖拽|拖动|拖曳|拖放|拖動|拖移", "移动"),
    (r"移动到|拖到|拖至", "移到"),
    (r"通过移动(?:来|來)?", ""),
)
_JAPANESE = (
    (r"(?:ドラッグ(?:&|＆|・|アンド)?(?:ドロップ)?)(?:して(?:ください|下さい|みてください)?|してください)?", "移動"),
    (r"(?:して|て)(?:ください|下さい)$", ""),
    (r"タイムライン(?:上)?で", ""),
)
_SPANISH = (
    (r"^(?:y|o|luego|también|puedes|puede|por favor,?|simplemente|solo|sólo)\s+", ""),
    (r"\barr[aá]stra(?:r|ndo|l[oa]s?)?\b(?: y (?:suelta|soltar|suéltal[oa]))?|\barrastre\b(?: y suelte)?", "mueve"),
    (r" (?:en|desde) (?:la línea de tiempo|el lienzo|el panel(?: de)? \w+|el inspector)\b", ""),
)
_TAIL_PLACE = re.compile(rf",? (?:in|on|from|inside|via) (?:the |your )(?:[\w-]+ ){{0,2}}{_TOOL}$", re.IGNORECASE)
_STILL_HANDS = re.compile(
    r"^\W*(?:double-?|right-?)?(?:click|press|hit|tap|select|choose|toggle|tick|untick|check|uncheck|hold|use|grab|haz|haga|pulsa|pulse)\b|"
    r"点击|单击|双击|右键|クリック|タップ|押",
    re.IGNORECASE,
)
_SAME_WORDS = re.compile(r"^move\b", re.IGNORECASE)


def told(fact: Fact, words: str) -> str:
    """A fact as a sentence of its own, without its end mark."""
    words = closed(squeezed(words))
    if fact.kind in ("review", "file"):
        words = _TAIL_PLACE.sub("", words)
    if fact.kind == "edit":
        names = re.findall(r"[“\"「『《«'‘][^”\"」』》»'’]+[”\"」』》»'’]", words)
        moved = not re.search(r"\bdrag", words, re.IGNORECASE)
        words = command(words, fact.tongue)
        if _STILL_HANDS.search(words):
            words = ", ".join(names) if fact.tongue in ("en", "es") else "、".join(names)
        if moved:
            words = _SAME_WORDS.sub("place", words)
    return _TOLD[fact.tongue][fact.kind].format(words)


def closed(words: str) -> str:
    """With the bracket closed that a cut left open."""
    if re.search(r"[(（][^()（）]*$", words):
        return words + ("）" if "（" in words else ")")
    return words


def command(words: str, tongue: str) -> str:
    """The wish behind an instruction as a person would put it; the words themselves where none is known."""
    words = squeezed(words).strip(" ,;，；")
    first, softer = _groups()[tongue]
    for pattern, instead in first:
        if pattern.search(words):
            words = pattern.sub(instead, words, count=1)
            words = words[:1].lower() + words[1:]
            break
    for pattern, instead in softer:
        shorter = pattern.sub(instead, words).strip()
        words = shorter if len(shorter) > 3 else words
    return words


@cache
def _groups() -> dict[str, tuple[list[tuple[re.Pattern[str], str]], list[tuple[re.Pattern[str], str]]]]:
    def ready(rows: tuple[tuple[str, str], ...]) -> list[tuple[re.Pattern[str], str]]:
        return [(re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in rows]

    return {
        "en": (ready(_ENGLISH), ready(_SOFTER)),
        "zh": (ready(_CHINESE), ready(_CHINESE_SOFTER)),
        "ja": ([], ready(_JAPANESE)),
        "es": ([], ready(_SPANISH)),
    }
