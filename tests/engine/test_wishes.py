"""What people ask of a video besides its words, in English and Chinese, and how it is told apart from the words."""

import pytest

from ai_to_video.engine.prompt.brief import read_brief
from ai_to_video.engine.prompt.wishes import Place
from ai_to_video.engine.storyboard import Remark

TEXT = "BrewMate is the smallest espresso machine in the world. It weighs 900 grams and fits into a backpack. Press one button."
POEM = "Roses are red\nViolets are blue\nSugar is sweet"
ZH = "秋天的早晨，我喜欢在公园里散步。树叶已经变成了金黄色。"


def wishes_of(prompt, media=()):
    return read_brief(prompt, media).wishes.said()


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("a 30-second explainer video", 30),
        ("a 30 second video", 30),
        ("a 45s reel", 45),
        ("a 15 sec ad", 15),
        ("a half-minute video", 30),
        ("a video of half a minute", 30),
        ("a one-minute video", 60),
        ("a 1 min video", 60),
        ("a minute and a half long video", 90),
        ("a 1.5 minute video", 90),
        ("a video of two minutes", 120),
        ("a 2 minutes 30 seconds video", 150),
        ("a 1m30s video", 90),
        ("a 1:30 video", 90),
        ("a twenty second video", 20),
        ("a video, 25 seconds long", 25),
        ("a 0.5 hour video", 600),
        ("一个30秒的视频", 30),
        ("一个半分钟的视频", 30),
        ("一个一分钟的视频", 60),
        ("一个一分半的视频", 90),
        ("一个1分30秒的视频", 90),
        ("一个两分钟的短片", 120),
        ("一個四十五秒的影片", 45),
        ("一段15秒钟左右的短视频", 15),
    ],
)
def test_lengths(words, seconds):
    assert (
        wishes_of(f"Make {words} about coffee" if words.isascii() else f"做{words}：{ZH}")["duration_ms"]
        == seconds * 1000
    )


@pytest.mark.parametrize(
    ("words", "shape"),
    [
        ("a vertical video", "9:16"),
        ("a 9:16 video", "9:16"),
        ("a portrait video", "9:16"),
        ("a TikTok video", "9:16"),
        ("a video for Instagram Reels", "9:16"),
        ("a YouTube Shorts video", "9:16"),
        ("a YouTube video", "16:9"),
        ("a 16:9 video", "16:9"),
        ("a landscape video", "16:9"),
        ("a widescreen video", "16:9"),
        ("a horizontal video for LinkedIn", "16:9"),
        ("a 1920x1080 video", "16:9"),
        ("a square video", "1:1"),
        ("a 1:1 video", "1:1"),
        ("a video for an Instagram post", "1:1"),
        ("竖屏视频", "9:16"),
        ("抖音视频", "9:16"),
        ("直式影片", "9:16"),
        ("橫屏影片", "16:9"),
        ("横版视频", "16:9"),
        ("B站视频", "16:9"),
        ("方形视频", "1:1"),
    ],
)
def test_shapes(words, shape):
    assert wishes_of(f"Make {words} about coffee" if words.isascii() else f"做一个{words}：{ZH}")["aspect"] == shape


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("calm tone", {"tone": "calm"}),
        ("make it energetic", {"tone": "energetic"}),
        ("in a corporate style", {"tone": "corporate"}),
        ("playful", {"tone": "playful"}),
        ("cinematic feel", {"tone": "cinematic"}),
        ("professional look", {"tone": "corporate"}),
        ("no captions", {"captions": False}),
        ("without subtitles", {"captions": False}),
        ("captions off", {"captions": False}),
        ("with subtitles", {"captions": True}),
        ("no music", {"mood": ""}),
        ("without any background music", {"mood": ""}),
        ("lo-fi music", {"mood": "lofi"}),
        ("with upbeat music", {"mood": "upbeat"}),
        ("epic cinematic music", {"mood": "cinematic"}),
        ("soft piano music", {"mood": "ambient"}),
        ("music at 20%", {"music_volume": 20}),
        ("lo-fi music at 20%", {"mood": "lofi", "music_volume": 20}),
        ("music volume 15 percent", {"music_volume": 15}),
        ("quiet music", {"mood": "ambient"}),
        ("with a voiceover", {"voice": True}),
        ("no voice-over", {"voice": False}),
        ("narration on", {"voice": True}),
        ('title "Hello World"', {"title": "Hello World"}),
        ("titled “Morning Ritual”", {"title": "Morning Ritual"}),
        ('end with "Subscribe now"', {"close": "Subscribe now"}),
        ("blue and white colours", {"palette": {"accent": "#1e88e5", "background": "#ffffff"}}),
        ("#ff8800 accents", {"palette": {"accent": "#ff8800"}}),
        ("dark blue background", {"palette": {"background": "#104b7e"}}),
        ("use the paper theme", {"theme": "paper"}),
        ("in English", {"language": "en"}),
        ("in 5 scenes", {"scenes": 5}),
        ("语气平静", {"tone": "calm"}),
        ("活泼一点", {"tone": "playful"}),
        ("商务风格", {"tone": "corporate"}),
        ("有电影感", {"tone": "cinematic"}),
        ("不要字幕", {"captions": False}),
        ("加字幕", {"captions": True}),
        ("不要音乐", {"mood": ""}),
        ("配欢快的音乐", {"mood": "upbeat"}),
        ("配上钢琴音乐", {"mood": "ambient"}),
        ("音乐音量20%", {"music_volume": 20}),
        ("音乐音量百分之三十", {"music_volume": 30}),
        ("不要配音", {"voice": False}),
        ("加旁白", {"voice": True}),
        ("标题是“秋天”", {"title": "秋天"}),
        ("结尾写“谢谢观看”", {"close": "谢谢观看"}),
        ("蓝色背景", {"palette": {"background": "#1e88e5"}}),
        ("五个场景", {"scenes": 5}),
    ],
)
def test_single_wishes(words, wanted):
    prompt = (
        f"Make a video from this text, {words}:\n\n{TEXT}"
        if words[0].isascii()
        else f"把这段文字做成视频，{words}：\n{ZH}"
    )
    brief = read_brief(prompt)
    assert brief.wishes.said() == wanted
    assert brief.text == (TEXT if words[0].isascii() else ZH)
    assert brief.remarks == ()


