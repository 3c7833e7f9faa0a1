"""From a text to a storyboard to a timeline: what is kept, in which order, for how long, and what is stressed."""

import json
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.golden import PROMPTS, kept, storyboard, text
from tests.engine.said import TEXTS

from ai_to_video.engine.director import compose, lay_out
from ai_to_video.engine.language.keywords import keyword, vocabulary
from ai_to_video.engine.language.reading import read
from ai_to_video.engine.storyboard import ASPECTS, CLOSE, LONGEST_MS, SCENE_MS, TITLE, Remark
from ai_to_video.studio.shelf import Document
from ai_to_video.studio.story import message_with
from ai_to_video.timeline import AUDIO, VIDEO, Media
from ai_to_video.wire.draft import read_draft, write_draft

every_text = pytest.mark.parametrize("name", PROMPTS)
FILLERS = {
    "make", "makes", "take", "takes", "get", "gets", "give", "gives", "have", "has", "do", "does", "appear", "appears", "become",
    "becomes", "help", "helps", "start", "starts", "use", "uses", "keep", "keeps", "come", "comes", "go", "goes", "let", "seem", "seems",
    "bring", "brings", "put", "said", "says", "will", "can", "thing", "things", "way", "lot",
}  # fmt: skip


def flat(words):
    return re.sub(r"[\W_]+", "", words).lower()


@every_text
def test_the_storyboards_that_were_looked_at_stay_as_they_are(name):
    assert storyboard(name).as_plan() == json.loads(kept(name).read_text("utf-8"))


@every_text
def test_a_video_begins_with_a_hook_and_ends_with_a_close(name):
    scenes = storyboard(name).scenes
    assert scenes[0].kind == TITLE
    assert scenes[0].headline
    assert scenes[-1].kind == CLOSE
    assert scenes[-1].headline
    assert all(scene.kind not in {TITLE, CLOSE} for scene in scenes[1:-1])


@every_text
def test_the_length_is_exactly_as_wished_and_every_scene_can_be_read(name):
    board = storyboard(name)
    assert board.duration_ms == {"poem.txt": 40, "essay_zh.txt": 40, "list.md": 45, "slogan.txt": 15}.get(
        name, 60 if name in {"lesson.md", "interview.md"} else 30
    ) * 1000  # fmt: skip
    assert all(scene.duration_ms >= SCENE_MS for scene in board.scenes)
    for scene in board.scenes:
        words = len(re.findall(r"[^\W_]+", scene.words)) if board.language == "en" else 0
        signs = len(re.findall(r"[\u4e00-\u9fff]", scene.words)) if board.language == "zh" else 0
        assert words / (scene.duration_ms / 1000) <= 4.6
        assert signs / (scene.duration_ms / 1000) <= 7


@every_text
def test_what_is_shown_stands_in_the_text_in_the_same_order(name):
    board, source = storyboard(name), flat(read(text(name)).plain)
    at = -1
    for scene in board.scenes[1:-1]:
        for piece in scene.items or re.split(r"\n", scene.body or scene.headline):
            place = source.find(flat(piece), max(0, at))
            assert place >= 0, piece
            at = place


@every_text
def test_figures_are_never_changed(name):
    source = re.findall(r"\d[\d.,]*\d|\d", text(name))
    for scene in storyboard(name).scenes:
        shown = re.findall(r"\d[\d.,]*\d|\d", " ".join((scene.words, scene.number, *scene.items)))
        assert set(shown) <= set(source)


@every_text
def test_a_stressed_word_is_one_a_person_would_have_chosen(name):
    board = storyboard(name)
    for scene in board.scenes:
        assert scene.keyword in f"{scene.words} {scene.headline}"
        assert not set(scene.keyword.split()) & FILLERS
    stressed = [scene.keyword for scene in board.scenes[1:-1] if scene.keyword]
    assert len(set(stressed)) >= 0.8 * len(stressed)


