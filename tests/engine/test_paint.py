"""Pixels: colours, blending, motion between pixels, and words that can be read on every frame."""

import itertools

import cv2
import numpy as np
import pytest

from ai_to_video.engine.design import LEAST_CONTRAST, Box, Stage, contrast, luminance
from ai_to_video.engine.look import fonts, paint, script
from ai_to_video.engine.look.backdrop import backdrop
from ai_to_video.engine.look.counter import Counter
from ai_to_video.engine.look.film import TURNS, Film, prepared
from ai_to_video.engine.look.fonts import Face
from ai_to_video.engine.look.layers import Cel, rounded
from ai_to_video.engine.look.paint import Canvas, Photo, Sprite
from ai_to_video.engine.look.themes import THEMES, Motion, Voice, theme
from ai_to_video.engine.output import stills
from ai_to_video.timeline import Clip, Timeline, Track

SHOTS = {
    "title": {"headline": "The Future of Coffee Is Slow", "body": "Why patience tastes better", "keyword": "Slow"},
    "statement": {"body": "冷萃咖啡需要十八个小时，每一个小时都很重要。", "keyword": "十八个小时"},
    "list": {"headline": "Remember", "items": ["Grind just before you brew", "Use water at 94 degrees", "Wait"]},
    "number": {"number": "35%", "headline": "of people drink coffee first", "body": "Source: a survey of 2,000"},
    "quote": {"body": "Coffee is a language in itself", "headline": "Jackie Chan", "keyword": "language"},
    "close": {"headline": "Brew slower. Live better.", "body": "Follow for more ☕"},
}
ASPECTS = ("9:16", "16:9", "1:1")


def one_shot(kind, *, look="aurora", aspect="9:16", seconds=3.0, resolution="480p", tracks=(), **metadata):
    clip = Clip(0, int(seconds * 1000), kind, metadata={"scene": kind, **metadata})
    timeline = Timeline((Track("video", (clip,)), *tracks), metadata={"theme": look, "aspect": aspect, "seed": 4})
    return script.read(timeline, resolution)


def pixels(canvas):
    """What a viewer sees, red green blue 0..255, from BT.709 limited range."""
    y, u, v = (plane.astype(np.float64) for plane in canvas.planes)
    u, v = (cv2.resize(plane, (y.shape[1], y.shape[0]), interpolation=cv2.INTER_LINEAR) for plane in (u, v))
    y, u, v = (y - 16) / 219, (u - 128) / 224, (v - 128) / 224
    rgb = np.stack([y + 1.5748 * v, y - 0.1873 * u - 0.4681 * v, y + 1.8556 * u], axis=-1)
    return np.clip(rgb * 255, 0, 255)


