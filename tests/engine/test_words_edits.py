"""Edits as people ask for them, and what each must change and nothing else: words/edits.jsonl, row by row."""

import pytest
from tests.engine.said import SESSION, TEXTS, alike, rows

from ai_to_video.engine.director import lay_out
from ai_to_video.engine.intent import Change, Generate, understand
from ai_to_video.engine.look.script import read
from ai_to_video.timeline import Media, Timeline
from ai_to_video.timeline.describe import sentences
from ai_to_video.timeline.diff import diff
from ai_to_video.timeline.edit import begin, finish, length
from ai_to_video.wire.draft import read_draft, write_draft

FILM_OF = {
    "en": 'Make a 30-second video titled "Meet Tally" with narration: ' + TEXTS["app"],
    "zh": "做一个30秒的视频，标题“龙井茶”，带配音：" + TEXTS["tea"],
    "zh-Hant": "做一支30秒的影片，標題「台灣黑熊」，要有旁白：" + TEXTS["bear"],
}
FILMS = {language: lay_out(understand(prompt, Timeline()).storyboard) for language, prompt in FILM_OF.items()}
UPLOADS = (
    Media("beach.jpg", "image"),
    Media("logo.png", "image"),
    Media("song.mp3", "audio"),
    Media("clip.mp4", "video", duration_ms=6000),
)


def facets(film):
    """Everything a person could have meant, one fact each, so that what changed can be told from what must not."""
    facts, scenes = film.metadata, film.tracks[0].clips
    tracks = {track.metadata.get("role"): track.clips for track in film.tracks}
    title, music = next(iter(tracks.get("title", ())), None), next(iter(tracks.get("music", ())), None)
    lettering = read(film, "480p").stage.lettering
    found = {
        "title.on": title is not None,
        "captions.on": facts.get("captions"),
        "captions.colour": lettering.colour,
        "captions.place": lettering.place,
        "captions.size": lettering.size,
        "captions.style": lettering.style,
        "captions.text": [clip.text for clip in tracks.get("captions", ())],
        "music.on": music is not None,
        "voice.on": bool(facts.get("voice")),
        "voice.name": facts["voice"] if isinstance(facts.get("voice"), str) else None,
        "voice.volume": facts.get("voice_volume"),
        "scenes": [
            tuple(str(clip.metadata.get(key)) for key in ("headline", "body", "items", "number")) for clip in scenes
        ],
        "scene_length": [finish(clip) - begin(clip) for clip in scenes],
        "picture": [clip.metadata.get("media") or clip.source for clip in scenes],
        "transition": [clip.metadata.get("transition") for clip in scenes],
        "fade.in": facts.get("fade_in_ms"),
        "fade.out": facts.get("fade_out_ms"),
        "shape": facts.get("aspect"),
        "palette": facts.get("palette"),
        "theme": facts.get("theme"),
        "tone": facts.get("tone"),
        "length": length(film),
    }
    if title:
        look = {"colour": "color", "place": "position", "size": "size"}
        found |= {f"title.{name}": title.metadata.get(key) for name, key in look.items()}
        found |= {"title.text": title.text, "title.time": f"{title.start_ms / 1000:g}-{title.end_ms / 1000:g}"}
    if music:
        fades = (music.metadata.get("fade_in_ms"), music.metadata.get("fade_out_ms"))
        kind_of = music.source or music.metadata.get("mood")
        found |= {"music.kind": kind_of, "music.volume": music.volume, "music.fade": fades}
    return found


_TITLE = {"title.text", "title.time", "title.colour", "title.place", "title.size"}
_CUT = {"length", "scene_length", "transition", "picture", "captions.text", "captions.place", "title.on", *_TITLE}
GO_ALONG = {  # what may change together with what was asked for
    "title.on": {"scenes", *_CUT}, "title.text": {"scenes"}, "title.time": {"scenes"}, "scenes": _CUT,
    "length": {"scenes", "music.fade", *_CUT}, "scene_length": {"length", "title.time"},
    "tone": {"theme", "music.kind", "palette"}, "theme": {"palette"}, "scene_text": {"scenes", "captions.text"},
    "music.on": {"music.kind", "music.volume", "music.fade"}, "music.kind": {"music.fade"}, "voice.on": {"voice.name"},
    "voice.name": {"voice.on"}, "background": {"palette"}, "accent": {"palette"}, "colours": {"palette"},
}  # fmt: skip


@pytest.mark.parametrize("row", rows("edits.jsonl"), ids=lambda row: row["id"])
def test_an_edit_does_what_was_asked_and_nothing_else(row):
    film = FILMS[row["lang"]]
    intent = understand(row["say"], film, UPLOADS, prompt=FILM_OF[row["lang"]], language=SESSION[row["lang"]])
    after, said = (intent.edited.timeline, intent.edited.said) if isinstance(intent, Change) else (film, "-")
    assert not isinstance(intent, Generate)
    assert said
    for words in row.get("said", ()):
        assert any(each.lower() in said.lower() for each in words.split("|")), said
    if row.get("refuse"):
        assert after == film, said
        return
    was, now = facets(film), facets(after)
    if "title.text" in row["do"]:
        was["scenes"] = [
            tuple(row["do"]["title.text"] if x == was["title.text"] else x for x in each) for each in was["scenes"]
        ]
    for name, wanted in row["do"].items():
        assert EDITED.get(name, _same)(was, now, name, wanted), (name, wanted, now.get(name), said)
    assert after == film or sentences(diff(film, read_draft(write_draft(after)))), (
        "nobody could tell it from the timelines"
    )
    changed = {name for name in was.keys() | now.keys() if was.get(name) != now.get(name)}
    meant = set(row["do"]).union(*(GO_ALONG.get(name, ()) for name in row["do"]))
    assert changed <= meant, said


