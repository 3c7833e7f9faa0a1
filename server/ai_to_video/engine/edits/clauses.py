"""A message about a video, taken apart: one clause for each thing that is wanted. Pure."""

import re
from collections.abc import Iterator, Sequence

from ..language import amounts
from ..language.hanzi import simpler
from ..prompt.blotter import QUOTED, quoted

MOST_OF_AN_ORDER = 300
"""What stands behind is no order any more; it is not read."""
HELD = re.compile(r"⟦(\d+)⟧")
_VERB = (
    r"(?:add|insert|remove|delete|drop|cut|trim|crop|keep|leave|make|set|change|rename|replace|swap|"
    r"switch|move|put|place|drag|bring|use|show|hide|turn|"
    r"mute|lower|raise|increase|decrease|reduce|halve|double|speed|slow|shorten|lengthen|extend|duplicate|copy|"
    r"repeat|reverse|fade|end|start|close|open|highlight|play|give|have|get|take|"
    r"shave|chop|snip|knock|try|call|name|hold|let|hide|"
    r"no|without|export|translate|title|music|captions?|subtitles?)"
)
_SEAM = re.compile(
    rf"(?:[.!?;]+(?:\s+|$)|\n+|(?:^|\s+)\(?\d{{1,2}}\)\s+|(?:^|(?<=[.;] ))\d{{1,2}}\.\s+|,\s+(?=(?:can|could|would) (?:we|you)\b)|,?\s*\b(?:and then|then|and also|and|also|plus|but)\s+(?=(?:please |"
    rf"also )?{_VERB}\b)|,\s+(?=(?:please |also )?{_VERB}\b)|"
    r"[。！？；\n]+|[，,]?\s*(?:然后|并且|同时|再(?![大小长短快慢高低响轻亮暗多往])|另外|还有)\s*|，(?=(?:请)?(?:把|将|给|去掉|删|加|添|用|"
    r"让|换|调|标题|字幕|音乐|背景|不要|剪|缩短|延长|改)))",
    re.IGNORECASE,
)


def hold(message: str) -> tuple[str, tuple[str, ...]]:
    """Quoted words are held apart, so that what a title says is never taken for an order."""
    quotes: list[str] = []

    def held(found: re.Match[str]) -> str:
        quotes.append(quoted(found))
        return f"⟦{len(quotes) - 1}⟧"

    return re.sub(QUOTED, held, message.replace("⟦", "").replace("⟧", "")), tuple(quotes)


def free(words: str, quotes: Sequence[str]) -> str:
    """The words as they were written, for the person to read."""
    return HELD.sub(lambda found: f"'{quotes[int(found[1])]}'", words).strip()[:120]


def orders(text: str) -> list[str]:
    """The clauses that may be orders; greetings and thanks are none."""
    question = [found.end() for found in re.finditer(r"[?？]", text)]
    seams = [(found.start(), found.end()) for found in _SEAM.finditer(simpler(text))]
    starts, ends = [0, *(end for _, end in seams)], [*(start for start, _ in seams), len(text)]
    clauses = []
    for start, end in zip(starts, ends, strict=True):
        words = text[start:end].strip(" ,，、")
        asked = any(end <= mark <= end + 2 and not text[end : mark - 1].strip("?？") for mark in question)
        if re.search(r"[^\W_]", words) and not _POLITE.fullmatch(simpler(words)):
            begun = max((stop.end() for stop in re.finditer(r"[.!?。！？]\s*", text[:start])), default=0)
            wished = begun < start and _WISHED.match(simpler(text[begun:start]))
            clauses.append(_LEAD.sub("", words, count=1)[:MOST_OF_AN_ORDER] + ("?" if asked and not wished else ""))
    return [_plainly(words) for words in clauses if re.search(r"[^\W_]", words)]


_WISHED = re.compile(r"\W*(?:can|could|would|will|may|shall) (?:you|we|i)\b|能不能|可不可以|可以|能", re.IGNORECASE)
"""A request that goes on behind a conjunction is no question there: "could we drop scene 4 and speed the rest up?"."""
_POLITE = re.compile(
    r"\W*(?:(?:please|thanks?|thank you(?: so much| very much)?|hi|hello|hey|ok(?:ay)?|great|nice|perfect|good|cool|awesome|wonderful|"
    r"(?:it |this |that )?looks? (?:really |very )?(?:good|great|nice|perfect|awesome)|i (?:like|love) (?:it|this)|now|also|so|well|yes|no problem|"
    r"请|谢谢(?:你|您)?|你好|您好|好的|好|很好|真好|不错|可以|太棒了|辛苦了)[\W]*)+",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|hi|hello|hey|well|so|hmm+|also|please|(?:just )?(?:one|two|three|four|a few|some|a couple of) (?:more |last |small )*(?:things?|changes?|edits?|fixes)|"
    r"你好|好的|麻烦(?:你|您)?|请(?:你|您)?|帮我|另外)\s*[,，:：]\s*)+",
    re.IGNORECASE,
)