def worst_contrast(canvas, box, ink):
    """The contrast of an ink against all but the worst hundredth of the pixels in a box."""
    x, y = max(0, int(box.x)), max(0, int(box.y))
    area = pixels(canvas)[y : int(box.bottom) + 1, x : int(box.right) + 1].reshape(-1, 3)
    ratios = sorted(contrast(ink, tuple(pixel)) for pixel in area[:: max(1, len(area) // 4000)])
    return ratios[len(ratios) // 100]


def drawn(layers, stage, t):
    canvas = Canvas.blank(stage.width, stage.height)
    for layer in layers:
        layer.draw(canvas, t)
    return canvas


@pytest.mark.parametrize(
    ("look", "kind"), list(zip(itertools.cycle(THEMES), [*SHOTS, *SHOTS, *SHOTS, *SHOTS], strict=False))
)
def test_every_word_can_be_read_on_its_ground_at_any_time(look, kind):
    aspect = ASPECTS[(list(THEMES).index(look) + list(SHOTS).index(kind)) % 3]
    shown = one_shot(kind, look=look, aspect=aspect, **SHOTS[kind])
    take = prepared(shown, 0, {})
    assert take.zones
    for t in (0.5, 2.0, 4.5):
        ground = drawn(take.layers[: take.grounds], shown.stage, t)
        for box, ink in take.zones:
            assert worst_contrast(ground, box, ink) >= LEAST_CONTRAST, (box, ink)


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("kind", SHOTS)
def test_all_words_stand_inside_the_safe_area_and_none_on_another(kind, aspect):
    shown = one_shot(kind, aspect=aspect, **SHOTS[kind])
    take, safe = prepared(shown, 0, {}), shown.stage.safe
    boxes = list(dict.fromkeys(box for box, _ in take.zones))
    for box in boxes:
        assert box.x >= safe.x - 6 and box.right <= safe.right + 6
        assert box.y >= safe.y - 12 and box.bottom <= safe.bottom + 6
    for one, two in itertools.combinations(boxes, 2):
        apart = one.right <= two.x + 2 or two.right <= one.x + 2 or one.bottom <= two.y + 8 or two.bottom <= one.y + 8
        assert apart, (one, two)


def two_shots(turn, look="aurora", aspect="9:16", seconds=2):
    clips = tuple(
        Clip(
            i * seconds * 1000,
            (i + 1) * seconds * 1000,
            metadata={"scene": "title", "headline": head, "transition": turn},
        )
        for i, head in enumerate(("First words", "Second words"))
    )
    timeline = Timeline((Track("video", clips),), metadata={"theme": look, "aspect": aspect, "seed": 4})
    return script.read(timeline, "480p")


def shown_at(shown, numbers):
    film, found = Film(shown, {}), []
    for number in numbers:
        canvas = Canvas.blank(shown.stage.width, shown.stage.height)
        film.draw(canvas, number)
        found.append(canvas)
    film.close()
    return found


@pytest.mark.parametrize("turn", ["fade", "slide", "zoom"])
def test_old_words_have_left_before_new_ones_come(turn):
    shown = two_shots(turn)
    second = shown.shots[1]
    before, between, after = shown_at(shown, (second.first - 1, second.first + second.lead // 2, second.last - 25))
    box = prepared(shown, 0, {}).zones[0][0]
    lights = [
        picture.planes[0][int(box.y) : int(box.bottom), int(box.x) : int(box.right)].max()
        for picture in (before, between, after)
    ]
    assert lights[0] > 225 and lights[2] > 225 and lights[1] < 150


@pytest.mark.parametrize(("look", "turn"), [("sunset", "fade"), ("paper", "slide"), ("candy", "zoom")])
def test_words_can_be_read_while_one_shot_turns_into_the_next(look, turn):
    shown = two_shots(turn, look)
    one, two = (prepared(shown, index, {}) for index in (0, 1))
    grounds = [
        drawn(take.layers[: take.grounds], shown.stage, 1.9 - 1.8 * index) for index, take in enumerate((one, two))
    ]
    for k, take in ((0.1, one), (0.2, one), (0.8, two), (0.95, two)):
        canvas = Canvas.blank(shown.stage.width, shown.stage.height)
        TURNS["fade" if turn == "slide" else turn](canvas, *grounds, k)
        for box, ink in take.zones:
            assert worst_contrast(canvas, box, ink) >= LEAST_CONTRAST, (k, ink)


def test_the_picture_fades_from_and_to_black():
    shown = two_shots("fade", "paper")
    first, early, late, last = (picture.planes[0].mean() for picture in shown_at(shown, (0, 20, 90, shown.frames - 1)))
    assert first < 40 and last < 40 and early > 180 and late > 180
    assert stills.rested(shown, 1) <= shown.frames - shown.dusk * shown.fps


def test_words_that_run_from_the_right_turn_the_layout_round():
    shots = [
        one_shot("quote", body=body, headline="Savta", aspect="16:9")
        for body in ("אל תדאג, הכול יהיה בסדר", "Do not worry")
    ]
    hebrew, english = ([box for box, _ in prepared(shown, 0, {}).zones] for shown in shots)
    safe = shots[0].stage.safe
    assert max(box.right for box in hebrew) == pytest.approx(safe.right, abs=2)
    assert min(box.x for box in english) == pytest.approx(safe.x, abs=2)
    marks = [prepared(shown, 0, {}) for shown in shots]
    left = [take.layers[take.grounds].cels[0].x for take in marks]  # the quotation sign
    assert left[0] > shots[0].stage.width / 2 > left[1]


@pytest.mark.parametrize("level", [0, 128, 255])
def test_words_on_a_photograph_are_readable_whatever_it_shows(level, tmp_path):
    picture = tmp_path / "photo.png"
    cv2.imwrite(str(picture), np.full((900, 600, 3), level, np.uint8))
    for kind, facts in (("photo", {"headline": "Small batches", "body": "Roasted here"}), ("title", SHOTS["title"])):
        shown = one_shot(kind, look="paper", media="photo.png", **facts)
        take = prepared(shown, 0, {"photo.png": picture})
        ground = drawn(take.layers[: take.grounds], shown.stage, 1.0)
        assert take.zones
        assert all(worst_contrast(ground, box, ink) >= LEAST_CONTRAST for box, ink in take.zones)


def test_colours_are_bt709_in_limited_range():
    assert [round(part) for part in paint.colour("#ffffff")] == [235, 128, 128]
    assert [round(part) for part in paint.colour("#000000")] == [16, 128, 128]
    assert [round(part) for part in paint.colour("#ff0000")] == [63, 102, 240]


def test_a_sprite_covers_what_it_covers_and_nothing_else():
    canvas = Canvas.blank(40, 40)
    sprite = Sprite.flat(np.full((10, 10), 255, np.uint8), "#ffffff")
    sprite.blend(canvas, 36, -4)
    y = canvas.planes[0]
    assert (y[:6, 36:] >= 234).all() and (y[6:] == 16).all() and (y[:, :36] == 16).all()
    sprite.blend(canvas, 0, 20, opacity=0.5)
    assert abs(int(y[24, 4]) - 125) <= 2


def test_merged_sprites_look_like_the_sprites_one_by_one():
    dice = np.random.default_rng(1)
    parts = [
        (Sprite.flat(dice.integers(0, 255, (20, 30), np.uint8), ink), x, y)
        for ink, x, y in (("#ff0000", 4, 6), ("#00ff00", 16, 12))
    ]
    apart, together = Canvas.blank(64, 64), Canvas.blank(64, 64)
    for sprite, x, y in parts:
        sprite.blend(apart, x, y)
    whole, x, y = Sprite.merge(parts)
    whole.blend(together, x, y)
    for one, two in zip(apart.planes, together.planes, strict=True):
        assert np.abs(one.astype(int) - two).max() <= 3


def cloud(size):
    noise = np.random.default_rng(2).integers(0, 255, (size, size), np.uint8)
    return cv2.normalize(cv2.GaussianBlur(noise, (0, 0), 2), None, 0, 255, cv2.NORM_MINMAX)


def moves(canvases):
    """How far the picture went sideways from each frame to the next, in pixels: the shift that explains the change best."""
    found = []
    for one, two in itertools.pairwise(canvas.planes[0][20:-20, 20:-20].astype(np.float64) for canvas in canvases):
        slope = np.gradient((one + two) / 2, axis=1)
        found.append(-float((slope * (two - one)).sum() / (slope**2).sum()))
    return np.array(found)


def test_a_slow_move_over_a_photograph_never_steps():
    photo, frames = Photo(paint.planes_of(np.repeat(cloud(900)[..., None], 3, axis=2))), []
    for number in range(24):
        frames.append(Canvas.blank(600, 600))
        photo.draw(frames[-1], (100 + 0.37 * number, 100, 660, 660))
    moved = moves(frames)
    assert moved.mean() == pytest.approx(-0.37 * 600 / 660, rel=0.15)
    assert moved.std() <= 0.05


def test_a_sprite_drifts_between_pixels():
    sprite, frames = Sprite.flat(cloud(700), "#ffffff"), []
    for number in range(24):
        frames.append(Canvas.blank(500, 500))
        sprite.blend(frames[-1], -90 + 0.21 * number, -80)
    moved = moves(frames)
    assert moved.mean() == pytest.approx(0.21, rel=0.15)
    assert moved.std() <= 0.05


def test_a_cel_comes_in_and_comes_to_rest():
    sprite = Sprite.flat(np.full((20, 20), 255, np.uint8), "#ffffff")
    for style in ("rise", "slide", "pop", "fade", "reveal"):
        cel = Cel(sprite, 150, 10, start=1.0, motion=Motion(style, 0.5), end=3.0)
        light = [float(drawn([cel], Stage(300, 60), t).planes[0].mean()) for t in (0.9, 1.1, 1.6, 2.0, 3.1)]
        assert light[0] == light[4] == 16, style
        assert 16 < light[1] < light[2] == light[3], style


@pytest.mark.parametrize(
    ("figure", "on_the_way", "never"),
    [("$1,234,111", "$617,056", "$0"), ("61", "30", "030"), ("0.05%", "0.02%", "2%"), ("百分之五", "百分之五", "0")],
)
def test_a_figure_counts_up_in_whole_numbers_of_its_own_kind(figure, on_the_way, never):
    counter = Counter.of(figure, 60, Voice(), Box(20, 20, 400, 90), "left", "#ffffff", 0.0, 1.0)
    seen = [counter.counted(share / 16) for share in range(17)]
    assert seen[8] == on_the_way and seen[-1] == figure
    assert not any(text.startswith(never) for text in seen[4:])
    before, after = (drawn([counter], Stage(480, 120), t).planes[0] for t in (0.0, 2.0))
    assert before.max() == 16 and np.flatnonzero(after.max(0) > 60)[0] == pytest.approx(20, abs=3)


def test_dark_gradients_have_no_bands():
    ground = backdrop(Stage(480, 854), theme("ink"), 3, []).near.planes[0]
    flat = max(len(list(run)) for row in ground[::97] for _, run in itertools.groupby(row.tolist()))
    assert flat < 40


def test_corners_are_round():
    corners = rounded(100, 80, 20)
    assert {(x, y) for x, y, _, _ in corners} == {(0, 0), (80, 0), (0, 60), (80, 60)}
    assert corners[0][2][0, 0] == 255 and corners[0][2][-1, -1] == 0


def test_frames_may_be_drawn_in_any_order():
    clips = tuple(
        Clip(i * 900, (i + 1) * 900, metadata={"scene": "statement", "headline": f"Shot {i}", "transition": t})
        for i, t in enumerate(("cut", "slide", "wipe", "zoom"))
    )
    shown = script.read(Timeline((Track("video", clips),), metadata={"aspect": "1:1"}), "480p")

    def seen(order):
        film, found = Film(shown, {}), {}
        for number in order:
            canvas = Canvas.blank(480, 480)
            film.draw(canvas, number)
            found[number] = canvas.planes[0].copy()
        film.close()
        return found

    numbers = [0, 26, 28, 54, 80, 100]
    forwards, backwards = seen(numbers), seen(numbers[::-1])
    assert all(np.array_equal(forwards[n], backwards[n]) for n in numbers)
    assert not np.array_equal(forwards[26], forwards[28])


# Type


def test_no_character_becomes_a_box():
    text = "Hello 咖啡 ❤️ 👩‍👩‍👧 שלום مرحبا ไทย ½ → \u200b\ue000\U000f1234"
    found = fonts.drawable(text)
    assert "\ue000" not in found and "\U000f1234" not in found and "\u200b" not in found
    assert all(part in found for part in ("Hello", "咖啡", "❤", "שלום", "مرحبا", "ไทย", "½", "→"))
    families = {family for family, _ in fonts.runs(text, "montserrat")}
    assert {"montserrat", "han", "emoji"} <= families


def test_emoji_of_several_parts_stay_together():
    assert ("emoji", "👩‍👩‍👧") in fonts.runs("👩‍👩‍👧", "montserrat")


def test_a_mask_is_as_wide_as_it_was_measured():
    face = Face("montserrat", 80, 800, -0.02)
    shape, left, _ = fonts.mask("Hamburg 咖啡", face, x=11.3)
    columns = np.flatnonzero(shape.any(0))
    assert left % 2 == 0
    assert abs((columns[-1] - columns[0]) - fonts.width("Hamburg 咖啡", face)) < 14
    assert abs(left + columns[0] - 11.3) < 12


def test_punctuation_stands_at_the_end_of_a_hebrew_word():
    assert [piece for _, piece in fonts.from_left("תדאג,", "montserrat")] == [",", "תדאג"]
    assert [piece for _, piece in fonts.from_left("worry, 茶", "montserrat")] == ["worry, ", "茶"]
    assert fonts.from_left("(שלום", "montserrat")[-1][1] == ")"


def test_some_themes_speak_in_a_serif_and_without_it_still_speak(monkeypatch):
    face = Face("serif", 80, 500)
    assert {family for family, _ in fonts.runs("Tea", "serif")} == {"serif"}
    with_serif = fonts.mask("Tea", face)[0]
    bare = {name: path for name, path in fonts.files().items() if not name.startswith("serif")}
    caches = (fonts.covers, fonts.family_of, fonts.font, fonts.width)
    with monkeypatch.context() as patched:
        patched.setattr(fonts, "files", lambda: bare)
        for cache in caches:
            cache.cache_clear()
        assert {family for family, _ in fonts.runs("Tea", "serif")} == {"montserrat"}
        assert not np.array_equal(fonts.mask("Tea", face)[0], with_serif)
    for cache in caches:
        cache.cache_clear()


def test_a_heavier_weight_is_darker():
    light, heavy = (fonts.mask("Weight", Face("montserrat", 60, w))[0].sum() for w in (300, 900))
    assert heavy > light * 1.5


def test_only_emoji_or_nothing_at_all_still_makes_a_picture():
    for headline in ("🎉🎉🎉", "\ue000", "", "<script>alert(1)</script>", "مرحبا بكم في Nova"):
        shown = one_shot("title", headline=headline, aspect="1:1")
        take = prepared(shown, 0, {})
        assert drawn(take.layers, shown.stage, 2.0).planes[0].std() > 0


def test_shapes_never_lie_under_words():
    for look in THEMES:
        shown = one_shot("statement", look=look, body="A long sentence that fills most of the picture " * 3)
        take = prepared(shown, 0, {})
        for drift in take.layers[1 : take.grounds]:
            assert not any(drift.meets(box) for box, _ in take.zones)


def test_luminance_of_a_drawn_white_is_white():
    canvas = Canvas.blank(20, 20)
    Sprite.flat(np.full((20, 20), 255, np.uint8), "#ffffff").blend(canvas, 0, 0)
    assert luminance(tuple(pixels(canvas)[5, 5])) == pytest.approx(1.0, abs=0.02)
    assert Box(0, 0, 5, 5).even() == (0, 0, 4, 4)
