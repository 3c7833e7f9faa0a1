"""What people say about a finished video, in English and Chinese, and what becomes of it."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.golden import storyboard
from tests.engine.said import TEXTS

from ai_to_video.engine.director import compose, lay_out
from ai_to_video.engine.edits.message import edit, wants_undo
from ai_to_video.engine.look.layouts import title_size
from ai_to_video.engine.look.script import read
from ai_to_video.timeline import Media
from ai_to_video.timeline.edit import begin, find, finish, set_text

FILM = lay_out(storyboard("solar.txt"))
MEDIA = (
    Media("beach.jpg", "image"),
    Media("logo.png", "image"),
    Media("song.mp3", "audio"),
    Media("clip.mp4", "video", duration_ms=6000),
)
COUNT = len(FILM.tracks[0].clips)


def after(message, film=FILM):
    """The timeline after a message that must be understood and done."""
    edited = edit(message, film, MEDIA)
    assert edited.changed, edited.said
    assert edited.whole, edited.said
    assert edited.timeline != film
    scenes = edited.timeline.tracks[0].clips
    assert begin(scenes[0]) == 0
    assert all(finish(one) == begin(two) for one, two in pairwise(scenes)), edited.said
    assert all(finish(clip) <= edited.timeline.duration_ms for track in edited.timeline.tracks for clip in track.clips)
    return edited.timeline


def left_alone(message, film=FILM):
    """What was said about a message that cannot be done."""
    edited = edit(message, film, MEDIA)
    assert not edited.changed
    assert edited.timeline is film
    assert edited.said
    return edited.said


def track(film, role):
    return next((track for track in film.tracks if track.metadata.get("role") == role), None)


def title(film):
    found = track(film, "title")
    return found.clips[0] if found and found.clips else None


def music(film):
    return track(film, "music").clips[0]


def scenes(film):
    return [clip.metadata.get("body") or clip.metadata.get("headline") for clip in film.tracks[0].clips]


BEFORE = scenes(FILM)


# --- the title ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ('change the title to "Hello Sun"', "Hello Sun"),
        ("Change the title to “Hello Sun”", "Hello Sun"),
        ("change the title to Hello Sun", "Hello Sun"),
        ("Rename the title to Sunny Days", "Sunny Days"),
        ('Title: "Hi"', "Hi"),
        ("set the title text to 'Bright Future'", "Bright Future"),
        ('the title should say "Solar 101"', "Solar 101"),
        ('make the title say "Solar 101"', "Solar 101"),
        ('use "Solar 101" as the title', "Solar 101"),
        ("把标题改成“你好太阳”", "你好太阳"),
        ("标题改为“你好太阳”", "你好太阳"),
        ("把標題改成「太陽」", "太陽"),
        ("标题换成：“新的一天”", "新的一天"),
    ],
)
def test_a_title_gets_new_words_everywhere_it_stands(message, text):
    film = after(message)
    assert title(film).text == text
    assert film.title == text
    assert film.tracks[0].clips[0].metadata["headline"] == text


@pytest.mark.parametrize(
    ("message", "start", "end"),
    [
        ("move the title to 0:02", 2000, None),
        ("Drag the title to 0:02 on the timeline", 2000, None),
        ("start the title at 3 seconds", 3000, None),
        ("show the title from 0:01 to 0:04", 1000, 4000),
        ("show the title for 4 seconds", 0, 4000),
        ("keep the title until the end", 0, 30_000),
        ("标题移到第2秒", 2000, None),
        ("把标题拖到0:02", 2000, None),
        ("标题显示5秒", 0, 5000),
    ],
)
def test_a_title_moves_in_time(message, start, end):
    shown = title(after(message))
    assert begin(shown) == start
    assert finish(shown) == (end or start + finish(title(FILM)))


@pytest.mark.parametrize(
    ("message", "key", "value"),
    [
        ("make the title red", "color", "#e53935"),
        ("change the title colour to #00ff00", "color", "#00ff00"),
        ("标题改成红色", "color", "#e53935"),
        ("move the title to the top", "position", "top"),
        ("put the title at the bottom", "position", "bottom"),
        ("center the title", "position", "center"),
        ("标题放到底部", "position", "bottom"),
    ],
)
def test_a_title_changes_colour_and_place(message, key, value):
    film = edit("move the title to the top", FILM).timeline if value == "center" else FILM
    assert title(after(message, film)).metadata[key] == value


@pytest.mark.parametrize(
    "message", ["remove the title", "delete the title please", "no title", "去掉标题", "把标题删掉"]
)
def test_a_title_goes_with_its_card(message):
    film = after(message)
    assert title(film) is None
    assert len(film.tracks[0].clips) == COUNT - 1
    assert finish(music(film)) == film.duration_ms


def test_a_title_can_come_back():
    bare = after("remove the title")
    film = after('add a title "Again" at 0:01', bare)
    assert (title(film).text, begin(title(film))) == ("Again", 1000)


# --- captions -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "message",
    [
        "turn off the captions",
        "captions off",
        "remove subtitles",
        "no captions",
        "hide the captions",
        "去掉字幕",
        "关闭字幕",
        "字幕关掉",
        "不要字幕",
    ],
)
def test_captions_go_off_and_on(message):
    film = after(message)
    assert film.metadata["captions"] is False
    for back in ("turn the captions on", "add captions", "加上字幕", "打开字幕"):
        assert after(back, film).metadata["captions"] is True
    assert left_alone(message, film)


def test_one_caption_gets_new_words():
    film = after('change the caption of scene 3 to "Rooftops everywhere"')
    assert "Rooftops everywhere" in [clip.text for clip in track(film, "captions").clips]


def test_words_are_replaced_wherever_they_stand():
    film = after('replace "Solar" with "Wind"')
    assert "Solar" not in str(film)
    assert film.title == "Wind panels"
    assert "“Solar”" in edit("把“Solar”改成“太阳能”", FILM).said
    assert "nowhere" in left_alone('replace "nowhere" with "here"')


def test_a_scene_says_something_else():
    film = after('change the text of scene 2 to "Panels are cheap now"')
    assert scenes(film)[1] == "Panels are cheap now"
    assert "Panels are cheap now" in [clip.text for clip in track(film, "captions").clips]


def test_another_word_is_stressed():
    assert (
        after('highlight "small power stations" in scene 3').tracks[0].clips[2].metadata["keyword"]
        == "small power stations"
    )


# --- music, voice ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "percent"),
    [
        ("set music volume to 20%", 20),
        ("music at 50%", 50),
        ("turn the music down to 10 percent", 10),
        ("lower the music by 20%", 28),
        ("make the music quieter", 21),
        ("the music is too loud", 21),
        ("make the music louder", 52),
        ("音乐音量调到20%", 20),
        ("音乐小声一点", 21),
        ("把背景音乐调大一点", 52),
    ],
)
def test_music_gets_louder_and_quieter(message, percent):
    assert music(after(message)).volume == percent


@pytest.mark.parametrize(
    ("message", "mood", "name"),
    [
        ("change the music to upbeat", "upbeat", "Upbeat"),
        ("use cinematic music", "cinematic", "Cinematic"),
        ("I want calm background music", "ambient", "Ambient"),
        ("换成欢快的音乐", "upbeat", "Upbeat"),
        ("背景音乐换成钢琴曲", "ambient", "Ambient"),
    ],
)
def test_music_changes_its_kind_and_keeps_its_level(message, mood, name):
    film = after(message)
    assert (music(film).metadata["mood"], music(film).name, music(film).volume) == (mood, name, 35)
    assert film.metadata["mood"] == mood


@pytest.mark.parametrize("message", ["remove the music", "no music", "mute", "music off", "去掉音乐", "不要背景音乐"])
def test_music_goes_and_comes_back(message):
    film = after(message)
    assert track(film, "music") is None
    assert after("add lo-fi music", film).metadata["mood"] == "lofi"


def test_music_fades_and_an_upload_can_be_the_music():
    assert music(after("fade out the music over 3 seconds")).metadata["fade_out_ms"] == 3000
    assert music(after("音乐淡入2秒")).metadata["fade_in_ms"] == 2000
    assert music(after("use song.mp3 as the music")).source == "song.mp3"


def test_a_voice_is_switched_on_and_off():
    film = after("add a voiceover")
    assert film.metadata["voice"] is True
    assert after("去掉配音", film).metadata["voice"] is False


def test_a_voice_that_comes_later_gets_time_for_its_words_and_that_is_told():
    done = edit("add a voiceover", set_text(FILM, find(FILM, "text", "captions"), 0, "A very long line. " * 6))
    assert done.timeline.duration_ms > FILM.duration_ms + 3_000
    assert re.search(r"The narration is switched on\. The video now runs \d+", done.said)
    assert edit("make the narration slower", done.timeline).timeline.duration_ms > done.timeline.duration_ms
    assert edit("speak faster", done.timeline).timeline.duration_ms == done.timeline.duration_ms


@pytest.mark.parametrize(
    ("message", "voice", "pace"),
    [
        ("use a male voice", "male", 100),
        ("change the narrator to a woman", "female", 100),
        ("换成男声", "male", 100),
        ("旁白改成女聲", "female", 100),
        ("the narration is too fast", True, 87),
        ("make the voice slower", True, 87),
        ("语速快一点", True, 115),
        ("a man's voice, and read slowly", "male", 87),
    ],
)
def test_who_reads_and_how_fast_can_be_changed(message, voice, pace):
    facts = after(message, after("add a voiceover")).metadata
    assert (facts["voice"], facts["voice_pace"]) == (voice, pace)


def test_slower_and_slower_stops_where_it_would_be_unpleasant_and_normal_brings_it_back():
    film = after("add a voiceover")
    for _ in range(3):
        film = after("read slower", film)
    assert film.metadata["voice_pace"] == 70
    assert "already" in edit("read slower", film).said
    assert after("正常语速", film).metadata["voice_pace"] == 100


# --- time -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "seconds"),
    [
        ("cut the first 3 seconds", 27),
        ("trim 3 seconds from the start", 27),
        ("remove the last 5 seconds", 25),
        ("cut from 0:05 to 0:08", 27),
        ("trim seconds 5-8", 27),
        ("cut everything after 0:20", 20),
        ("keep only the first 10 seconds", 10),
        ("keep the last 12 seconds", 12),
        ("make it 20 seconds", 20),
        ("shorten it to 15s", 15),
        ("make the video 45 seconds long", 45),
        ("make it half a minute long and then remove the last 10 seconds", 20),
        ("make it 5 seconds shorter", 25),
        ("play it at double speed", 15),
        ("play it at 1.5x speed", 20),
        ("剪掉前3秒", 27),
        ("去掉最后5秒", 25),
        ("剪掉第5秒到第8秒", 27),
        ("只保留前10秒", 10),
        ("改成20秒", 20),
        ("缩短到15秒", 15),
        ("延长到半分钟", 30),
        ("两倍速", 15),
    ],
)
def test_the_video_gets_exactly_the_length_that_was_asked_for(message, seconds):
    if seconds == 30 or message.startswith("make it half"):
        film = edit(message, edit("make it 20 seconds", FILM).timeline).timeline
    else:
        film = after(message)
    assert film.duration_ms == seconds * 1000
    assert finish(film.tracks[0].clips[-1]) == film.duration_ms
    assert finish(music(film)) == film.duration_ms


def test_a_shorter_video_keeps_its_hook_and_its_close():
    film = after("make it 12 seconds")
    kinds = [clip.metadata["scene"] for clip in film.tracks[0].clips]
    assert (kinds[0], kinds[-1]) == ("title", "close")
    assert len(kinds) < COUNT


@pytest.mark.parametrize(
    ("message", "change"),
    [("extend scene 2 by 2 seconds", 2000), ("第二个场景延长2秒", 2000), ("make scene 2 1 second shorter", -1000)],
)
def test_one_scene_gets_longer_and_the_rest_moves(message, change):
    film = after(message)
    assert finish(film.tracks[0].clips[1]) == finish(FILM.tracks[0].clips[1]) + change
    assert film.duration_ms == FILM.duration_ms + change


def test_one_scene_plays_faster():
    clip = after("speed up scene 3 by 2x").tracks[0].clips[2]
    assert clip.metadata["speed"] == 2.0


# --- scenes ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "gone"),
    [
        ("remove scene 3", [2]),
        ("delete the second scene", [1]),
        ("delete scenes 2 and 4", [1, 3]),
        ("remove scenes 2-4", [1, 2, 3]),
        ("delete the last scene", [COUNT - 1]),
        ("drop the intro", [0]),
        ("删除第三个场景", [2]),
        ("去掉最后一个镜头", [COUNT - 1]),
        ("把第2个画面删掉", [1]),
    ],
)
def test_scenes_go_and_the_rest_closes_up(message, gone):
    film = after(message)
    assert scenes(film) == [words for place, words in enumerate(BEFORE) if place not in gone]
    lost = sum(finish(FILM.tracks[0].clips[place]) - begin(FILM.tracks[0].clips[place]) for place in gone)
    assert film.duration_ms == FILM.duration_ms - lost


@pytest.mark.parametrize(
    ("message", "order"),
    [
        ("move scene 3 to the beginning", [2, 0, 1, 3, 4]),
        ("move scene 2 after scene 4", [0, 2, 3, 1, 4]),
        ("move scene 4 before scene 2", [0, 3, 1, 2, 4]),
        ("move scene 2 to position 4", [0, 2, 3, 1, 4]),
        ("drag scene 3 to the start of the timeline", [2, 0, 1, 3, 4]),
        ("swap scenes 2 and 3", [0, 2, 1, 3, 4]),
        ("把第三个场景移到最前面", [2, 0, 1, 3, 4]),
        ("把第二个场景移到第四个场景后面", [0, 2, 3, 1, 4]),
        ("交换第2个和第3个场景", [0, 2, 1, 3, 4]),
    ],
)
def test_scenes_change_places_and_take_their_captions_along(message, order):
    film = after(message)
    assert scenes(film)[:5] == [BEFORE[place] for place in order]
    assert scenes(film)[5:] == BEFORE[5:]
    captions = {clip.start_ms: clip.text for clip in track(film, "captions").clips}
    for clip in film.tracks[0].clips:
        if clip.metadata["scene"] == "statement":
            assert captions[clip.start_ms] == clip.metadata["body"]


@pytest.mark.parametrize("message", ["duplicate scene 2", "copy the second scene", "把第二个场景复制一份"])
def test_a_scene_comes_twice(message):
    assert scenes(after(message)) == [BEFORE[0], BEFORE[1], *BEFORE[1:]]


def test_a_scene_is_added_with_words():
    film = after('add a scene saying "Visit sun.example" at the end')
    assert scenes(film)[-1] == "Visit sun.example"
    assert finish(music(film)) == film.duration_ms == FILM.duration_ms + 3000
    assert scenes(after('insert a scene "By the way" after scene 2'))[2] == "By the way"
    assert scenes(after("在结尾加一个画面“谢谢观看”"))[-1] == "谢谢观看"


@pytest.mark.parametrize(
    ("message", "place", "name", "kind"),
    [
        ("replace the picture of scene 3 with beach.jpg", 2, "beach.jpg", "photo"),
        ("use beach.jpg in scene 3", 2, "beach.jpg", "photo"),
        ("show clip.mp4 in scene 3", 2, "clip.mp4", "clip"),
        ("put logo.png in the last scene", COUNT - 1, "logo.png", "close"),
        ("start with beach.jpg", 0, "beach.jpg", "title"),
        ("把第三个场景的图片换成beach.jpg", 2, "beach.jpg", "photo"),
    ],
)
def test_an_upload_is_put_into_a_scene(message, place, name, kind):
    clip = after(message).tracks[0].clips[place]
    assert (clip.metadata["media"], clip.source, clip.metadata["scene"]) == (name, name, kind)


def test_an_upload_is_added_as_a_scene_of_its_own_and_taken_away_again():
    film = after("add logo.png at the end")
    assert film.tracks[0].clips[-1].metadata["media"] == "logo.png"
    assert film.duration_ms == FILM.duration_ms + 3000
    shown = after("use beach.jpg in scene 3")
    assert "media" not in after("remove the photo from scene 3", shown).tracks[0].clips[2].metadata
    everywhere = after("use clip.mp4 as the background")
    assert all(clip.metadata["media"] == "clip.mp4" for clip in everywhere.tracks[0].clips)


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("use slide transitions", "slide"),
        ("crossfade between all scenes", "fade"),
        ("no transitions", "cut"),
        ("add zoom transitions between scenes", "zoom"),
        ("使用滑动转场", "slide"),
        ("去掉转场", "cut"),
    ],
)
def test_scenes_follow_each_other_differently(message, name):
    assert {clip.metadata["transition"] for clip in after(message).tracks[0].clips[1:]} == {name}


# --- look -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "size"),
    [
        ("make it 16:9", (1920, 1080)),
        ("change it to square", (1080, 1080)),
        ("turn it into a YouTube video", (1920, 1080)),
        ("改成横屏", (1920, 1080)),
        ("改成方形", (1080, 1080)),
    ],
)
def test_the_shape_changes(message, size):
    film = after(message)
    assert (film.width, film.height) == size
    assert after("make it vertical", film).metadata["aspect"] == "9:16"


@pytest.mark.parametrize(
    ("message", "palette"),
    [
        ("change the background to navy", {"background": "#001f54"}),
        ("use blue and white colors", {"accent": "#1e88e5", "background": "#ffffff"}),
        ("make the accent colour #ff8800", {"accent": "#ff8800"}),
        ("背景改成蓝色", {"background": "#1e88e5"}),
        ("配色改成红色和黑色", {"accent": "#e53935", "background": "#000000"}),
    ],
)
def test_the_colours_change(message, palette):
    assert after(message).metadata["palette"] == palette


def test_the_theme_and_the_tone_change():
    assert after("use the candy theme").metadata["theme"] == "candy"
    assert after("switch to a dark theme").metadata["theme"] == "ink"
    film = after("make it more playful")
    assert (film.metadata["tone"], film.metadata["theme"], music(film).metadata["mood"]) == (
        "playful",
        "candy",
        "playful",
    )
    assert after("更有活力一点").metadata["tone"] == "energetic"


# --- several at once, and what cannot be done ----------------------------------------------------------------------


def test_several_orders_in_one_message_are_all_done():
    film = after('Change the title to "Hi" and make the music quieter, then remove scene 3. Use slide transitions.')
    assert title(film).text == "Hi"
    assert music(film).volume == 21
    assert len(film.tracks[0].clips) == COUNT - 1
    film = after("把标题改成“你好”，音乐小声一点，然后删除第三个场景")
    assert (title(film).text, music(film).volume, len(film.tracks[0].clips)) == ("你好", 21, COUNT - 1)


def test_it_stands_for_what_was_spoken_of_before():
    shown = title(after("make the title red and put it at the bottom"))
    assert (shown.metadata["color"], shown.metadata["position"]) == ("#e53935", "bottom")


def test_what_stands_in_quotes_is_no_order():
    film = after('change the title to "remove scene 2 and mute the music"')
    assert title(film).text == "remove scene 2 and mute the music"
    assert len(film.tracks[0].clips) == COUNT


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("add a dancing robot to the video", "dancing robot"),
        ("make the robot dance", "robot"),
        ("remove scene 42", "8 scenes"),
        ("cut from 0:50 to 0:55", "0:30"),
        ("translate it to Spanish", "translate"),
        ("add a sticker", "no overlays"),
        ("blur the background", "no picture effects"),
        ("add sound effects", "no sound effects"),
        ("use my photo in scene 3 called gone.jpg", "upload"),
        ("make it vertical", "already"),
        ("remove the last 40 seconds", "outside"),
        ("加一个跳舞的机器人", "跳舞的机器人"),
        ("删除第九个场景", "8个场景"),
        ("翻译成英文", "翻译"),
        ("加一個貼紙", "貼紙"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_changes(message, said):
    assert said in left_alone(message)


def test_a_part_that_cannot_be_done_does_not_hide_the_part_that_was():
    edited = edit("remove the music and add a dancing robot", FILM)
    assert edited.changed
    assert not edited.whole
    assert "The music was removed." in edited.said
    assert "dancing robot" in edited.said


def test_a_question_is_answered_with_the_timeline():
    assert left_alone("what does the timeline look like?").startswith("Timeline (4 tracks): 1. Video:")
    assert "Export" in left_alone("export the video")


@pytest.mark.parametrize(
    "message", ["undo", "Undo that", "please undo the last change", "revert", "go back", "撤销", "撤销上一步", "復原"]
)
def test_a_step_back_is_asked_for(message):
    assert wants_undo(message)


@pytest.mark.parametrize(
    "message", ["move scene 2 back", "a video about undo buttons", "the title should go back to the top"]
)
def test_not_everything_with_back_in_it_is_a_step_back(message):
    assert not wants_undo(message)


def test_everything_that_stays_is_untouched():
    film = after("remove the music")
    assert [track for track in FILM.tracks if track.metadata["role"] != "music"] == list(film.tracks)


fragments = st.sampled_from(
    ["make the", "title", "scene 2", "cut", "first 3 seconds", "music", "louder", "remove", "captions", "to", '"x"', "and", "0:05", "at", "50%", "第二个场景", "删除", "改成", "红色", "音乐", "beach.jpg", "2x", "99999999999999999999", "-5 seconds", "scene 0", "scene -1", "#zzz", "⟦3⟧"]
)  # fmt: skip


@given(st.lists(fragments, max_size=8).map(" ".join))
def test_no_message_breaks_a_video(message):
    edited = edit(message, FILM, MEDIA)
    assert edited.said
    assert edited.changed or edited.timeline is FILM
    assert 500 <= edited.timeline.duration_ms <= 700_000
    for each in edited.timeline.tracks:
        assert all(0 <= begin(clip) < finish(clip) for clip in each.clips)


def test_a_title_is_only_called_larger_when_it_is():
    title = lay_out(
        compose('Make a 20 second video titled "Meet Tally": One two three four. Five six seven eight. Nine.')
    )
    sizes = [
        title_size(read(film, "1080p"))
        for film in (after("make the title smaller", title), title, after("make the title bigger", title))
    ]
    assert sizes[0] < sizes[1] * 0.8 < sizes[1] < sizes[2] / 1.05
    full = lay_out(compose(f"做一个30秒的视频，标题“龙井茶”，带配音：{TEXTS['tea']}"))
    assert "占满" in left_alone("标题大一点", full)


def test_scene_numbers_hold_for_the_whole_message():
    whole = [clip.metadata for clip in FILM.tracks[0].clips]
    kept = [clip.metadata for clip in after("delete scene 2 and delete scene 4").tracks[0].clips]
    assert kept == [whole[at] for at in range(len(whole)) if at not in (1, 3)]


def test_a_refusal_says_what_it_refuses():
    said = edit("remove scene 2 and put the music at 300%", FILM).said
    assert said.startswith("Scene 2 was removed")
    assert '"put the music at 300%": A volume lies between 0 and 200%' in said
