"""Which words belong to the video and not to the talk about the editor: scripts, captions, titles, scene lists. Pure."""

import re

from ai_to_video.wire.gui.blocks import Block
from ai_to_video.wire.gui.grammar import compiled

_SPEECH = (
    r"voice[- ]?overs?(?: \w+)?|vo|narrat(?:ion|or)|scripts?|dialogue|monologue|lyrics|lines?|speaker|host|spoken|speech|audio script|"
    r"旁白|口播|台词|配音|解说|解说词|脚本|剧本|歌词|对白|独白|念白|文案|广告词|发布语|ナレーション|台本|投稿文|セリフ|せりふ|歌词|読み上げ|语り|"
    r"locuci[oó]n|gui[oó]n|narraci[oó]n|narrador|di[aá]logo|letra|voz en off"
)
_SHOWN = (
    r"(?:on[- ]?screen |overlay |intro |outro |end |opening |closing |main |hero |suggested |new |video )?"
    r"(?:captions?|subtitles?|titles?|sub-?titles?|headlines?|taglines?|slogans?|cta|call[- ]to[- ]action|hooks?|(?:card|screen|text|overlay|banner|button|title) (?:text|copy|card|reads|label)|on[- ]?screen(?: text)?|text(?: overlay)?|copy|"
    r"hashtags?|lower third|end card|opening line|closing line|punchline|quote|tweet|post|thumbnail(?: text)?|scene(?: list)?|scenes|shots?(?: list)?|storyboard|outline|story|visuals?|"
    r"sound effects?|sfx|music|bgm|song|soundtrack|file(?:name)?s?|props?|keywords?|concept|idea|theme|logline|act|chapter|frame|clip|description|alt text|bullet points?|prompt|moodboard|beat)"
    r"|字幕|标题|片名|标语|口号|广告语|弹幕|贴纸文字|贴纸|屏幕文字|文字|花字|封面文字|封面|结尾文字|片尾文字|片头文字|开场白|画面|镜头|场景|分镜|故事板|音效|配乐|歌名|文件名|话题|标签|副标题|主标题|按钮文案|行动号召|钩子|金句|第[一二三四五六七八九十\d]+(?:幕|场|镜|段|个镜头|个场景|段旁白|句)|内容|简介|描述|提示词|大纲"
    r"|キャプション|タイトル|テロップ|见出し|シーン(?: ?\d+)?|カット(?: ?\d+)?|絵コンテ|绘コンテ|文言|コピー|効果音|楽曲|曲名|ハッシュタグ|画面|構成|サムネイル|冒头|エンドカード"
    r"|subt[ií]tulos?|t[ií]tulos?|texto(?: en pantalla)?|eslogan|lema|llamada a la acci[oó]n|escenas?|planos?|toma|gancho|efectos? de sonido|m[uú]sica|frase|rótulo|cartel|etiqueta|archivo"
)
_NUMBER = r"(?:[ ]?(?:\#|no\.?|nr\.?|第)?[ ]?(?:\d+|[一二三四五六七八九十]+|one|two|three|four|five|six)[a-z]?(?:[ ]?[-–~][ ]?\d+)?|[ ]?[a-c])?"
_ASIDE = r"(?:[ ]?[(（\[][^)）\]\n]{0,40}[)）\]])?"

