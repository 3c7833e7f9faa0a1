"""A prompt → a Brief: what a person wishes, told apart from the text the video is made of. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .blotter import QUOTED
from .hanzi import simpler
from .leftovers import blanked, leftovers
from .reading import CJK, LETTER, language_of, size
from .storyboard import Remark
from .wishes import Understood, Wishes, understand

MAKERS = (
    r"(?:make|create|turn|convert|generate|produce|transform|build|render|design|animate|prepare|"
    r"write|edit|put together|"
    r"give me|i(?:'d| would) like|i want|i need|we need|we want|let's make|do)"
)
FILMS = (
    r"(?:videos?|clips?|explainers?|reels?|shorts?|films?|movies?|animations?|trailers?|teasers?|"
    r"promos?|slide\s?shows?|"
    r"montages?|documentar(?:y|ies)|commercials?|adverts?|ads?|intros?|tik\s?toks?|vlogs?)"
)
SOURCES = (
    r"(?:blog ?posts?(?: intro)?|articles?|texts?|posts?|paragraphs?|stor(?:y|ies)|scripts?|copy|notes?|poems?|essays?|"
    r"press releases?|recipes?|descriptions?|prompts?|passages?|content|words|following|transcripts?|changelogs?|"
    r"documents?|e-?mails?|newsletters?|lessons?|interviews?|news|lists?|release notes|blog)"
)
_POLITE = r"(?:(?:please|kindly|(?:hi|hello|hey)(?: there| everyone| all)?|can you|could you|would you|i want you to|i'd like you to|help me|now)[,!]?\s+)*"
_COMMAND = re.compile(
    rf"^\W*{_POLITE}{MAKERS}\b(?=.*?\b(?:{FILMS}\b(?!\s+(?:games?|calls?|editors?|conferenc))|"
    rf"(?:this|my|the|following|below)\s+(?:[\w-]+\s+){{0,2}}?{SOURCES}\b))",
    re.IGNORECASE | re.DOTALL,
)
_PLURAL = re.compile(
    rf"^\W*{_POLITE}{MAKERS}\s+(?!an?\b)(?:[\w-]+\s+){{0,3}}(?:videos|clips|reels|shorts|ads|films|"
    rf"movies)\b",
    re.IGNORECASE,
)
_LINKS = r"(?:to|the|this|that|into|in|on|at|with|of|from|for|by)\b"
_NOUNS = re.compile(
    rf"^\W*(?:an?|one|my|the|(?:script|text|copy) for an?)?\s*(?:(?!{_LINKS})[\w:.-]+[\s,]+){{0,7}}?{FILMS}\b(?=\s*(?:$|[:,.!(]|"
    rf"about\b|on\b|for\b|of\b|from\b|with\b|in\b|that\b|titled\b|explaining\b|showing\b))",
    re.IGNORECASE,
)
_COMMAND_ZH = re.compile(
    r"^\W*(?:请|麻烦|帮我|帮忙|给我|我想要?|我要|能不能|可以|请你|想)*\s*"
    r"(?:(?:用|把|将|根据|以|为).{0,40}?)?(?:做|制作|生成|创建|变成|转成|转换成|转为|改成|写|剪|拍|来|整)"
    r".{0,40}?(?:视频|影片|短片|动画|宣传片|广告|vlog|幻灯片)",
    re.DOTALL | re.IGNORECASE,
)
_NOUNS_ZH = re.compile(r"^\W*(?:一[个条段支部])?[^。！？\n]{0,24}?(?:视频|短片|影片|宣传片)(?=$|[：:，,。])")
_WISHING = re.compile(
    r"\b(?:videos?|clips?|captions?|subtitles?|music|soundtrack|bgm|voice-?over|narration|"
    r"aspect ratio|scenes?|avatar|transitions?|fonts?|photos?|pictures?|images?|uploads?|footage|"
    r"logo|effects?|\w+\.(?:jpe?g|png|gif|webp|mp4|mov|webm|mkv|avi|mp3|wav|m4a|aac))\b|视频|字幕|"
    r"音乐|配乐|配音|旁白|画面|转场|特效|照片|图片|素材|上传",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"^\W*(?:please |then |also |and )*(?:make|use|add|keep|set|give|include|show|put|start|open|"
    r"end|close|finish|no|without|with|don'?t|do not|call|"
    r"请|用|加|要|不要|别|配|以|结尾|开头|把|标题|最后)",
    re.IGNORECASE,
)
_REGENERATE = re.compile(
    r"^\W*(?:please |just )?(?:re-?generate|re-?do|re-?make|start over|try again|do it again|"
    r"another (?:one|version|take)|one more|once more|"
    r"make (?:it|another(?: one| version)?) again|new version|different version|重新生成|重新做|重做|"
    r"再来一[个次]|再做一[个次]|再生成一?[个次]?|换一[个版])",
    re.IGNORECASE,
)


_SOURCED = re.compile(
    rf"\b(?:convert|turn|transform|make|use)\b.{{0,20}}\b(?:my|this|the|following|below|"
    rf"these)\s+(?:[\w-]+\s+){{0,2}}?{SOURCES}\b",
    re.IGNORECASE,
)
_FRESH = re.compile(
    rf"\b(?:an?|another|new|separate|second)\b(?:\s+(?!{_LINKS})[\w:.-]+){{0,6}}?\s+{FILMS}\b|"
    r"(?:一[个条段支部]|新的?|另一个)[^。！？\n]{0,20}?(?:视频|短片|影片|宣传片|动画)",
    re.IGNORECASE,
)


MOST_ORDERED = 4_000
MOST_OF_AN_ORDER = 600
"""Characters within which orders are looked for; nobody writes longer ones."""


@dataclass(frozen=True, slots=True)
class Brief:
    """`text` is what to show, `topic` what it is about when there is no text; `again` asks for the last one anew,
    `fresh` for another one ("a video about ...", not "the video"); `wants_text` speaks of a text that is not there."""

    wishes: Wishes
    text: str = ""
    topic: str = ""
    remarks: tuple[Remark, ...] = ()
    again: bool = False
    commanded: bool = False
    fresh: bool = False
    wants_text: bool = False


def read_brief(prompt: str, media: Sequence[str] = ()) -> Brief:
    """Never raises. A prompt that is no instruction at all is all text."""
    instruction, text = divide(prompt.replace("\r\n", "\n").replace("\r", "\n").strip(), media)
    again = _REGENERATE.match(simpler(instruction))
    if again:
        instruction = instruction[again.end() :]
    understood = understand(instruction, media)
    topic, rest = _topic(instruction, understood.rest, strictly=bool(text))
    strange = leftovers(instruction, rest)
    if not text and not topic and strange:
        topic, strange = strange[0], strange[1:]
    remarks = (*understood.remarks, *(Remark("not_understood", words) for words in strange))
    return Brief(
        understood.wishes,
        text,
        topic,
        remarks,
        bool(again),
        commanded=bool(instruction.strip()),
        fresh=bool(_FRESH.search(simpler(instruction))),
        wants_text=not text and bool(_SOURCED.search(simpler(instruction))),
    )


def is_command(sentence: str) -> bool:
    """Does it ask for a video (rather than being what the video shows)?"""
    sentence = simpler(sentence[:MOST_OF_AN_ORDER])
    if _PLURAL.match(sentence) and not re.search(r"\b(?:this|following|below|these|my)\b", sentence, re.IGNORECASE):
        return False
    return bool(
        _COMMAND.match(sentence)
        or _COMMAND_ZH.match(sentence)
        or _REGENERATE.match(sentence)
        or _NOUNS_ZH.match(sentence)
        or (_NOUNS.match(sentence) and len(sentence.split()) <= 25)
    )


def divide(prompt: str, media: Sequence[str] = ()) -> tuple[str, str]:
    """(instruction, text): a fence or long quotation is the text; else leading and trailing orders are taken off."""
    fenced = _fenced(prompt)
    if fenced:
        return fenced
    start, end = _quotation(prompt)
    stretch = prompt[start + 1 : end]
    if stretch and size(stretch, language_of(stretch)) >= 20 and is_command(prompt[:start]):
        return f"{prompt[:start]} {prompt[end + 1 :]}".strip()[:MOST_ORDERED], stretch.strip()
    head, body = _head(prompt, media)
    inner, text = _head(body.lstrip(), media)
    if head and inner and LETTER.search(text):  # an order quoted into another one, as command lines do
        head, body = f"{head}\n{inner}", text
    if not head and not _tail_commands(prompt, media):
        return "", prompt
    body, tail = _tail(body, media)
    return "\n".join(part for part in (head.strip(), tail.strip()) if part), body.strip()


def _fenced(prompt: str) -> tuple[str, str] | None:
    for fence in ("```", "~~~", '"""', "'''"):
        start = prompt.find(fence)
        end = prompt.find(fence, start + 3) if start >= 0 else -1
        inside = re.sub(r"^\w*\n", "", prompt[start + 3 : end]) if end > 0 else ""
        if LETTER.search(inside):
            return f"{prompt[:start]}\n{prompt[end + 3 :]}".strip()[:MOST_ORDERED], inside.strip()
    return None