@pytest.mark.parametrize(
    ("prompt", "text"),
    [
        (f"turn this blog post into a 30-second explainer video: {TEXT}", TEXT),
        (f"Turn this into a video:\n{TEXT}", TEXT),
        (f"Please convert the following text into a short video.\n\n{TEXT}", TEXT),
        (f"Make a 20 second TikTok. Use blue colours. Add lo-fi music. Here is the text:\n\n{TEXT}", TEXT),
        (f"Make a video from the text below\n---\n{TEXT}", f"---\n{TEXT}"),
        (f'Make a 30 second video from this: "{TEXT}"', TEXT),
        (f"Make a video of the text in the fence, vertical:\n```\n{TEXT}\n```\nNo captions please.", TEXT),
        (f"{TEXT}\n\nMake it 30 seconds, vertical.", TEXT),
        (f"{TEXT}\n\nTurn this into a 30-second video.", TEXT),
        (TEXT, TEXT),
        (f"# BrewMate\n\n{TEXT}", f"# BrewMate\n\n{TEXT}"),
        (f"30-second promo: {TEXT}", TEXT),
        (f"把下面这段文字做成30秒的竖屏视频：{ZH}", ZH),
        (f"请用以下文章制作一个一分钟的横屏视频，标题是“秋天”：\n{ZH}", ZH),
        (f"帮我做一个短视频。内容如下：\n{ZH}", ZH),
        (f"{ZH}\n\n把上面的文字做成20秒的视频。", ZH),
        (f"請將以下文字製作成15秒的直式影片：{ZH}", ZH),
        (f"Turn this text into a vertical video:\n\nturn this blog post into an 8-second video: {TEXT}", TEXT),
        (f"Make a video of this poem:\n\n{POEM}", POEM),
    ],
)
def test_the_order_is_told_apart_from_the_text(prompt, text):
    assert read_brief(prompt).text == text