_LABEL = compiled(
    rf"\W*(?:(?P<speech>(?:第[ ]?\d+[ ]?(?:段|句|幕|个?镜头)(?:的)?)?(?:{_SPEECH}))|(?P<shown>{_SHOWN})){_NUMBER}{_ASIDE}[ ]?(?:[:：]|[–—-]+(?= ))",
    {},
)
_TIMED = re.compile(r"\W*\d{1,2}:\d\d(?:\.\d+)?(?:[ ]?[-–—~][ ]?\d{1,2}:\d\d(?:\.\d+)?)?[ ]?(?:[:：]|[–—-] )")
_LOOSE = "ideas?|options|suggestions|versions|drafts|examples|建议|方案|选项|版本|示例|案"
_INTROS = tuple(
    (
        kind,
        compiled(
            rf"(?:\b|(?<=[\u3000-\u9fff]))(?:{words})(?:\b|(?=[\u3000-\u9fff])|$)[^.!?。！？]{{0,60}}[:：]\s*$",
            {},
        ),
    )
    for kind, words in (("speech", _SPEECH), ("shown", _SHOWN), ("loose", _LOOSE))
)
_SAYS = compiled(
    r"(?:\b(?:suggested edit|says?|saying|reads?|reading|goes|sings?|shouts?|whispers?|asks?|caption|title|text|cta|line|slogan|tagline|hook|copy|headline|subtitle|lyrics?|narrator|voice ?over|script|(?:shows?|walks?|explains?|covers?|demonstrates?|teach(?:es)?|describes?|lists?|features?|depicts?|illustrates?|follows?|mentions?|(?:wrote|drafted|made|have|created|suggest|prepared|added|chose|picked|used) [^.:]{0,30}(?:captions?|titles?|lines|taglines?|hooks?|ctas?|slogans?|phrases?|words|texts?|labels?|cards?|headlines?))\b[^.:]{0,60}|"
    r"dice|pone|cambio sugerido|texto|t[ií]tulo|frase)|建议修改|编集案|写着|显示|写的是|念道|说道?|问道?|喊道?|旁白|字幕|标题|文案|口播|台词|と表示|テロップ|字幕は|文言)[ ]?(?:is|now|as|是|为|改为|改成|は|es)?[ ]?[:：]",
    {},
)
_ASIDE_TIP = re.compile(
    r"[\W\ue004]*(?:\ue004|tip|note|hint|pro ?tip|提示|小贴士|注意|ヒント|consejo|nota|next)\b", re.IGNORECASE
)
_COLUMN = compiled(
    r"(?:^|\W)(?:action|actions|next|next steps?|how|how to|steps?|what to do|do this|to ?do|instructions?|options?|tips?|notes?|where|hint|控制|操作|步骤|下一步|如何|说明|提示|备注|方法|操作方法|手顺|次のステップ|ヒント|メモ|acci[oó]n|paso|pasos|c[oó]mo|nota|notas|consejo)(?:\W|$)",
    {},
)


def label(text: str) -> tuple[str, int]:
    """A content label at the head of a line: ("speech" or "shown", where its words begin); ("", 0) when none."""
    match = _LABEL.match(text)
    if match:
        return ("speech" if match["speech"] else "shown"), match.end()
    timed = _TIMED.match(text)
    return ("shown", timed.end()) if timed else ("", 0)


def quotes_from(text: str) -> int:
    """Where in a sentence words are only reported ("The narrator says: press play"); -1 when nowhere."""
    match = _SAYS.search(text)
    return match.end() if match else -1


def holds_steps(heading: str) -> bool:
    """Whether a table column under this heading tells the person what to do."""
    return bool(_COLUMN.search(heading))


class Shelter:
    """Walks down the blocks and says of each how far it is the video's own: "all", "first" (its first sentence), "most" or ""."""

    def __init__(self) -> None:
        self._kind = ""
        self._held = 0
        self._gap = False

    def over(self, block: Block, text: str) -> str:
        """How much of the block, whose words are `text`, is content."""
        if block.kind in ("blank", "rule"):
            self._gap = True
            return ""
        kind, behind = label(text)
        if block.kind == "heading" or (self._gap and self._held and block.kind == "text") or block.kind == "code":
            self._close()
        self._gap = False
        if kind:
            if kind == "speech" and not text[behind:].strip():
                self._open(kind)
            return "all" if kind == "speech" else "first"
        inside = self._inside(block)
        if not inside and text.rstrip()[-1:] in (":", "："):
            self._open(next((kind for kind, pattern in _INTROS if pattern.search(text[-120:])), ""))
            return ""
        if block.kind == "quote" and not _ASIDE_TIP.match(text):
            return "most"
        return inside

    def _inside(self, block: Block) -> str:
        if not self._kind:
            return ""
        self._held += 1
        if self._kind == "loose":
            return "most"
        return "all" if block.kind in ("item", "quote") or self._kind == "speech" or self._held == 1 else "most"

    def _open(self, kind: str) -> None:
        self._kind, self._held, self._gap = kind, 0, False

    def _close(self) -> None:
        self._kind, self._held = "", 0