def _quotation(prompt: str) -> tuple[int, int]:
    """Where the longest quotation that begins early opens and closes; (0, 0) without one."""
    closers = {'"': '"', "“": "”", "「": "」", "『": "』"}
    longest, at = (0, 0), 0
    while at < min(len(prompt), MOST_ORDERED):
        closer = closers.get(prompt[at])
        end = prompt.find(closer, at + 1) if closer else -1
        if closer and end < 0:
            del closers[prompt[at]]
        elif closer:
            longest = max(longest, (at, end), key=lambda span: span[1] - span[0])
            at = end
        at += 1
    return longest


def _head(prompt: str, media: Sequence[str]) -> tuple[str, str]:
    """The orders a prompt begins with, and what follows them."""
    first, newline, others = prompt.partition("\n")
    heading = re.sub(r"^[#>*\s]+", "", first)
    colon = re.search(r"[:：](?!//)(?!\d)(?=\s|[\u4e00-\u9fff“「\"]|$|[A-Z])", first)
    before = heading[: max(0, colon.start() - (len(first) - len(heading)))] if colon else ""
    if colon and LETTER.search(first[colon.end() :] + others) and (is_command(before) or _sure([before], media)):
        told = first[colon.end() :]
        belongs = _FIELD.search(simpler(before)) and (
            (LETTER.search(told) and LETTER.search(others)) or size(told + others, language_of(told + others)) <= 12
        )
        if not belongs:
            return first[: colon.start()], told + newline + others
    ended, run = 0, list[str]()
    for sentence in re.finditer(r".+?(?:[.!?](?=\s|$)|[。！？]|\n|$)", _unquoted(prompt[:MOST_ORDERED]), re.DOTALL):
        words = prompt[sentence.start() : sentence.end()].strip()
        if not words:
            continue
        if not (is_command(words) or _is_order(words, media)):
            break
        run.append(words)
        ended = sentence.end()
    return (prompt[:ended], prompt[ended:]) if _sure(run, media) else ("", prompt)