# --- complaints -----------------------------------------------------------------------------------------------------

_COMPLAINTS = (  # what is too small is wished bigger
    (r"\b(?:is|are|'s|looks?|feels?|seems?|sounds?|runs?|plays?) (?:a (?:bit|little) |way |far |much )?too (?:small|tiny)\b|\b(?:is|are) (?:hard to read|unreadable|illegible)\b", "bigger"),
    (r"\b(?:is|are|'s|looks?|feels?|seems?) (?:a (?:bit|little) |way |far |much )?too (?:big|large|huge)\b", "smaller"),
    (r"\b(?:is|are|'s|sounds?|seems?) (?:a (?:bit|little) |way |far |much )?too (?:loud|noisy)\b|\bdrowns (?:out )?\w+( \w+)?", "quieter"),
    (r"\b(?:is|are|'s|sounds?|seems?) (?:a (?:bit|little) |way |far |much )?too (?:quiet|soft|low|faint)\b|\b(?:is|are) hard to hear\b", "louder"),
    (r"\b(?:is|are|'s|feels?|seems?) (?:a (?:bit|little) |way |far |much )?too (?:long|slow)\b", "shorter"),
    (r"\b(?:is|are|'s|feels?|seems?|goes|runs) (?:a (?:bit|little) |way |far |much )?too (?:short|fast|quick|brief)(?:ly)?\b", "longer"),
    (r"(?:字)?(?:有点|实在)?(?:太小|过小)(?:了|啦)?|看不[清见](?:楚)?", "大一点"),
    (r"(?:字)?(?:有点|实在)?(?:太大(?!声)|过大)(?:了|啦)?", "小一点"),
    (r"(?:有点|实在)?(?:太吵|太响|太大声|声音太大)(?:了|啦)?", "小声一点"),
    (r"(?:有点|实在)?(?:太轻|太小声|声音太小)(?:了|啦)?|听不[清见](?:楚)?", "大声一点"),
    (r"(?:有点|实在)?(?:太长|过长)(?:了|啦)?", "短一点"),
    (r"(?:有点|实在)?(?:太短|过短)(?:了|啦)?", "长一点"),
)  # fmt: skip
_HARDLY = re.compile(
    r"\b(?:i |you |we )?(?:can(?:no|')?t|can barely|can hardly|could barely) (?:really )?(?P<v>hear|read|see)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\W*(?:i (?:think|feel|guess) )?(?P<what>.+?) (?:is|feels|seems|runs) (?P<much>(?:an?|\d+(?:\.\d+)?|one|two|three|four|five) seconds?) too (?P<way>short|long)\W*$",
    re.IGNORECASE,
)
_SOUND = re.compile(r"\b(?:music|song|soundtrack|voice|narrat\w+|bgm)\b|音乐|配乐|配音|旁白|声", re.IGNORECASE)


def _plainly(words: str) -> str:
    """A complaint as the wish it is: "the subtitles are too small" → "the subtitles bigger"."""
    hardly = _HARDLY.search(words)
    if hardly:
        rest = words[: hardly.start()] + words[hardly.end() :]
        return f"{rest.strip()} {'louder' if hardly['v'].lower() == 'hear' else 'bigger'}"
    by = _BY.match(words)
    if by:
        return f"make {by['what']} {by['much']} {'longer' if by['way'].lower() == 'short' else 'shorter'}"
    for pattern, wish in _COMPLAINTS:
        found = re.search(pattern, simpler(words), re.IGNORECASE)
        if found and not (wish in {"longer", "shorter", "长一点", "短一点"} and _SOUND.search(simpler(words))):
            heard = wish in {"大一点", "小一点"} and _SOUND.search(simpler(words[: found.start()]))
            wish = {"大一点": "大声一点", "小一点": "小声一点"}[wish] if heard else wish
            return f"{words[: found.start()]} {wish}{words[found.end() :]}".strip()
    return words