@every_text
def test_no_two_figures_stand_side_by_side(name):
    kinds = [scene.kind for scene in storyboard(name).scenes]
    assert ("number", "number") not in set(pairwise(kinds))


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("A typical family saves $1,400 a year on its electricity bill.", {"$1,400", "electricity bill"}),
        ("Batteries store the energy for the evening.", {"Batteries", "energy"}),
        ("The new bridge makes the trip shorter.", {"bridge", "trip"}),
        ("Our customers love the quiet pump.", {"customers", "quiet pump", "pump"}),
        ("Dr. Elena Moretti discovered the planet in 2019.", {"Elena Moretti", "planet"}),
        ("BrewMate appears in stores this October.", {"BrewMate", "October", "stores"}),
        ("It turns a slow Sunday into a small feast.", {"Sunday", "feast", "slow Sunday"}),
        ("Bake for 25 minutes at 180 degrees.", {"25 minutes", "180 degrees"}),
        ("The company grew by 40% last year.", {"40%", "company"}),
        ("Whisk the eggs with the sugar until pale.", {"eggs", "sugar"}),
        ("You can help by sharing this story with your neighbours.", {"story", "neighbours"}),
        ("It takes courage to begin again.", {"courage"}),
        ("人工智能正在改变我们的生活。", {"人工智能", "生活"}),
        ("北京大学的科学家发现了一种新材料。", {"北京大学", "科学家", "材料"}),
        ("许多家庭每年节省两千元电费。", {"家庭", "电费"}),
        ("台灣的科學家發現了新材料。", {"台灣", "科學家", "材料"}),
    ],
)
def test_the_keyword_of_a_sentence_is_a_thing_a_name_or_a_figure(sentence, wanted):
    language = "zh" if re.search(r"[\u4e00-\u9fff]", sentence) else "en"
    assert keyword(sentence, vocabulary([sentence], language)) in wanted


def test_a_text_longer_than_the_time_is_told_by_its_weightiest_sentences():
    board = storyboard("solar.txt")
    words = " ".join(scene.words for scene in board.scenes)
    assert "89%" in words
    assert "$1,400" in words
    assert any(remark.kind == "shortened" for remark in board.remarks)


def test_a_sentence_that_points_back_comes_with_the_one_it_points_to():
    story = (
        "The Kestrel is a glider made of bamboo. It flies for nine hours without a motor. "
        + "Many pilots have tried to copy the design. " * 12
        + "Nobody has beaten the record."
    )
    for seconds in (10, 15, 20):
        words = " ".join(scene.words for scene in compose(f"{seconds}-second video: {story}").scenes)
        assert "It flies" not in words or "Kestrel" in words


def test_a_list_is_shown_whole_or_in_handfuls_under_its_heading():
    scenes = [scene for scene in storyboard("recipe.md").scenes if scene.kind == "list"]
    assert [scene.headline for scene in scenes] == ["Ingredients", "Ingredients"]
    assert sum(len(scene.items) for scene in scenes) == 7
    assert max(len(scene.items) for scene in scenes) <= 4


def test_a_poem_keeps_its_lines():
    bodies = [scene.body for scene in storyboard("poem.txt").scenes if scene.kind == "quote"]
    assert "Down by the harbour, when evening is near,\nA cat walks the wall that runs out to the pier," in bodies


def test_a_question_is_not_asked_without_its_answer():
    scenes = storyboard("interview.md").scenes
    for one, two in pairwise(scenes):
        if one.words.endswith("?"):
            assert not two.words.endswith("?")


def test_words_that_were_said_are_shown_as_a_quotation_with_their_speaker():
    quote = next(scene for scene in storyboard("news.txt").scenes if scene.kind == "quote")
    assert quote.headline.startswith("Ingrid Solheim")
    assert not quote.body.startswith('"')