@pytest.mark.parametrize(
    "text",
    [
        "Make your mornings better with BrewMate. It weighs 900 grams.",
        "Create videos faster with Snap. Our app helps teams every day.",
        "Add the sugar and whisk for 30 seconds. Then bake the cake at 180 degrees.",
        "Turn the page. A new chapter begins. The music of the city plays on.",
        "The video store on the corner closed in 2009. Nobody noticed.",
        "Use music to fall asleep: twenty minutes of calm piano are enough, doctors say.",
        "This square was built in 1890. A vertical garden covers the north wall.",
        "Keep the title of your talk short. Nobody reads captions longer than two lines.",
        "视频网站改变了我们的生活。音乐也一样。",
    ],
)
def test_words_about_videos_and_music_are_still_words(text):
    brief = read_brief(text)
    assert brief.text == text
    assert brief.wishes.said() == {}


@pytest.mark.parametrize(
    ("prompt", "topic"),
    [
        ("a 20-second video about coffee", "coffee"),
        (
            "Create a 45 second YouTube video about the history of tea in Japan, cinematic style",
            "the history of tea in Japan",
        ),
        ("Make a video explaining why sleep matters. 25 seconds. Playful.", "why sleep matters"),
        ("BrewMate video", "BrewMate"),
        ("I need a promo for our new bakery, 15 seconds, square", "our new bakery"),
        ("make me a video on how rainbows form", "how rainbows form"),
        ("生成一个15秒的咖啡宣传片", "咖啡"),
        ("做一个关于咖啡的半分钟短视频，要活泼一点，不要字幕", "咖啡"),
        ("製作一個關於茶的10秒影片", "茶"),
        ("以环保为主题做一个短视频", "环保"),
    ],
)
def test_a_topic_is_what_the_order_names(prompt, topic):
    brief = read_brief(prompt)
    assert (brief.topic, brief.text) == (topic, "")
    assert not any(remark.kind == "not_understood" for remark in brief.remarks)


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("with a dancing robot", "dancing robot"),
        ("in 3D", "3D"),
        ("and make my cat the narrator", "cat"),
        ("with lightning effects", "lightning effects"),
    ],
)
def test_what_is_not_understood_is_said_in_the_persons_own_words(wish, said):
    remarks = read_brief(f"Make a 30-second video from this text {wish}: {TEXT}").remarks
    assert any(remark.kind == "not_understood" and said in remark.detail for remark in remarks)


def test_chinese_wishes_that_are_not_understood_are_said_too():
    remarks = read_brief(f"把下面的文字做成30秒的视频，加一个跳舞的机器人：{ZH}").remarks
    assert any("跳舞" in remark.detail or "机器人" in remark.detail for remark in remarks)


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ("in 4K", "resolution"),
        ("in 4:5", "near_shape"),
        ("4 hours long", "too_long"),
        ("narrated by Tom Hanks", "not_that_voice"),
        ("with music by Queen", "not_that_music"),
        ("at 60 fps", "frame_rate"),
        ("and post it on Instagram", "not_posted"),
        ("vertical and square", "second_shape"),
    ],
)
def test_what_is_done_differently_is_said(wish, kind):
    assert kind in {remark.kind for remark in read_brief(f"Make a video {wish}: {TEXT}").remarks}


def test_uploads_are_placed_by_name_and_missing_ones_told():
    media = ("beach.jpg", "logo.png", "my clip.mp4")
    brief = read_brief(
        f"Turn this into a video. Start with beach.jpg and put logo.png at the end, my clip.mp4 in scene 3, and gone.png too:\n{TEXT}",
        media,
    )
    assert set(brief.wishes.places) == {
        Place("beach.jpg", "first"),
        Place("logo.png", "last"),
        Place("my clip.mp4", "3"),
    }
    assert Remark("missing_media", "gone.png") in brief.remarks


@pytest.mark.parametrize(
    "prompt",
    [
        "regenerate",
        "please regenerate it with 15 seconds",
        "redo it, but calmer",
        "重新生成",
        "再来一个，要横屏",
        "another version",
    ],
)
def test_another_take_is_asked_for(prompt):
    assert read_brief(prompt).again


@pytest.mark.parametrize(
    "prompt", ["convert my text or prompts", "turn this blog post intro into", "make a video from my text"]
)
def test_an_order_that_lacks_its_text_is_known(prompt):
    brief = read_brief(prompt)
    assert brief.wants_text
    assert (brief.text, brief.topic) == ("", "")