_FIELD = re.compile(
    r"\b(?:titled?|called|named|headline|with|colou?rs?|music|soundtrack|style|tone|format|shape|length|duration|voice|captions?|subtitles?|"
    r"call[- ]to[- ]action|cta|end ?card|(?:at|in) the end|ends? (?:with|on))\W*$|"
    r"(?:标题|题目|片名|风格|音乐|配乐|时长|长度|比例|画幅|字幕|配音|旁白|语气|颜色|结尾|结束语|号召)$",
    re.IGNORECASE,
)
"""What stands before a colon whose other side belongs to the order."""


def _unquoted(prompt: str) -> str:
    """The same text with everything short in quotes hidden, so that no sentence ends inside."""

    def hidden(found: re.Match[str]) -> str:
        stretch = found[0]
        if len(stretch) > 120:
            return stretch
        return "q" * (len(stretch) - 1) + ("." if re.search(r"[.!?。！？].$", stretch) else "q")

    return re.sub(QUOTED, hidden, prompt)


def _is_order(sentence: str, media: Sequence[str]) -> bool:
    """A sentence that is nothing but wishes, or tells to do something to a part of a video."""
    if _COURTESY.fullmatch(simpler(sentence)):
        return True
    if size(sentence, language_of(sentence)) > (45 if CJK.search(sentence) else 30):
        return False
    if _ORDER.match(simpler(sentence)) and _WISHING.search(simpler(sentence)):
        return True
    understood = understand(sentence, media)
    if _wished(understood) and not leftovers(sentence, understood.rest):
        return True
    return _listed(sentence, media)


def _wished(understood: Understood) -> bool:
    return bool(understood.wishes.said() or understood.remarks)


def _listed(sentence: str, media: Sequence[str]) -> bool:
    """Wishes in a row, with a word or two among them that nobody understands: "30 seconds, dreamy, vertical"."""
    clauses = [clause for clause in re.split(r"[,;，；、]|\band\b", sentence) if LETTER.search(clause)]
    strange = 0
    for clause in clauses:
        understood = understand(clause, media)
        asked = _ORDER.match(simpler(clause)) and size(clause, language_of(clause)) <= 10
        if leftovers(clause, understood.rest) and not asked:
            strange += 1
            if size(clause, language_of(clause)) > (6 if CJK.search(clause) else 3):
                return False
    return len(clauses) > 1 and strange < len(clauses) / 2 and _wished(understand(sentence, media))


