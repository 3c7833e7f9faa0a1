"""A prompt told apart: the orders in it, and the text they are about. Pure."""

import re
from collections.abc import Sequence

from ..language.hanzi import simpler
from ..language.reading import CJK, LETTER, language_of, size
from .blotter import BLOT, QUOTED
from .leftovers import leftovers
from .typos import mended
from .wishes import Understood, understand

MAKERS = (
    r"(?:make|create|turn|convert|generate|produce|transform|build|render|design|animate|prepare|"
    r"write|edit|put together|"
    r"give me|i(?:'d| would) (?:like|love)|i want|i need|we need|we want|let's make|do|have)"
)
FILMS = (
    r"(?:videos?|clips?|explainers?|reels?|shorts?|films?|movies?|animations?|trailers?|teasers?|"
    r"promos?|vids?|slide\s?shows?|"
    r"montages?|documentar(?:y|ies)|commercials?|adverts?|ads?|intros?|tik\s?toks?|vlogs?)"
)
SOURCES = (
    r"(?:blog ?posts?(?: intro)?|articles?|texts?|posts?|paragraphs?|stor(?:y|ies)|scripts?|copy|notes?|poems?|essays?|"
    r"press releases?|recipes?|descriptions?|prompts?|passages?|content|words|following|transcripts?|changelogs?|"
    r"documents?|e-?mails?|newsletters?|lessons?|interviews?|news|lists?|release notes|blog)"
)
_POLITE = r"(?:(?:please|kindly|(?:hi|hello|hey)(?: there| everyone| all)?|(?:can|could|would|will) (?:yo)?u(?: please)?|i want you to|i'd like you to|help me|now)[,!]?\s+)*"
_COMMAND = re.compile(
    rf"^\W*{_POLITE}(?:animate|visuali[sz]e|illustrate|film) (?:this|it|the (?:text|following))\b|^\W*{_POLITE}{MAKERS}\b(?=.*?\b(?:{FILMS}\b(?!\s+(?:games?|calls?|editors?|conferenc))|"
    rf"(?:this|my|the|following|below)\s+(?:[\w-]+\s+){{0,2}}?{SOURCES}\b))",
    re.IGNORECASE | re.DOTALL,
)
_PLURAL = re.compile(
    rf"^\W*{_POLITE}{MAKERS}\s+(?!an?\b)(?:[\w-]+\s+){{0,3}}(?:videos|clips|reels|shorts|ads|films|"
    rf"movies)\b",
    re.IGNORECASE,
)
LINKS = r"(?:to|the|this|that|into|in|on|at|with|of|from|for|by)\b"
_NOUNS = re.compile(
    rf"^\W*(?:an?|one|my|the|(?:script|text|copy) for an?)?\s*(?:(?!{LINKS})[\w:.-]+[\s,]+){{0,7}}?{FILMS}\b(?=\s*(?:$|[:,.!(]|"
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
    r"\b(?:videos?|clips?|captions?|subtitles?|music|soundtrack|bgm|voice|voice-?over|narrat(?:ion|ors?)|"
    r"aspect ratio|scenes?|avatar|transitions?|fonts?|photos?|pictures?|images?|uploads?|footage|"
    r"logo|effects?|\w+\.(?:jpe?g|png|gif|webp|mp4|mov|webm|mkv|avi|mp3|wav|m4a|aac))\b|视频|字幕|"
    r"音乐|配乐|配音|旁白|画面|转场|特效|照片|图片|素材|上传",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"^\W*(?:please |then |also |and |actually |(?:i|we)(?:'d| would)? (?:like|want|need|prefer) )*(?:make|leave|turn|hide|skip|mute|read|(?:the )?(?:whole )?(?:video|clip|film|thing|it) (?:should|must|needs? to|has to|ought to)|use|add|keep|set|give|include|show|put|start|open|"
    r"end|close|finish|no|without|with|don'?t|do not|call|"
    r"请|用|加|要|不要|别|配|以|结尾|开头|把|标题|最后)",
    re.IGNORECASE,
)
REGENERATE = re.compile(
    r"^\W*(?:please |just )?(?:re-?generate|re-?do|re-?make|start over|try again|do it again|"
    r"another (?:one|version|take)|one more|once more|"
    r"make (?:it|another(?: one| version)?) again|new version|different version|重新生成|重新做|重做|"
    r"再来一[个次]|再做一[个次]|再生成一?[个次]?|换一[个版])",
    re.IGNORECASE,
)