def _same(was, now, name, wanted):
    return now.get(name) == wanted


def _coloured(was, now, name, wanted):
    return alike(now.get(name), wanted)


def _painted(was, now, name, wanted):
    return alike(now["palette"].get(name), wanted)


def _palette(was, now, name, wanted):
    return {each.lower() for each in now["palette"].values()} == {each.lower() for each in wanted}


def _sized(was, now, name, wanted):
    steps = {"small": -1, "large": 1}
    by = steps.get(now[name], 0) - steps.get(was.get(name), 0)
    return by > 0 if wanted == "bigger" else by < 0


def _placed(was, now, name, wanted):
    return now[name] in {"centre": ("center",), "higher": ("top", "center")}.get(wanted, (wanted,))


def _level(was, now, name, wanted):
    if isinstance(wanted, int):
        return now[name] == wanted
    before = 100 if was[name] is None else was[name]
    return now[name] < before if wanted == "lower" else now[name] > before


def _one_of(was, now, name, wanted):
    return now[name] in wanted.split("|")


def _faded(was, now, name, wanted):
    return bool(now[name]) and now[name] != was[name]


def _turned(was, now, name, wanted):
    return set(now[name][1:]) == {wanted}


def _pictured(was, now, name, wanted):
    places = {int(at) - 1 if int(at) > 0 else len(was[name]) - 1: media for at, media in wanted.items()}
    return now[name] == [places.get(at, media) for at, media in enumerate(was[name])]


def _timed(was, now, name, wanted):
    for at, wish in wanted.items():
        old, new = was[name][int(at) - 1], now[name][int(at) - 1]
        if wish == "longer":
            done = new > old
        elif wish == "half":
            done = abs(new - old / 2) < 150
        else:
            done = new == (old if str(wish)[0] in "+-" else 0) + int(wish) * 1000
        if not done:
            return False
    others = [at for at in range(len(was[name])) if str(at + 1) not in wanted]
    return [now[name][at] for at in others] == [was[name][at] for at in others]


def _long(was, now, name, wanted):
    old, new = was[name] / 1000, now[name] / 1000
    if isinstance(wanted, str):
        return {"half": abs(new - old / 2) < 0.3, "shorter": new < old, "longer": new > old}[wanted]
    return abs(new - (wanted if wanted > 0 else old + wanted)) < 0.3


def _told(was, now, name, wanted):
    """The words stand in the scene that said (or was numbered) so; the others say what they said."""
    if len(now["scenes"]) != len(was["scenes"]):
        return False
    for key, text in wanted.items():
        at = int(key) - 1 if key.isdigit() else _place(was["scenes"], key)
        others = [place for place in range(len(was["scenes"])) if place != at]
        if text not in " ".join(now["scenes"][at]) or any(now["scenes"][x] != was["scenes"][x] for x in others):
            return False
    return True


def _place(scenes, key):
    """A scene by its number, from either end, or the last that holds a word."""
    if key.lstrip("-").isdigit():
        return int(key) - 1 if int(key) > 0 else len(scenes) + int(key)
    return next(at for at in reversed(range(len(scenes))) if key.lower() in " ".join(scenes[at]).lower())


def _arranged(was, now, name, wanted):
    """`remove 2; swap 1 2`: the old scenes in the order that was asked for; `add 3 words` puts a new one at place 3."""
    old, order = was["scenes"], list(range(len(was["scenes"])))
    for step in wanted.split("; "):
        verb, *keys = step.split()
        if verb == "add":
            new = now["scenes"][int(keys[0]) - (int(keys[0]) > 0)]
            return len(now["scenes"]) == len(old) + 1 and " ".join(keys[1:]).lower() in " ".join(new).lower()
        places = [_place(old, key) for key in keys]
        if verb == "remove":
            order = [at for at in order if at not in places]
        elif verb == "swap":
            order[places[0]], order[places[1]] = places[1], places[0]
        elif verb == "copy":
            order.insert(places[0], places[0])
        elif verb == "first":
            order = order[: int(keys[0])]
        elif verb == "reverse":
            order.reverse()
        else:
            order.remove(places[0])
            order.insert(places[1] if verb == "move" else order.index(places[1]) + (verb == "after"), places[0])
    return now["scenes"] == [old[at] for at in order]


EDITED = {
    "scenes": _arranged, "scene_text": _told, "scene_length": _timed, "picture": _pictured, "length": _long,
    "transition": _turned, "title.colour": _coloured, "captions.colour": _coloured, "background": _painted,
    "accent": _painted, "colours": _palette, "title.size": _sized, "captions.size": _sized, "title.place": _placed,
    "captions.place": _placed, "music.volume": _level, "voice.volume": _level, "music.kind": _one_of, "fade.in": _faded,
    "fade.out": _faded, "music.fade": _faded,
}  # fmt: skip