def test_a_topic_alone_makes_a_short_video_of_its_own_words_and_says_so():
    board = compose("a 20-second video about the history of tea in Japan")
    assert board.duration_ms == 20_000
    assert board.title == "The history of tea in Japan"
    known = {"the", "history", "of", "tea", "in", "japan", "seconds", "on", "20"}
    assert {word.lower() for scene in board.scenes for word in re.findall(r"\w+", scene.words)} <= known
    assert ("topic_only", "the history of tea in Japan") in {(remark.kind, remark.detail) for remark in board.remarks}


def test_markup_and_scripts_never_reach_the_picture():
    html = "<script>alert('x')</script><h1>Big <b>news</b></h1><p>The bridge is open &amp; free.</p><style>p{}</style>"
    shown = json.dumps(compose(html).as_plan())
    assert "alert" not in shown
    assert "<" not in shown
    assert "The bridge is open & free." in shown
    plain = compose("Water boils when x < 5 and y > 3, says the <3 team of the lab.")
    assert "x < 5 and y > 3" in json.dumps(plain.as_plan(), ensure_ascii=False)


@pytest.mark.parametrize(
    ("prompt", "remark"),
    [
        ("", "no_text"),
        ("   \n ", "no_text"),
        ("🎉🎉🎉", "no_words"),
        ("!!! ... ???", "no_words"),
        ("convert my text", "no_text"),
    ],
)
def test_where_there_is_nothing_to_show_there_is_a_remark_and_no_scene(prompt, remark):
    board = compose(prompt)
    assert board.scenes == ()
    assert remark in {each.kind for each in board.remarks}


@pytest.mark.parametrize(
    ("prompt", "milliseconds", "remark"),
    [
        ("make a 4 hour video about trains", LONGEST_MS, "too_long"),
        ("做一个4小时的火车视频", LONGEST_MS, "too_long"),
        ("1 second video about tea", 3000, "too_short"),
    ],
)
def test_lengths_nobody_can_make_are_clamped_and_told(prompt, milliseconds, remark):
    board = compose(prompt)
    assert board.duration_ms == milliseconds
    assert remark in {each.kind for each in board.remarks}


@pytest.mark.parametrize("prompt", ["coffee", "Wow", "咖啡", "مرحبا", "שלום עולם", "안녕하세요", "これはテストです。"])
def test_one_word_in_any_script_is_enough(prompt):
    board = compose(prompt)
    assert flat(prompt) in flat(board.title)
    assert lay_out(board).duration_ms == board.duration_ms


def test_a_book_is_read_only_so_far_and_that_is_said():
    board = compose("Every sentence of this book is new and long enough to count. " * 10_000)
    assert "text_cut" in {each.kind for each in board.remarks}
    assert board.duration_ms <= 90_000


def test_uploads_are_seen_where_they_were_asked_for_and_else_where_they_fit():
    media = [Media("logo.png", "image"), Media("rooftop.jpg", "image"), Media("waves.mp4", "video", duration_ms=9000)]
    board = compose(f"30 second video, put logo.png at the end: {text('solar.txt')}", media)
    shown = {scene.media: scene for scene in board.scenes if scene.media}
    assert shown["logo.png"].kind == CLOSE
    assert "rooftops" in shown["rooftop.jpg"].words
    assert shown["waves.mp4"].kind == "clip"


def test_an_uploaded_song_is_the_music():
    board = compose(f"20 second video: {text('solar.txt')}", [Media("song.mp3", "audio")])
    music = next(track for track in lay_out(board).tracks if track.kind == AUDIO).clips[0]
    assert (music.source, music.name) == ("song.mp3", "song.mp3")


def test_pictures_without_words_make_scenes_of_their_own():
    media = [Media(f"{number}.jpg", "image") for number in range(6)]
    board = compose("a 30 second slideshow about our holiday", media)
    assert sum(bool(scene.media) for scene in board.scenes) == 6