_PREFACE = re.compile(
    r"^(?:(?:i|we) (?:don'?t|do not|didn'?t) (?:really )?(?:like|love|need|want)|(?:i|we)(?:'m| am|'re| are)? (?:really )?(?:not (?:a fan of|keen on|sure about|happy with)|hate|dislike|can'?t stand))\b.*\b(?:scene|part|bit|one|slide|shot|line|sentence|music|"
    r"soundtrack|song|title|captions?|subtitles|colou?rs?|background|transitions?|wipes|fades|voice)\b|^the (?:\w+ )?(?:scene|intro|opening|ending|outro|part|bit)? ?(?:drags|is boring|feels slow)\b|"
    r"^there(?:'s| is| are) (?:an?|some|two) (?:typos?|mistakes?|errors?)\b[^:]*$|^(?:it|that|this|the (?:video|film|clip|whole thing)|.*\bscene\b.*) (?:shorter|longer)$|"
    r"^(?:视频|影片|整体|第?.{1,4}(?:场景|镜头)|它)?(?:短一点|长一点)$|^我?不(?:太)?喜欢.*(?:段|场景|镜头|句|部分)$",
    re.IGNORECASE,
)


def is_preface(words: str) -> bool:
    """Why something is wanted, when the wish itself follows: "scene 4 is too short, ..."."""
    return bool(_PREFACE.search(simpler(words.strip())))


# --- parts of a clause ----------------------------------------------------------------------------------------------

_PARTS = re.compile(
    r"\s*(?:,\s*(?:and\s+|with\s+|plus\s+)?|\s+\band\s+(?:the\s+)?|\s+\bor\s+|(?<!\d)[，、](?!\d)|，|和|跟|以及)\s*",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:the )?(?:title|headline|captions?|subtitles?|subs|music|soundtrack|track|song|opening|intro|outro|ending|voice-?over|narration|narrator|background|scene \d+|(?:first|second|third|fourth|fifth|"
    r"last) (?:scene|one))\b|标题|字幕|背景音乐|音乐|配乐|配音|旁白|背景|第[一二三四五六七八九十\d]+个?(?:场景|镜头|幕|段)|"
    r"\bthe (?:scene|part|bit|one|slide|sentence|line) (?:about|where|that|with|which)\b[^,;]*(?:(?<=\d),\d[^,;]*)?",
    re.IGNORECASE,
)
_ORDERS = re.compile(rf"\W*(?:please |also )?{_VERB}\b|\W*(?:把|将|给|去掉|删|加|添|用|换)", re.IGNORECASE)
_LOUDNESS = re.compile(r"\bturn (?:it|that) (?:up|down)\b|\b(?:louder|quieter|softer)\b", re.IGNORECASE)
"""What is said of sound alone, and of the music when of nothing else."""
_ASKING = re.compile(
    r"^\W*(?:can|could|would|may|might) (?:we|you|i) (?:please )?(?:(?:try|have|get|use) )?|\?\s*$", re.IGNORECASE
)
_OF_IT = re.compile(r"^\W*(?:(?:in|make it|the) )?(?:colou?r|size|position|颜色|大小|字号|位置)", re.IGNORECASE)
_IT = re.compile(r"\b(?:it|them|this|that)\b|它", re.IGNORECASE)


def parted(words: str) -> list[str]:
    """A clause at its commas and conjunctions; whether the parts are orders is for others to find out."""
    parts = [part.strip() for part in _PARTS.split(words) if re.search(r"[^\W_]|⟦", part)]
    coloured = any(not re.sub(r"\W|colou?rs?|and|the", "", _uncoloured(part)) for part in parts)
    return [words] if coloured else parts  # a list of colours is one palette


def _uncoloured(words: str) -> str:
    plain = simpler(words)
    for _, start, end in amounts.colours(plain):
        plain = plain[:start] + " " * (end - start) + plain[end:]
    return plain


def subject(words: str) -> str:
    """What a clause is about, as far as another may go on about it; "" for nothing."""
    found = _SUBJECT.search(simpler(words))
    return words[found.start() : found.end()] if found else ""


def goes_on(part: str, about: str) -> bool:
    """Does it speak of the colour, size or place of what was spoken of? "标题改成…，颜色用绿色"."""
    return bool(about and _OF_IT.search(simpler(part)))


def readings(part: str, about: str, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """What a part may mean that is no order as it stands: it goes on about what was spoken of, or shares a verb."""
    it = _IT.search(simpler(part))
    if it and not about and _LOUDNESS.search(simpler(part)):
        yield f"{part[: it.start()]}the music{part[it.end() :]}"
    if about and it:
        yield f"{part[: it.start()]}{about}{part[it.end() :]}"
    verb = _ORDERS.match(simpler(before[0])) if before else None
    if verb and not _ORDERS.match(simpler(part)):
        yield f"{before[0][: verb.end()]} {part}"
    first = _SUBJECT.search(simpler(before[0])) if before else None
    if first and first.start():
        yield f"{before[0][: first.start()]}{part}"
    if about and not _ORDERS.match(simpler(part)):
        yield f"{about} {_ASKING.sub('', part)}"
    last = _SUBJECT.search(simpler(after[-1])) if after else None
    if last and _SUBJECT.search(simpler(part)):
        yield f"{part}{after[-1][last.end() :]}"