MOST_ORDERED = 4_000
MOST_OF_AN_ORDER = 600
"""Characters within which orders are looked for; nobody writes longer ones."""
MOST_COLONS = 6


def is_command(sentence: str) -> bool:
    """Does it ask for a video (rather than being what the video shows)?"""
    sentence = simpler(mended(sentence[:MOST_OF_AN_ORDER]))
    if _PLURAL.match(sentence) and not re.search(r"\b(?:this|following|below|these|my)\b", sentence, re.IGNORECASE):
        return False
    return bool(
        _COMMAND.match(sentence)
        or _COMMAND_ZH.match(sentence)
        or REGENERATE.match(sentence)
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
    letter = _LETTER.sub("", _SIGNED.sub("", prompt))
    head, body = _head(letter, media)
    inner, text = _head(body.lstrip(), media)
    if head and inner and LETTER.search(text):  # an order quoted into another one, as command lines do
        head, body = f"{head}\n{inner}", text
    body, tail = _tail(body, media)
    if not head and not tail:
        return "", prompt
    return "\n".join(part for part in (head.strip(), tail.strip()) if part), body.strip()


_LETTER = re.compile(
    r"\A\s*(?:(?:subject|re|betreff|主题|主旨)\s*[:：][^\n]*\n\s*)?(?:(?:(?:hi|hello|hey|dear)\b[^\n.!?:]{0,40}|[^\n，。：]{0,12}(?:您好|你好))[,，!！:：]\s*\n\s*)?",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\n\s*(?:best|(?:best|kind|warm) (?:regards|wishes)|regards|cheers|thanks|thank you|many thanks|sincerely|yours|love|此致|祝好|谢谢)[,，!！.]?(?:[ \t]*\n\s*[^\n.。!?]{1,40})?\s*\Z",
    re.IGNORECASE,
)
"""What a letter with an order in it begins and ends with."""


def _fenced(prompt: str) -> tuple[str, str] | None:
    for fence in ("```", "~~~", '"""', "'''"):
        start = prompt.find(fence)
        end = prompt.find(fence, start + 3) if start >= 0 else -1
        inside = re.sub(r"^\w*\n", "", prompt[start + 3 : end]) if end > 0 else ""
        if LETTER.search(inside):
            return f"{prompt[:start]}\n{prompt[end + 3 :]}".strip()[:MOST_ORDERED], inside.strip()
    lines = prompt.split("\n")
    ruled = [at for at, line in enumerate(lines) if re.fullmatch(r"\s*(?:-{3,}|={3,}|\*{3,}|_{3,})\s*", line)]
    if len(ruled) == 2:
        first, last = ruled
        before, inside, after = (
            "\n".join(part) for part in (lines[:first], lines[first + 1 : last], lines[last + 1 :])
        )
        if LETTER.search(inside) and _hands_over(before[:MOST_OF_AN_ORDER], ()):
            return f"{before}\n{after}".strip()[:MOST_ORDERED], inside.strip()
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
    colons = re.finditer(r"[:：](?!//)(?!\d)(?=\s|[\u4e00-\u9fff“「\"]|$|[A-Z])", first[:MOST_OF_AN_ORDER])
    for colon in list(colons)[:MOST_COLONS]:
        before, told = re.sub(r"^[#>*\s]+", "", first[: colon.start()]), first[colon.end() :]
        if not LETTER.search(told + others) or not _hands_over(before, media):
            continue
        if colon.start() > first.find(":") >= 0 and LETTER.search(told) and size(told, language_of(told)) < 8:
            continue  # the last of several fields
        belongs = _FIELD.search(simpler(before)) and (
            (LETTER.search(told) and LETTER.search(others)) or size(told + others, language_of(told + others)) <= 12
        )
        if not belongs:
            return first[: colon.start()], told + newline + others
    opening = prompt[: prompt.find("\n") + 1]
    if len(opening) <= MOST_OF_AN_ORDER and any(_handing(part) for part in _parts(opening)):
        return opening, prompt[len(opening) :]
    ended, run = 0, list[str]()
    for sentence in re.finditer(r".+?(?:[.!?](?=\s|$)|[。！？]|\n|$)", _unquoted(prompt[:MOST_ORDERED]), re.DOTALL):
        words = prompt[sentence.start() : sentence.end()]
        if not words.strip():
            continue
        own = len(words)
        if is_command(words.strip()):
            own = _overrun(words, media)
        elif (leading := _leading(words, media)) or not _is_order(words.strip(), media):
            own = leading
        if own:
            run.append(words[:own].strip())
            ended = sentence.start() + own
        if own < len(words):
            break
    return (prompt[:ended], prompt[ended:]) if _sure(run, media) else ("", prompt)


def _handing(sentence: str) -> bool:
    """A command that points at the text it is about; the paragraph around it is no part of that text."""
    return is_command(sentence) and bool(_POINTING.search(simpler(sentence)))


_POINTING = re.compile(
    rf"\b(?:below|above|following|follows?|attached)\b|\b(?:this|that|these|my|our|it)\b(?:\s+(?:[\w-]+\s+){{0,2}}?{SOURCES}\b|(?=\s+(?:in)?to\b))|(?:下面|以下|上面|以上|下列|这[段篇份个])",
    re.IGNORECASE,
)


def _hands_over(before: str, media: Sequence[str]) -> bool:
    """Do these words, with a colon behind them, give the text away to be filmed?"""
    if is_command(before) or any(is_command(clause) for clause in _CLAUSES.split(before)):
        return True
    if _sure([before], media) or _sure(_parts(before), media):
        return True
    said = understand(mended(before), media).wishes.said().keys() - {"tone", "palette", "theme", "title", "language"}
    return len(said) > 1 and bool(said - _DOUBTFUL)


_CLAUSES = re.compile(r"[.!?。！？;；,，、\n]\s*|\s+[-–—]\s+|\b(?:and|so|but)\b")


def _overrun(sentence: str, media: Sequence[str]) -> int:
    """How much of an order is the order, where the text goes on without a stop: "make a vid of this 30s Plants make ..."."""
    for found in list(re.finditer(r"(?<=[a-z0-9] )[A-Z]", sentence[:MOST_OF_AN_ORDER]))[:MOST_COLONS]:
        order, told = mended(sentence[: found.start()]), sentence[found.start() :]
        words = re.findall(r"[^\W\d_]+", told)
        own = len(words) > 3 and sum(word[0].islower() for word in words) * 2 > len(words)
        wished = _wished(understand(told, media)) or re.search(rf"\b{FILMS}\b", told, re.IGNORECASE)
        if own and not wished and understand(order, media).rest.rstrip().endswith(BLOT):
            return found.start()
    return len(sentence)


def _leading(sentence: str, media: Sequence[str]) -> int:
    """How much of a sentence its leading clauses are, two at least, that are orders: "20秒，竖屏，老陈修表修了四十五年。"."""
    ended, count = 0, 0
    for clause in re.finditer(r"[^,，、;；]+(?:[,，、;；]\s*|$)", sentence[:MOST_OF_AN_ORDER]):
        words = clause[0].strip(" ,，、;；\n")
        if not (is_command(words) or _is_order(words, media)):
            break
        ended, count = clause.end(), count + 1
    rest = sentence[ended:]
    over = _overrun(rest, media)
    if count and over < len(rest):
        return ended + over
    own = size(rest, language_of(rest)) > (6 if CJK.search(rest) else 3) and not _wished(understand(rest, media))
    return ended if count > 1 and own else 0


_FIELD = re.compile(
    r"\b(?:titled?|called|named|headline|with|colou?rs?|music|soundtrack|style|tone|format|shape|length|duration|voice|captions?|subtitles?|"
    r"call[- ]to[- ]action|cta|end ?card|(?:at|in) the end|ends? (?:with|on))\W*$|"
    r"(?:标题|题目|片名|风格|主题|主色|色调|配色|片长|片尾|开头|开场|转场|平台|音乐|配乐|时长|长度|比例|画幅|字幕|配音|旁白|语气|颜色|结尾|结束语|号召)$",
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
    sentence = mended(sentence)
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
    r"\W*(?:(?:thanks?(?: you)?(?: so much| very much| a lot| in advance)?|please|"
    r"(?:(?:please )?(?:find|see|use) )?(?:here(?: is|'s) |above is |below is |this is )?(?:the |my |our )?(?:script|text|article|story|copy)(?: is| goes| comes)?(?: for (?:it|the video))?(?: below| follows| here| above| attached)?|"
    r"see below|(?:hi|hello|hey|dear)(?: (?:there|team|all|everyone|everybody|guys|folks))?|cheers|ok(?:ay)?|"
    r"谢谢(?:你|您|啦)?|(?:大家|各位|老师|你|您)们?好|麻烦(?:你|您)?了?|拜托|辛苦了?|(?:以上|以下|下面|上面)(?:是|为)?(?:文案|正文|内容|文字|稿子)?|(?:文案|正文|内容|文字|稿子)(?:如下|在下面)?)\W*)+",
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
    for sentence in map(mended, run):
        understood = understand(sentence, media)
        if not leftovers(sentence, understood.rest) or _listed(sentence, media):
            said |= understood.wishes.said()
            asked = asked or bool(_ASKS.search(simpler(sentence)))
    if said.keys() - _DOUBTFUL:
        return True
    return len(said.keys() - {"tone", "theme", "palette"}) > 1 or (asked and bool(said.keys() - {"tone", "theme"}))


def _tail(body: str, media: Sequence[str]) -> tuple[str, str]:
    """Orders in last paragraphs of their own, or at the end of the last one, are taken off the text."""
    lines = body.rstrip().split("\n")
    kept = len(lines)
    while kept and (not lines[kept - 1].strip() or _orders_only(lines[kept - 1], media)):
        kept -= 1
    if kept > 1 and kept == len(lines) and len(lines[-1]) <= MOST_OF_AN_ORDER and _handing(_parts(lines[-1])[0]):
        kept -= 1
    told = [line for line in lines[kept:] if line.strip()]
    if not kept:
        return body, ""
    if told and any(_handing(part) for part in _parts(told[0])):
        return "\n".join(lines[:kept]), "\n".join(told)
    if told and not _sure([part for line in told for part in _parts(line)], media):
        return body, ""
    line = lines[kept - 1].rstrip()
    parts = _parts(line[-MOST_OF_AN_ORDER:])
    run = list[str]()
    while len(parts) > 1 and (is_command(parts[-1]) or _is_order(parts[-1], media)):
        run.insert(0, parts.pop())
    if run and _sure(run, media) and any(_ADDRESSED.search(simpler(part)) for part in run):
        cut = line.rindex(run[0])
        lines[kept - 1], told = line[:cut], [line[cut:], *told]
    return "\n".join(lines[:kept]), "\n".join(told)


_ADDRESSED = re.compile(
    rf"\b(?:please|pls|plz|thanks|{FILMS}|captions?|subtitles?|music|soundtrack|bgm|narrat\w+|voice-?overs?|transitions?|title)\b|"
    r"请|麻烦|谢谢|视频|影片|短片|字幕|音乐|配乐|配音|旁白|转场|做成|标题",
    re.IGNORECASE,
)
"""What an order inside the last paragraph speaks of: a text may end with "Make it square." as well."""


def _orders_only(line: str, media: Sequence[str]) -> bool:
    return len(line) <= MOST_OF_AN_ORDER and all(is_command(part) or _is_order(part, media) for part in _parts(line))


def _parts(line: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?])\s+|(?<=[。！？])", line.strip()) if part.strip()]