def test_a_slideshow_needs_no_word_at_all():
    media = [Media(f"{number}.jpg", "image") for number in range(5)]
    board = compose("make a 20 second slideshow of my photos", media)
    assert [scene.kind for scene in board.scenes] == ["photo"] * 5
    assert [scene.duration_ms for scene in board.scenes] == [4000] * 5
    titled = compose('make a slideshow of my photos with the title "Our summer"', media)
    assert titled.scenes[0].headline == "Our summer"
    assert lay_out(board).duration_ms == 20_000


def test_uploads_that_find_no_room_are_told():
    media = [Media(f"{number}.jpg", "image") for number in range(40)]
    board = compose("10 second video about our holiday", media)
    assert "unused_media" in {each.kind for each in board.remarks}


@every_text
def test_the_timeline_says_what_the_storyboard_planned(name):
    board = storyboard(name)
    timeline = lay_out(board)
    scenes = timeline.tracks[0].clips
    assert [clip.metadata["scene"] for clip in scenes] == [scene.kind for scene in board.scenes]
    assert all(one.end_ms == two.start_ms for one, two in pairwise(scenes))
    assert (timeline.width, timeline.height) == ASPECTS[board.aspect]
    assert timeline.duration_ms == scenes[-1].end_ms == board.duration_ms
    music = next(track for track in timeline.tracks if track.metadata["role"] == "music")
    assert (music.clips[0].start_ms, music.clips[0].end_ms) == (0, board.duration_ms)
    assert [track.metadata["role"] for track in timeline.tracks] == ["scenes", "music", "title", "captions"]


@every_text
def test_the_timeline_survives_the_trip_through_every_spelling_of_a_draft(name):
    timeline = lay_out(storyboard(name))
    for shape in range(4):
        assert read_draft(json.loads(json.dumps(write_draft(timeline, shape=shape)))) == timeline


def test_the_same_prompt_gives_the_same_video():
    assert compose(text("news.txt")) == compose(text("news.txt"))


# --- a plan that comes as JSON --------------------------------------------------------------------------------------

PLAN = {
    "title": "Tea",
    "aspect": "16:9",
    "tone": "calm",
    "theme": "paper",
    "palette": {"accent": "#ff8800"},
    "music": {"mood": "ambient", "volume": 20},
    "captions": False,
    "scenes": [
        {"kind": "title", "headline": "Tea", "seconds": 3},
        {"kind": "number", "number": "5,000", "text": "Tea is 5,000 years old.", "seconds": 4.5},
        {"kind": "list", "headline": "Three kinds", "items": ["Green", "Black", "White"]},
        "Water should not boil for green tea.",
        {"kind": "photo", "media": "cup.jpg", "words": "A cup a day."},
        {"kind": "close", "headline": "Drink up"},
    ],
}


def test_a_plan_is_taken_as_it_is():
    board = compose(f"Please use this storyboard:\n```json\n{json.dumps(PLAN)}\n```", [Media("cup.jpg", "image")])
    assert (board.title, board.aspect, board.theme, board.mood, board.music_volume) == (
        "Tea",
        "16:9",
        "paper",
        "ambient",
        20,
    )
    assert [scene.kind for scene in board.scenes] == ["title", "number", "list", "statement", "photo", "close"]
    assert [scene.duration_ms for scene in board.scenes[:2]] == [3000, 4500]
    assert not board.captions
    assert board.remarks == ()


CUP = [Media("cup.jpg", "image")]


def test_a_plan_that_names_a_length_gets_it():
    assert compose(json.dumps({**PLAN, "seconds": 40}), CUP).duration_ms == 40_000


def test_what_is_written_around_a_plan_holds_where_the_plan_is_silent():
    board = compose(f"Render this, vertical, with a male voice and a dancing bear:\n{json.dumps(PLAN)}", CUP)
    assert (board.aspect, board.narrator) == ("16:9", "male")
    assert board.remarks == (Remark("not_understood", "dancing bear"),)


