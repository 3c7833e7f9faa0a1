"""What is no order: questions, things to be left alone, and what nobody here can do. Pure."""

from collections.abc import Mapping

from ...timeline import Clip
from ...timeline.describe import line
from ..prompt.wishes_look import OTHER_LANGUAGES
from ..replies import spoken_count, spoken_length
from .order import Done, Order, Rule
from .receipts import word
from .sound import MUSIC
from .words import CAPTIONS, TITLE_EN, TITLE_ZH

_SPOKEN = rf"{TITLE_EN}|{TITLE_ZH}|{CAPTIONS}|{MUSIC}|\bvoice\b|\bscenes?\b|\bcolou?rs?\b|\bbackground\b|\bnarrat\w+|配音|旁白|场景|镜头|颜色|背景|画面"


def kept(order: Order) -> Done | None:
    """ "don't change the title", "leave the music as it is", "音乐别动": nothing is to be done, and that is all right."""
    if order.has(
        rf"^\W*(?:please |but )?(?:(?:don'?t|do not|never) (?:change|touch|alter|edit|remove|delete|move|cut)|(?:leave|keep) (?:the |my |that )?(?:{_SPOKEN})(?:\s+\w+)?\s+"
        rf"(?:as (?:it|they)(?: is| are|'s)?|as is|alone|unchanged|the same|there|how (?:it|they)))|^\W*(?:don'?t|do not|never) \w+ (?:the )?(?:{_SPOKEN})|"
        rf"(?:{_SPOKEN})(?:请)?(?:别|不要|不用|不许)(?:再)?(?:动|改|碰|换)|(?:别|不要|不用)(?:再)?(?:动|改|碰|换)(?:{_SPOKEN})|(?:{_SPOKEN}).{{0,6}}(?:保持(?:不变|原样)|不变)"
    ) and not order.has(r"\bdon'?t (?:want|need|like|show|use|add)\b"):
        return order.answered("kept")
    return None


# --- questions ------------------------------------------------------------------------------------------------------


_REQUEST = (
    r"^\W*(?:can|could|would|will|may|might|shall|should)\b|\b(?:how|what) about\b|\bwhy (?:not|don'?t)\b|\bdo you mind\b|"
    r"^\W*(?:is it|would it be) possible\b|\bany chance\b|\bmind \w+ing\b|能不能|可不可以|可以.*吗|能.*吗|要不要|好不好|行不行|怎么样"
)
_QUESTION = (
    r"^\W*(?:(?:is|are|was|were|does|do|did|has|have) (?:it|the|this|that|there|you|we|i|my|any|all|captions|subtitles|music)\b|(?:what|what's|which|how|where|when|why|who|whose)\b)|吗\W*$|呢\W*$|"
    r"多长|多久|多少|几[个秒分]|什么|哪[个首些里]|谁"
)


def asked(order: Order) -> Done | None:
    """A question is answered from the timeline; nothing changes."""
    if order.has(
        r"^\W*what (?:can|could|else can) (?:you|i|we)\b|^\W*(?:help|how do(?:es)? (?:this|it|i|you))\b|你(?:都)?(?:能|会|可以)(?:改|做|干)(?:些)?什么|(?:能|可以)(?:改|做)(?:些)?什么"
    ):
        return order.answered("help")
    if order.has(_REQUEST) or not order.has(rf"{_QUESTION}|[?？]\W*$"):
        return None
    facts = order.timeline.metadata
    if order.has(r"\b(?:which|what) (?:scenes|shots|slides)\b|(?:哪些|什么)(?:场景|镜头|画面|片段)"):
        return order.answered("told_scene_list", text=_listed(order))
    places = order.which()
    if places:
        return order.no_scene() if places[0] < 0 else _scene_told(order, places[0])
    if order.has(r"\bhow long\b|\blength\b|\bduration\b|\bhow many (?:seconds|minutes)\b|多长|多久|时长|几[秒分]"):
        return order.answered("told_length", length=spoken_length(order.length, order.tongue))
    if order.has(r"\bhow many (?:scenes|shots|slides)\b|(?:几|多少)个?(?:场景|镜头|画面)"):
        return order.answered("told_scenes", count=spoken_count(len(order.scenes), order.tongue))
    if order.has(MUSIC):
        clip = _first(order, order.music)
        return (
            order.answered("told_music", name=clip.name, percent=clip.volume)
            if clip
            else order.answered("told_no_music")
        )
    if order.has(f"{TITLE_EN}|{TITLE_ZH}"):
        clip = _first(order, order.titles)
        if clip is None:
            return order.answered("told_no_title")
        look = ", ".join(str(clip.metadata[key]) for key in ("color", "position", "size") if clip.metadata.get(key))
        return order.answered("told_title", text=clip.text, look=look or word("plain", order.tongue))
    if order.has(CAPTIONS):
        return order.answered("captions_off" if facts.get("captions") is False else "captions_on")
    if order.has(r"\bvoice\b|\bnarrat\w+|配音|旁白|朗读"):
        return order.answered("voice_on" if facts.get("voice") else "voice_off")
    return order.answered("overview", line=line(order.timeline))


