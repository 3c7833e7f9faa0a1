"""What people ask of the captions is what the picture shows."""

import cv2
import numpy as np
import pytest
from tests.engine.golden import storyboard

from ai_to_video.engine.design import LEAST_CONTRAST, CaptionStyle, Stage, contrast
from ai_to_video.engine.director import lay_out
from ai_to_video.engine.edits.message import edit
from ai_to_video.engine.look.captions import Page, Set
from ai_to_video.engine.look.film import Film, prepared
from ai_to_video.engine.look.fonts import Face
from ai_to_video.engine.look.kinetic import Pill
from ai_to_video.engine.look.paint import Canvas
from ai_to_video.engine.look.script import read
from ai_to_video.engine.look.themes import THEMES
from ai_to_video.timeline import Clip, Timeline, Track

SAID = "Solar panels now cover 40% of all the roofs here"
YELLOW = (253, 216, 53)


def film(look="paper", kind="list", media="", **facts):
    """Two seconds of a scene whose captions say something else than the scene."""
    shown = {"scene": kind, "headline": "Roofs", "items": ["One", "Two"], **facts} | ({"media": media} if media else {})
    tracks = (
        Track("video", (Clip(0, 2000, metadata=shown),), {"role": "scenes"}),
        Track("text", (Clip(0, 2000, text=SAID, metadata={"role": "captions"}),), {"role": "captions"}),
    )
    return Timeline(tracks, 2000, metadata={"aspect": "9:16", "theme": look, "seed": 1, "captions": True})


RECITED = {"kind": "statement", "headline": "", "items": [], "body": SAID}


def edited(timeline, *messages):
    for message in messages:
        done = edit(message, timeline, ())
        assert done.changed and done.whole, done.said
        timeline = done.timeline
    return timeline


def picture(timeline, sources=None, frame=55):
    script = read(timeline, "480p")
    canvas, shown = Canvas.blank(script.stage.width, script.stage.height), Film(script, sources or {})
    shown.draw(canvas, frame)
    shown.close()
    y, u, v = canvas.planes
    u, v = (cv2.resize(plane, (y.shape[1], y.shape[0]), interpolation=cv2.INTER_NEAREST) for plane in (u, v))
    y, u, v = (y.astype(float) - 16) / 219, (u.astype(float) - 128) / 224, (v.astype(float) - 128) / 224
    return np.clip(np.stack([y + 1.5748 * v, y - 0.1873 * u - 0.4681 * v, y + 1.8556 * u], -1) * 255, 0, 255)


def like(pixels, colour, near=30):
    return (np.abs(pixels - np.array(colour)).max(-1) < near).nonzero()


@pytest.mark.parametrize("message", ["make the captions yellow", "字幕改成黄色"])
@pytest.mark.parametrize("facts", [{}, RECITED], ids=["captions", "recited"])
def test_captions_take_the_colour_asked_for(message, facts):
    plain = film("ink", **facts)
    assert len(like(picture(plain), YELLOW)[0]) < 20
    assert len(like(picture(edited(plain, message)), YELLOW)[0]) > 400


@pytest.mark.parametrize("colour", ["yellow", "black", "white", "red", "navy", "#777777"])
@pytest.mark.parametrize("look", ["ink", "paper"])
def test_a_colour_stays_itself_and_readable_on_any_theme(look, colour):
    asked = edited(film(look), f"make the captions {colour}")
    style = read(asked, "480p").stage.lettering
    ink, ground = style.inked(THEMES[look])
    assert ink == style.colour
    assert contrast(ink, ground or THEMES[look].panel) >= LEAST_CONTRAST
    rows = like(picture(asked), [int(ink[i : i + 2], 16) for i in (1, 3, 5)])[0]
    assert len(rows) > 200


@pytest.mark.parametrize("look", THEMES)
def test_every_caption_colour_can_be_read_in_every_theme(look):
    for level in range(0, 256, 15):
        for colour in (f"#{level:02x}{level:02x}{level:02x}", f"#{level:02x}4050", f"#20{level:02x}a0"):
            for style in ("karaoke", "box"):
                ink, ground = CaptionStyle(colour, style=style).inked(THEMES[look])
                assert contrast(ink, ground or THEMES[look].panel) >= LEAST_CONTRAST


@pytest.mark.parametrize(("place", "third"), [("top", 0), ("center", 1), ("bottom", 2)])
def test_captions_stand_where_they_are_sent(place, third):
    asked = film(kind="photo", headline="", items=[])
    other = "bottom" if place == "top" else "top"
    asked = edited(asked, f"move the captions to the {other}", f"move the captions to the {place}")
    asked = edited(asked, "make the captions blue")
    script = read(asked, "480p")
    rows = like(picture(asked), (30, 136, 229))[0]
    safe = script.stage.safe
    assert len(rows) > 200
    assert np.mean(rows < safe.y + safe.height * (third + 1) / 3) > 0.99
    assert np.mean(rows > safe.y + safe.height * third / 3) > 0.99