@pytest.mark.parametrize(
    ("change", "kind", "told"),
    [
        ({"scenes": "none"}, "plan_scenes", 'scenes = "none"'),
        ({"scenes": []}, "plan_scenes", "scenes = []"),
        ({"scenes": ["Hello there", {}]}, "plan_empty", "scene 2 = {}"),
        ({"scenes": ["Hello there", 5]}, "plan_empty", "scene 2 = 5"),
        ({"scenes": [{"txt": "Hello"}]}, "plan_empty", "scene 1: txt"),
        ({"scenes": [{"text": "Hi", "seconds": "long"}]}, "plan_seconds", 'scene 1: seconds = "long"'),
        ({"scenes": [{"text": "Hi", "seconds": -1}]}, "plan_seconds", "scene 1: seconds = -1"),
        ({"scenes": [{"text": ["Hi"]}]}, "plan_text", 'scene 1: text = ["Hi"]'),
        ({"scenes": [{"items": "a, b"}]}, "plan_items", 'scene 1: items = "a, b"'),
        ({"scenes": [{"text": "Hi", "kind": "hologram"}]}, "plan_choice", 'scene 1: kind = "hologram"'),
        ({"scenes": [{"text": "Hi", "transition": "boom"}]}, "plan_choice", 'scene 1: transition = "boom"'),
        ({"scenes": [{"text": "Hi", "media": "gone.jpg"}]}, "plan_media", 'scene 1: media = "gone.jpg"'),
        ({"aspect": "7:3"}, "plan_choice", 'aspect = "7:3"'),
        ({"tone": 7}, "plan_choice", "tone = 7"),
        ({"theme": "noir"}, "plan_choice", 'theme = "noir"'),
        ({"seconds": True}, "plan_seconds", "seconds = true"),
        ({"captions": "maybe"}, "plan_switch", 'captions = "maybe"'),
        ({"caption_style": {"position": "left"}}, "plan_choice", 'caption_style: position = "left"'),
        ({"title_style": {"color": "blue"}}, "plan_colour", 'title_style: color = "blue"'),
        ({"palette": {"accent": "blue"}}, "plan_colour", 'palette: accent = "blue"'),
        ({"palette": "blue"}, "plan_palette", 'palette = "blue"'),
        ({"music": "polka"}, "plan_choice", 'music = "polka"'),
        ({"music": "lofi", "music_volume": 300}, "plan_percent", "music_volume = 300"),
        ({"voice": 3}, "plan_choice", "voice = 3"),
        ({"voice_pace": "fast"}, "plan_percent", 'voice_pace = "fast"'),
        ({"title": False}, "plan_text", "title = false"),
    ],
)
def test_a_plan_with_a_wrong_value_is_not_made_and_the_field_is_named(change, kind, told):
    board = compose(json.dumps({**PLAN, **change}), CUP)
    assert board.scenes == ()
    assert [(remark.kind, remark.detail) for remark in board.remarks] == [(kind, told)]


def test_broken_json_is_told_with_its_place():
    board = compose('{"title": "Tea",\n "scenes": ["Hello there", ]}')
    assert (board.scenes, board.remarks[0].kind) == ((), "plan_json")
    assert "line 2" in board.remarks[0].detail


def test_a_field_nobody_knows_is_told_and_the_video_is_made():
    board = compose(json.dumps({"scenes": [{"text": "Hello there", "camera": "pan"}], "mode": "fun"}))
    assert [scene.words for scene in board.scenes] == ["Hello there"]
    told = {(remark.kind, remark.detail) for remark in board.remarks}
    assert {("plan_extra", "mode"), ("plan_extra", "scene 1: camera")} <= told


def test_a_storyboard_written_out_and_read_again_is_the_same_plan():
    board = storyboard("product.txt")
    assert compose(json.dumps(board.as_plan())).as_plan()["scenes"] == board.as_plan()["scenes"]


