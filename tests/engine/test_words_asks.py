"""Prompts as people write them, and the video each must become: words/asks.jsonl, every row held to its label."""

import re

import pytest
from tests.engine.said import SESSION, TEXTS, alike, flat, rows

from ai_to_video.engine import replies
from ai_to_video.engine.director import lay_out
from ai_to_video.engine.intent import Ask, Generate, understand
from ai_to_video.timeline import Media, Timeline


def kind(name):
    return "audio" if name.endswith("mp3") else "video" if name.endswith("mp4") else "image"


def asked(row):
    """(the storyboard or None, what was said, the prompt) for a row of asks.jsonl."""
    uploads = [Media(name, kind(name), duration_ms=6000 * name.endswith("mp4")) for name in row.get("uploads", ())]
    prompt = re.sub(r"\{(\w+)\}", lambda found: TEXTS.get(found[1], found[0]), row["prompt"])
    tongue = replies.tongue(prompt)
    match understand(prompt, Timeline(), uploads, language=SESSION[row["lang"]]):
        case Generate(board):
            return board, replies.sentences(board.remarks, tongue)
        case Ask("plan", remarks):
            return None, replies.sentences(remarks, tongue)
        case Ask(lack):
            return None, replies.ASK[tongue] if lack == "text" else replies.MISSING[lack][tongue]


@pytest.mark.parametrize("row", rows("asks.jsonl"), ids=lambda row: row["id"])
def test_a_prompt_becomes_what_was_asked_for(row):
    board, said = asked(row)
    want = dict(row["want"])
    for words in want.pop("says", ()):
        assert words.lower() in said.lower()
    if "says" not in row["want"]:
        assert not re.search("did not understand|没有理解|沒有理解", said), said
    if want.pop("needs", False):
        assert board is None
        return
    assert board is not None, said
    assert lay_out(board).duration_ms == board.duration_ms
    most = want.pop("maximum", 0)
    assert not most or board.duration_ms <= most * 1000
    seconds, off = want.pop("seconds", 0), want.pop("tolerance", 0.1)
    assert not seconds or abs(board.duration_ms / 1000 - seconds) <= off * seconds
    for name, wanted in want.items():
        CHECKS[name](board, wanted)


def shown(board):
    return [
        flat(text)
        for scene in board.scenes
        for text in (scene.words, scene.headline, scene.body, scene.number, *scene.items)
        if text
    ]


def _only(board, wanted):
    everything = "".join(shown(board))
    assert [text for text in wanted if flat(text) not in everything] == []
    allowed = flat("".join(wanted)) + flat(board.title)
    assert [
        text
        for text in dict.fromkeys(flat(scene.words or scene.headline) for scene in board.scenes)
        if text not in allowed
    ] == []


def _colour(role):
    def check(board, wanted):
        got = board.palette.get(role)
        dark = wanted == "dark" and not got and board.theme != "paper"
        assert dark or alike(got, wanted), (board.palette, board.theme)

    return check


def _volume(board, wanted):
    bounds = {"low": range(35), "high": range(36, 201)}
    assert board.music_volume in bounds.get(wanted, [wanted])


def _music(board, wanted):
    if isinstance(wanted, bool):
        assert bool(board.mood or board.music) is wanted
    else:
        assert (board.music if "." in wanted else board.mood) == wanted


def _title(board, wanted):
    assert board.title == wanted
    assert wanted or all(scene.kind != "title" for scene in board.scenes)


def _voice(board, wanted):
    assert (board.voice and board.narrator) == wanted


def _places(board, wanted):
    assert {name: board.scenes[at - 1 if at > 0 else at].media for name, at in wanted.items()} == {
        name: name for name in wanted
    }


def _close(board, wanted):
    last = board.scenes[-1]
    assert flat(wanted) in flat(last.headline + last.body + last.words)


def _transition(board, wanted):
    assert {scene.transition for scene in board.scenes[1:]} == {wanted}


def _fades(name):
    def check(board, wanted):
        assert bool(lay_out(board).metadata.get(name)) is wanted

    return check


def _letters(fact):
    def check(board, wanted):
        got = board.lettering.get(fact, "")
        assert alike(got, wanted) if fact == "color" else got == wanted, board.lettering

    return check


def _shape(board, wanted):
    assert board.aspect == wanted


def _tone(board, wanted):
    assert board.tone in wanted.split("|")


def _captions(board, wanted):
    assert board.captions is wanted


def _colours(board, wanted):
    assert all(any(alike(got, each) for got in board.palette.values()) for each in wanted), board.palette


def _used(board, wanted):
    assert set(wanted) <= {scene.media for scene in board.scenes}


def _unused(board, wanted):
    assert not set(wanted) & {scene.media for scene in board.scenes}


def _shows(board, wanted):
    assert [text for text in wanted if flat(text) not in " ".join(shown(board))] == []


def _hides(board, wanted):
    assert [text for text in wanted if flat(text) and flat(text) in " ".join(shown(board))] == []


CHECKS = {
    "exact": _only, "background": _colour("background"), "accent": _colour("accent"), "volume": _volume, "music": _music,
    "title": _title, "voice": _voice, "places": _places, "close": _close, "shape": _shape, "tone": _tone,
    "transition": _transition, "fade_in": _fades("fade_in_ms"), "fade_out": _fades("fade_out_ms"),
    "caption_place": _letters("position"), "caption_size": _letters("size"), "caption_colour": _letters("color"),
    "captions": _captions, "colours": _colours, "used": _used, "unused": _unused, "shows": _shows, "hides": _hides,
}  # fmt: skip