@pytest.mark.parametrize("size", [(480, 854), (854, 480), (480, 480)])
@pytest.mark.parametrize("place", ["top", "center", "bottom"])
@pytest.mark.parametrize("scale", ["small", "large"])
def test_other_words_make_room_for_captions_anywhere(size, place, scale):
    stage = Stage(*size, CaptionStyle(place=place, size=scale))
    strip, body, safe = stage.captions, stage.body(captioned=True), stage.safe
    assert body.bottom < strip.y or strip.bottom < body.y
    assert safe.y <= min(strip.y, body.y) and max(strip.bottom, body.bottom) <= safe.bottom + 1
    assert body.height > safe.height * 0.3


@pytest.mark.parametrize("facts", [{}, RECITED], ids=["captions", "recited"])
def test_captions_grow_and_shrink_step_by_step(facts):
    blue = edited(film(**facts), "make the captions blue")
    sizes = [
        len(like(picture(asked), (30, 136, 229))[0])
        for asked in (edited(blue, "smaller captions"), blue, edited(blue, "bigger captions"))
    ]
    assert sizes[0] * 1.2 < sizes[1]
    assert sizes[1] * 1.1 < sizes[2] or (facts and sizes[1] <= sizes[2])
    large = edited(blue, "smaller captions", "bigger captions", "bigger captions")
    assert read(large, "480p").stage.lettering.size == "large"
    assert not edit("bigger captions", large, ()).changed


def test_plain_captions_have_no_pill_and_boxed_ones_a_ground():
    asked = film("ink")
    accent = [int(THEMES["ink"].accent[i : i + 2], 16) for i in (1, 3, 5)]
    low = like(picture(asked), accent)[0]
    plain = like(picture(edited(asked, "plain captions please")), accent)[0]
    strip = read(asked, "480p").stage.captions
    assert np.sum(low > strip.y) > 200 and np.sum(plain > strip.y) == 0
    boxed = read(edited(asked, "put the captions in a box"), "480p").stage
    assert boxed.lettering.inked(THEMES["ink"]) == (THEMES["ink"].ink, THEMES["ink"].panel)


def test_a_pill_lies_under_the_whole_word_with_its_comma():
    face, look = Face("montserrat", 60, 800), THEMES["ink"]
    bare, comma = (Pill.of(text, face, 100, 200, look).sprite.width for text in ("fjord", "fjord,"))
    assert comma > bare + 8
    han, stop = (Pill.of(text, face, 100, 200, look).sprite.width for text in ("咖啡", "咖啡。"))
    assert abs(han - stop) <= 2


def test_all_pages_of_captions_have_one_size():
    stage = read(film(), "480p").stage
    sets = [
        Set(Page(tuple((word, 0.0, 1.0) for word in text.split()), 1.0), stage, THEMES["ink"])
        for text in ("No", "The ferry will sail", "A new electric ferry")
    ]
    heights = {one.pills[0].sprite.height for one in sets}
    assert max(heights) - min(heights) <= 2


@pytest.mark.parametrize("place", ["top", "center", "bottom"])
@pytest.mark.parametrize("layout", ["full", "card"])
def test_captions_on_a_bright_photograph_can_be_read_anywhere(place, layout, tmp_path):
    photo = tmp_path / "photo.png"
    cv2.imwrite(str(photo), np.full((900, 600, 3), 250, np.uint8))
    asked = film(kind="photo", media="photo.png", layout=layout, headline="", items=[])
    asked = edited(asked, "make the captions orange")
    asked = edited(asked, f"captions at the {place}") if place != "bottom" else asked
    script = read(asked, "480p")
    take = prepared(script, 0, {"photo.png": photo})
    canvas = Canvas.blank(script.stage.width, script.stage.height)
    for layer in take.layers[: take.grounds]:
        layer.draw(canvas, 1.5)
    ink, ground = script.stage.lettering.inked(take.look)
    strip = script.stage.captions
    light = canvas.planes[0][int(strip.y) : int(strip.bottom)]
    grey = (np.percentile(light, 99) - 16) / 219 * 255
    assert not ground and contrast(ink, (grey,) * 3) >= LEAST_CONTRAST
    assert len(like(picture(asked, {"photo.png": photo}), (251, 140, 0))[0]) > 200


def test_captions_leave_the_middle_to_a_list():
    asked = film()
    done = edit("move the captions to the middle", asked, ())
    assert not done.changed and "top or at the bottom" in done.said
    photo = edited(film(kind="photo", headline="", items=[]), "move the captions to the middle")
    crowded = Timeline((asked.tracks[0], photo.tracks[1]), 2000, metadata=photo.metadata)
    assert read(photo, "480p").stage.lettering.place == "center"
    assert read(crowded, "480p").stage.lettering.place == ""


@pytest.mark.parametrize(
    "message",
    [
        "make the captions of scene 2 yellow",
        "give the captions a black outline",
        "change the caption font to Arial",
        "给字幕加描边",
        "move the captions to the bottom",
    ],
)
def test_what_captions_cannot_do_is_said(message):
    film_ = lay_out(storyboard("solar.txt"))
    if "bottom" in message:
        film_ = edited(film_, message)
    done = edit(message, film_, ())
    assert not done.changed and done.timeline == film_ and done.said