@pytest.mark.parametrize("prompt", ["Make a 30 second video", "30 seconds, vertical", "把文档做成30秒视频"])
@pytest.mark.parametrize("name", ["notes.txt", "my notes v2.docx", "文章.md"])
def test_the_name_of_a_document_is_never_read_as_its_words(prompt, name):
    words, _ = message_with(
        prompt, [Document("", name, f"Cold brew at home\n\n{text('solar.txt')}"), Document("", name, "Drink it.")]
    )
    board = compose(words)
    assert board.duration_ms == 30_000
    assert board.remarks in {(), (Remark("shortened"),)}
    said = " ".join(
        (board.title, *(part for scene in board.scenes for part in (scene.words, scene.headline, scene.body)))
    )
    assert not re.search(r"[\[\]]|txt|docx|\.md|文章", said)


@pytest.mark.parametrize(
    ("sentence", "deed"),
    [
        ("The free plan covers three accounts.", "covers"),
        ("目前野外只剩下大约六百只。", "剩下"),
        ("他的店带来了变化。", "带来"),
    ],
)
def test_what_a_thing_does_is_not_what_is_stressed(sentence, deed):
    assert deed not in keyword(sentence, vocabulary([sentence], "en" if sentence.isascii() else "zh"))


def test_a_figure_in_chinese_signs_is_shown_whole():
    board = compose("做一个30秒的视频：" + TEXTS["tea"])
    assert next(scene.number for scene in board.scenes if scene.kind == "number").startswith("三万六千")


words = st.text(max_size=400)


@given(words)
def test_no_text_at_all_can_break_the_director(prompt):
    board = compose(prompt)
    timeline = lay_out(board)
    assert timeline.duration_ms == board.duration_ms
    assert all(scene.duration_ms > 0 for scene in board.scenes)


@given(
    st.lists(
        st.sampled_from(
            ["The cat sat on 3 mats.", "- an item", "# Head", "> said", "猫坐在垫子上。", "Q: why?", "A: so.", ""]
        )
    ),
    st.integers(3, 600),
)
def test_any_mixture_gets_exactly_the_length_that_was_asked_for(lines, seconds):
    board = compose(f"Make a {seconds} second video from this text:\n\n" + "\n\n".join(lines))
    assert board.scenes == () or board.duration_ms == seconds * 1000
    least = min(SCENE_MS, board.duration_ms // max(1, len(board.scenes)) - 100)
    assert all(scene.duration_ms >= least for scene in board.scenes)


def test_video_track_is_first():
    assert lay_out(storyboard("news.txt")).tracks[0].kind == VIDEO


def test_a_storyboard_with_too_many_scenes_says_how_many_were_left_out():
    remarks = compose(json.dumps({"scenes": [f"Scene {n}." for n in range(1000)], "seconds": 60})).remarks
    assert Remark("plan_many", "200", "1000") in remarks
    crowded = next(remark for remark in remarks if remark.kind == "plan_crowded")
    assert int(crowded.detail) > 100
    assert crowded.more == "60"


def test_transitions_and_fades_of_a_plan_hold_for_every_scene_that_names_none():
    plan = {
        "transition": "wipe",
        "fade_in": 2,
        "fade_out": 0,
        "scenes": ["One.", {"text": "Two.", "transition": "cut"}, "Three."],
    }
    board = compose(json.dumps(plan))
    assert [scene.transition for scene in board.scenes] == ["wipe", "cut", "wipe"]
    assert compose(json.dumps(board.as_plan())).fades == board.fades == {"fade_in_ms": 2000, "fade_out_ms": 0}
    assert lay_out(board).metadata["fade_in_ms"] == 2000


def test_an_upload_for_which_a_video_is_too_short_is_told():
    board = compose(
        f"Make a 3-second video with my clip: {TEXTS['gym']}", [Media("clip.mp4", "video", duration_ms=8000)]
    )
    assert board.duration_ms == 3000
    assert Remark("unused_media", "clip.mp4") in board.remarks