def _first(order: Order, track: int | None) -> Clip | None:
    clips = order.timeline.tracks[track].clips if track is not None else ()
    return clips[0] if clips else None


def _listed(order: Order) -> str:
    return " ".join(f"{order.number(place)}. {_shown(scene)}" for place, scene in enumerate(order.scenes))


def _scene_told(order: Order, place: int) -> Done:
    return order.answered("told_scene", scene=order.number(place), text=_shown(order.scenes[place]))


def _shown(scene: Clip) -> str:
    """What a scene shows, in its own words."""
    facts: Mapping[str, object] = scene.metadata
    items = facts.get("items")
    words = [str(facts.get(key) or "") for key in ("headline", "body")]
    words += [str(item) for item in items] if isinstance(items, list | tuple) else []
    return " / ".join(dict.fromkeys([word for word in (*words, str(facts.get("media") or "")) if word])) or scene.name


def told(order: Order) -> Done | None:
    """A wish for the file, or to see how things stand."""
    if order.has(r"^\W*(?:please )?(?:export|download|save|render)\b.{0,40}$|^\W*(?:导出|汇出|下载|保存|储存)"):
        return order.answered("export")
    if order.has(
        r"\b(?:show|list|describe|tell me)\b.{0,30}\b(?:timeline|tracks|video|"
        r"scenes|look)\b|(?:什么样|状态|状態|时间线|时间轴|轨道)"
    ):
        return order.answered("overview", line=line(order.timeline))
    if order.has(
        r"\b(?:better|nicer|prettier|cooler|improve|boring|dull|off|not good|not great|meh|bad|ugly)\b|好看|美观|改进|优化|无聊|不好|不太好|难看|一般"
    ):
        return order.answered("vague")
    return None


# --- what nobody here can do ----------------------------------------------------------------------------------------


def beyond(order: Order) -> Done | None:
    """Posting it somewhere, taking a mark away that is not there."""
    if order.has(
        r"\b(?:publish|post|upload|share|send) (?:it|this|that|the (?:video|film|clip))\b|^\W*(?:publish|post)\b|(?:发布?|上传|分享|转发)(?:到|在|给)"
    ):
        return order.refused("not_posted")
    if order.has(r"\bwatermarks?\b|水印|浮水印"):
        return order.refused("no_watermark")
    return None


def language(order: Order) -> Done | None:
    names = rf"english|chinese|mandarin|{OTHER_LANGUAGES}|英[文语]|中文|汉语|普通话"
    if order.has(rf"\btranslat|\b(?:in|into|to) (?:{names})\b|翻译?成|翻译|译成|(?:改成|换成|用)(?:{names})"):
        return order.refused("no_translation")
    return None


_MISSING = (
    (
        (
            r"\b(?:blur|crop|rotate|flip|mirror|green ?screen|chroma|stabili[sz]e|remove background)\b|模糊|"
            r"旋转|镜像|绿幕|抠图"
        ),
        "picture effects",
        "画面特效",
        "畫面特效",
    ),
    (
        (
            r"\b(?:filter|grain|vignette|lut|colou?r grad(?:e|ing)|contrast|saturation|brightness)\b|滤镜|"
            r"滤镜|调色|对比度|饱和度|亮度"
        ),
        "filters",
        "滤镜",
        "濾鏡",
    ),
    (
        (
            r"\b(?:sticker|emoji|gif overlay|overlay|particles?|explosion|3d|hologram|avatar)\b|贴纸|粒子|虚拟人|虚擬人|数字人"
        ),
        "overlays or avatars",
        "贴纸、水印或数字人",
        "貼紙、浮水印或數字人",
    ),
    (r"\bfont\b|字体", "choice of single fonts (themes bring their own)", "单独选择字体的", "单独选择字体的"),
    (r"\bsound effects?\b|\bsfx\b|音效", "sound effects", "音效", "音效"),
)


def impossible(order: Order) -> Done | None:
    for words, english, simple, traditional in _MISSING:
        if order.has(words):
            return order.refused(
                "not_available", what={"en": english, "zh-CN": simple, "zh-TW": traditional}[order.tongue]
            )
    return None


RULES: tuple[Rule, ...] = (kept, asked, beyond, language, told, impossible)
