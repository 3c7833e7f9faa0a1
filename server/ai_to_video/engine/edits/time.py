"""Orders about time: cut, keep, lengthen, speed up, put scenes in another order. Pure."""

from collections.abc import Callable
from dataclasses import replace

from ...timeline import Clip, Timeline, edit
from ..language import amounts
from ..replies import spoken_length
from ..storyboard import CLOSE, LONGEST_MS, SCENE_MS, SHORTEST_MS, TITLE
from .order import Done, Order, Rule, clock
from .receipts import word
from .words import CAPTIONS, SECONDS, TITLE_EN, TITLE_ZH

LEAST_LEFT_MS = 1_000
SLOWEST, FASTEST = 0.125, 8.0
_CUT = r"\b(?:cut|trim|remove|delete|drop|chop|shave|take|crop|clip|lose|get rid of)\b"
_CUT_ZH = r"(?:剪掉|剪去|剪切|裁掉|裁剪|删掉|删除|删了|去掉|切掉|移除|拿掉|不要)"


def _said(order: Order, timeline: Timeline) -> str:
    return spoken_length(edit.length(timeline), order.tongue)


def cut(order: Order) -> Done | None:
    """ "cut the first 3 seconds", "remove 0:05 to 0:08", "剪掉最后5秒"."""
    if order.has(rf"{CAPTIONS}|{TITLE_EN}|{TITLE_ZH}"):
        return None
    if not order.has(rf"{_CUT}|{_CUT_ZH}"):
        return None
    both = amounts.ranges(order.words)
    first = order.has(
        rf"\b(?:first|opening|initial|beginning)\s+(?P<n>{SECONDS})|(?:前|开头的?|"
        rf"最前面?|(?:开头|片头|前面)(?:处)?(?:剪掉|剪去|裁掉|删掉|删除|去掉|切掉))(?P<z>{SECONDS})|(?P<b>{SECONDS})\s+(?:from|off|at) (?:the )?(?:start|beginning|front|"
        rf"intro)"
    )
    last = order.has(
        rf"\b(?:last|final|closing)\s+(?P<n>{SECONDS})|(?:最后|后|末尾的?|结尾的?|(?:结尾|片尾|末尾|最后)(?:处)?(?:剪掉|剪去|裁掉|删掉|删除|去掉|切掉))(?P<z>{SECONDS})|"
        rf"(?P<b>{SECONDS})\s+(?:from|off|at) (?:the )?(?:end|back|tail)"
    )
    after = order.has(rf"\b(?:everything|all|the rest)\s+(?:after|from)\s+(?P<a>\d{{1,2}}:\d{{2}}|{SECONDS})")
    before = order.has(rf"\beverything before\s+(?P<a>\d{{1,2}}:\d{{2}}|{SECONDS})")
    if both:
        start, end = both[0][0], both[0][1]
    elif first:
        start, end = 0, _amount(first["n"] or first["z"] or first["b"])
    elif last:
        start, end = order.length - _amount(last["n"] or last["z"] or last["b"]), order.length
    elif after:
        start, end = amounts.moment(after["a"]) or 0, order.length
    elif before:
        start, end = 0, amounts.moment(before["a"]) or 0
    else:
        return None
    return _cut(order, start, end)


def _amount(text: str) -> int:
    found = amounts.durations(text)
    return int(found[0].value) if found else 0