_ASKS = re.compile(r"\b(?:please|no|without)\b|^\W*(?:add|use|make|in|with|for)\b|请|麻烦|不要|加|用|给", re.IGNORECASE)
_COURTESY = re.compile(
    r"\W*(?:(?:thanks?(?: you)?(?: so much| a lot| in advance)?|please|(?:(?:here(?: is|'s) )?(?:the |my )?(?:script|text|article|story|copy)(?: is| goes| comes)?(?: below| follows| here)?)|see below|hi|hello|hey(?: there)?|cheers|ok|谢谢(?:你|您|啦)?|你好|您好|麻烦(?:你|您)?了?|拜托|辛苦了?)\W*)+",
    re.IGNORECASE,
)
_DOUBTFUL = {"tone", "palette", "theme", "language", "aspect", "captions", "voice", "scenes", "lettering", "heading"}
"""What a text may begin with as well: "Square", "Calm and quiet", "The narrator"."""


def _sure(run: Sequence[str], media: Sequence[str]) -> bool:
    """Are these sentences, at the head of a prompt, orders, and not the first words of a text that sound like some?"""
    if any(is_command(sentence) for sentence in run):
        return True
    said: dict[str, object] = {}
    asked = False
    for sentence in run:
        understood = understand(sentence, media)
        if not leftovers(sentence, understood.rest) or _listed(sentence, media):
            said |= understood.wishes.said()
            asked = asked or bool(_ASKS.search(simpler(sentence)))
    if said.keys() - _DOUBTFUL:
        return True
    return len(said.keys() - {"tone", "theme", "palette"}) > 1 or (asked and bool(said.keys() - {"tone", "theme"}))


def _tail(body: str, media: Sequence[str]) -> tuple[str, str]:
    """Orders in a last paragraph of their own are taken off the text."""
    lines = body.rstrip().split("\n")
    kept = len(lines)
    while kept and (not lines[kept - 1].strip() or _orders_only(lines[kept - 1], media)):
        kept -= 1
    if kept in {0, len(lines)}:
        return body, ""
    return "\n".join(lines[:kept]), "\n".join(lines[kept:])


def _tail_commands(prompt: str, media: Sequence[str]) -> bool:
    """Does a text that begins without an order end with one?"""
    last = prompt.rstrip().rsplit("\n", 1)
    if len(last) < 2 or not 0 < len(last[1].strip()) <= MOST_OF_AN_ORDER:
        return False
    parts = _parts(last[1])
    if any(is_command(part) for part in parts):
        return True
    return _sure(parts, media) and all(_is_order(part, media) for part in parts)


def _orders_only(line: str, media: Sequence[str]) -> bool:
    return len(line) <= MOST_OF_AN_ORDER and all(is_command(part) or _is_order(part, media) for part in _parts(line))


def _parts(line: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?])\s+|(?<=[。！？])", line.strip()) if part.strip()]


# --- topic --------------------------------------------------------------------------------------------

_ABOUT = re.compile(
    r"\b(?:about|explaining|on the topic of)\b\s*:?\s*(?P<topic>[^.!?\n\x00]+)|"
    r"关于(?P<zh>[^。！？，,\n\x00]+?)的?(?=\x00|视频|短片|影片|$)",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"\b(?:about|explaining|on the topic of|on|regarding|describing|introducing|celebrating|"
    r"showing|covering|promoting|for|of)\b\s*:?\s*(?P<topic>[^.!?\n\x00]+)",
    re.IGNORECASE,
)
_TOPIC_ZH = re.compile(
    r"(?:关于|有关|介绍|介紹|讲述|讲解|说明|以)(?P<topic>[^。！？，,\n\x00]+?)(?:为主题|的?\x00*(?:视频|"
    r"视频|短片|影片|宣传片|动画)|$|[。！，,\n\x00])"
)
_SUBJECT_ZH = re.compile(
    r"(?:做|制作|生成|来)?\x00*一?[个条段支部]?(?P<topic>[\u4e00-\u9fffA-Za-z0-9 ]{2,20}?)的?\x00*(?:短?视频|短片|影片|宣传片)"
)


def _topic(instruction: str, rest: str, *, strictly: bool) -> tuple[str, str]:
    """What the instruction says the video is about, and what is left then. `strictly` trusts only "about"."""
    found = _ABOUT.search(rest)
    if not strictly:
        found = found or _TOPIC.search(rest) or _TOPIC_ZH.search(rest) or _SUBJECT_ZH.search(rest)
    if not found:
        return "", rest
    said = re.split(
        r",?\s+(?:with|in|using|and use|and add)\b(?=[^\x00]*\x00)", found[found.lastgroup or 0], maxsplit=1
    )[0]
    topic = re.sub(r"^[的\s]+|[的\s]+$", "", said.strip(" ,;:，；：\x00"))
    if not LETTER.search(blanked(topic)):
        return "", rest
    start = rest.find(topic, found.start(found.lastgroup or 0))
    end = start + len(topic)
    return instruction[start:end], rest[: found.start()] + "\x00" * (end - found.start()) + rest[end:]