def _cut(order: Order, start: int, end: int) -> Done:
    end = min(end, order.length)
    if start < 0 or start >= order.length or end <= start:
        return order.refused("outside", length=clock(order.length))
    if order.length - (end - start) < LEAST_LEFT_MS:
        return order.refused("too_little_left", least=LEAST_LEFT_MS // 1000)
    timeline = _without_slivers(edit.cut(order.timeline, start, end))
    return order.done(timeline, "cut_range", start=clock(start), end=clock(end), length=_said(order, timeline))


def _without_slivers(timeline: Timeline) -> Timeline:
    """Captions and scenes too short to be seen join their neighbour or go."""
    tracks = []
    for track in timeline.tracks:
        kept = [clip for clip in track.clips if edit.finish(clip) - edit.begin(clip) >= 300]
        if track.kind == "video" and kept and len(kept) < len(track.clips):
            kept = [
                replace(clip, end_ms=following)
                for clip, following in zip(kept, [*(c.start_ms for c in kept[1:]), edit.length(timeline)], strict=True)
            ]
            kept[0] = replace(kept[0], start_ms=0)
        tracks.append(replace(track, clips=tuple(kept)))
    return replace(timeline, tracks=tuple(tracks), duration_ms=edit.length(timeline))


def keep(order: Order) -> Done | None:
    """ "keep only the first 10 seconds", "trim to 0:05-0:15", "只保留前10秒"."""
    if not order.has(
        r"\bkeep (?:only|just)?|\bonly keep\b|\btrim (?:it |the video )?(?:to|down to)\b.*[-–:]|只保留|仅保留|保留"
    ):
        return None
    both = amounts.ranges(order.words)
    first = order.has(rf"\bfirst\s+(?P<n>{SECONDS})|前(?P<z>{SECONDS})")
    last = order.has(rf"\blast\s+(?P<n>{SECONDS})|(?:最后|后)(?P<z>{SECONDS})")
    if both:
        start, end = both[0][0], both[0][1]
    elif first:
        start, end = 0, _amount(first["n"] or first["z"])
    elif last:
        start, end = order.length - _amount(last["n"] or last["z"]), order.length
    else:
        return None
    end = min(end, order.length)
    if start < 0 or start >= order.length or (start == 0 and end == order.length):
        return order.refused("outside", length=clock(order.length))
    if end - start < LEAST_LEFT_MS:
        return order.refused("too_little_left", least=LEAST_LEFT_MS // 1000)
    timeline = edit.cut(order.timeline, end, order.length) if end < order.length else order.timeline
    timeline = edit.cut(timeline, 0, start) if start else timeline
    timeline = _without_slivers(timeline)
    return order.done(timeline, "length", length=_said(order, timeline))


def scene_length(order: Order) -> Done | None:
    """ "make scene 2 5 seconds long", "extend scene 3 by 2 seconds", "第二个场景延长2秒"."""
    places = order.which()
    change = order.has(
        r"\b(?:make|set|give|extend|lengthen|shorten|stretch|hold|keep|show|let|trim|cut|run|shave|take|knock|chop)\b|"
        r"\b(?:longer|shorter)\b|多停|多留|[长短]\s*(?:\d|[一二两三四五六七八九十半])|延长|缩短|改成|改为|加长|长一点|短一点|久一点|停留|显示"
    )
    if not places or not change or order.pictures is None or order.has(rf"{CAPTIONS}|{TITLE_EN}|{TITLE_ZH}"):
        return None
    amount = amounts.durations(order.words)
    vague = order.has(
        r"\b(?P<m>longer|lengthen|extend)\b|\b(?P<l>shorter|shorten|shave|(?:take|knock|cut|chop|trim)\b.*\boff)\b|(?P<mz>延长|加长|长一点|久一点|久一些|多停|多留|长\s*(?:\d|[一二两三四五六七八九十半]))|"
        r"(?P<lz>缩短|短一点|短\s*(?:\d|[一二两三四五六七八九十半]))"
    )
    if not amount and not vague:
        return None
    if places[0] < 0:
        return order.no_scene()
    scene = order.scenes[places[0]]
    now = edit.finish(scene) - edit.begin(scene)
    less = bool(vague and (vague["l"] or vague["lz"]))
    relative = order.has(
        r"\bby\b|\b(?:more|longer|shorter|less|off)\b|(?:延长|缩短)(?!到|至)|加长|多停|多留|(?<!延)(?<!缩)[长短]\s*(?:\d|[一二两三四五六七八九十半])"
    ) and not order.has(r"\bto\b|到|至")
    if not amount:
        wanted = round(now * (0.7 if less else 1.4) / 100) * 100
    elif relative:
        wanted = now + (-1 if less else 1) * int(amount[0].value)
    else:
        wanted = int(amount[0].value)
    if wanted < 500 or order.length - now + wanted > LONGEST_MS:
        return (
            order.refused("too_little_left", least=0.5)
            if wanted < 500
            else order.refused("outside", length=clock(order.length))
        )
    timeline = edit.stretch(order.timeline, edit.begin(scene), edit.finish(scene), wanted)
    return order.done(
        timeline,
        "scene_length",
        scene=order.number(places[0]),
        length=spoken_length(wanted, order.tongue),
        total=_said(order, timeline),
    )


def whole_length(order: Order) -> Done | None:
    """ "make it 20 seconds", "shorten it to 15s", "make it a bit longer", "改成半分钟"."""
    if order.which() or order.has(rf"{CAPTIONS}|{TITLE_EN}|{TITLE_ZH}|\bmusic\b|\bfade\b|音乐|淡|\bat\b \d"):
        return None
    amount = amounts.durations(order.words) or amounts.clocks(order.words)
    vague = order.has(
        r"\b(?P<m>longer)\b|\b(?P<l>shorter)\b|(?P<mz>长一点|长一些|再长|延长)|(?P<lz>短一点|短一些|再短|缩短|精简)"
    )
    asked = order.has(
        r"\b(?:make|set|change|get|cut|trim|shorten|shrink|reduce|compress|condense|extend|lengthen|"
        r"stretch|expand|bring|want|need|should be|turn)\b|\blong\b|^\W*(?:in |to )?\d+\s*-?\s*s|"
        r"改成|改为|变成|缩短|延长|压缩|控制在|做成|要|剪成|剪到|时长|长度"
    )
    if not (amount and asked) and not vague:
        return None
    if amount:
        less = bool(order.has(r"\b(?:shorten|shorter|cut|trim|reduce)\b|缩短"))
        relative = bool(order.has(r"\bby\b")) or (bool(vague and (vague["m"] or vague["l"])))
        wanted = int(amount[0].value)
        if relative and not order.has(r"\bto\b"):
            wanted = order.length + (-wanted if less else wanted)
    else:
        wanted = round(order.length * (0.75 if vague and (vague["l"] or vague["lz"]) else 1.3) / 1000) * 1000
    if not SHORTEST_MS <= wanted <= LONGEST_MS:
        return _out_of_bounds(order)
    if wanted == order.length:
        return order.refused("already")
    timeline = fit(order.timeline, wanted)
    return order.done(timeline, "length", length=_said(order, timeline))


def _out_of_bounds(order: Order) -> Done:
    least, most = (spoken_length(bound, order.tongue) for bound in (SHORTEST_MS, LONGEST_MS))
    return order.refused("length_bounds", least=least, most=most)


def fit(timeline: Timeline, wanted: int) -> Timeline:
    """The whole video in another length: least-missed scenes go until the rest can be read, then all are stretched."""
    track = edit.find(timeline, "video")
    if track is None or not timeline.tracks[track].clips:
        return timeline

    def room(clip: Clip) -> int:
        return max(SCENE_MS, round((edit.finish(clip) - edit.begin(clip)) * 0.75))

    while True:
        clips = timeline.tracks[track].clips
        spare = [clip for clip in clips if clip.metadata.get("scene") not in {TITLE, CLOSE}]
        if len(clips) < 2 or not spare or sum(map(room, clips)) <= wanted:
            break
        out = min(spare, key=lambda clip: float(clip.metadata.get("weight") or 0.5))
        timeline = edit.cut(timeline, edit.begin(out), edit.finish(out))
    return _scaled(timeline, wanted)


def _scaled(timeline: Timeline, wanted: int) -> Timeline:
    """Every moment to its share of the new length, scene ends on tenths of a second."""
    track = edit.find(timeline, "video")
    now = edit.length(timeline)
    ends = [edit.finish(clip) for clip in timeline.tracks[track or 0].clips]
    knots = [0, *(round(end * wanted / now / 100) * 100 for end in ends[:-1]), wanted]
    return edit.remap(timeline, _between([0, *ends], knots))


def _between(old: list[int], new: list[int]) -> Callable[[int], int]:
    def at(moment: int) -> int:
        for place in range(1, len(old)):
            if moment <= old[place]:
                span = old[place] - old[place - 1] or 1
                return new[place - 1] + round((moment - old[place - 1]) * (new[place] - new[place - 1]) / span)
        return new[-1] + moment - old[-1]

    return at


def speed(order: Order) -> Done | None:
    """ "speed up scene 2", "play it at 1.5x", "half speed", "两倍速"."""
    asked = order.has(
        r"\b(?:speed|faster|slower|as (?:fast|slow)|slow(?: it| the \w+| scene \d+)? down|slow[- ]?mo(?:tion)?|"
        r"double[- ]speed|half[- ]speed)\b|\d(?:\.\d+)?\s*x\b|\bx\s?\d(?:\.\d+)?\b|"
        r"倍速|加速|减速|加快|放慢|减慢|快一点|慢一点|慢放|慢动作|快放|快些|慢些"
    )
    if not asked or order.has(r"\bmusic\b|音乐"):
        return None
    factor = _factor(order)
    if not SLOWEST <= factor <= FASTEST:
        return order.refused("speed_bounds", least=f"{SLOWEST:g}", most=f"{FASTEST:g}")
    places = order.which()
    if places and order.pictures is not None:
        if places[0] < 0:
            return order.no_scene()
        timeline = edit.set_speed(order.timeline, order.pictures, places[0], factor)
        what = word("scene", order.tongue, n=order.number(places[0]))
    else:
        wanted = round(order.length / factor / 100) * 100
        if not SHORTEST_MS <= wanted <= LONGEST_MS:
            return _out_of_bounds(order)
        timeline = order.timeline
        if order.pictures is not None:
            for place, clip in enumerate(order.scenes):
                if clip.source or clip.metadata.get("media"):
                    now = float(clip.metadata.get("speed") or 1)
                    timeline = edit.set_metadata(timeline, order.pictures, place, {"speed": round(now * factor, 4)})
        timeline = _scaled(timeline, wanted)
        what = word("whole", order.tongue)
    return order.done(timeline, "speed", what=what, factor=f"{factor:g}", length=_said(order, timeline))


def _factor(order: Order) -> float:
    slower = bool(order.has(r"\bslow|\bhalf\b|减速|慢"))
    times = order.has(
        rf"(?P<n>\d+(?:\.\d+)?)\s*(?:x\b|times\b|倍)|\bx\s?(?P<x>\d+(?:\.\d+)?)\b|(?P<z>{amounts.ZH_NUMBER}(?:点[零一二三四五六七八九]+)?|半)倍|"
        rf"\b(?P<d>double|twice|triple|half)\b"
    )
    share = amounts.percents(order.words)
    if times:
        if times["d"]:
            factor = {"double": 2.0, "twice": 2.0, "triple": 3.0, "half": 0.5}[times["d"].lower()]
        else:
            factor = amounts.number(times["n"] or times["x"] or times["z"]) or 1.0
        if factor > 1 and slower:
            factor = 1 / factor
    elif share:
        factor = share[0].value / 100
        if order.has(r"\bby\b|\b(?:faster|slower)\b|加速|减速"):
            factor = 1 / (1 + factor) if slower else 1 + factor
    else:
        factor = 0.7 if slower else 1.5
    return round(factor, 3)


RULES: tuple[Rule, ...] = (keep, cut, speed, scene_length, whole_length)
