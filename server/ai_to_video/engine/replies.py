"""What the agent says, in English, Simplified and Traditional Chinese: data and the few rules that fill it in.

It speaks like the real one, to a person in front of an editor: "Click Export to save it." Pure.
"""

import re
import zlib
from collections.abc import Iterable, Mapping

from .language.hanzi import traditional
from .prompt.speaker import INSTALL
from .storyboard import Remark, Storyboard

EN, CN, TW = "en", "zh-CN", "zh-TW"


def tongue(message: str, language: str = "") -> str:
    """Which of the three to answer in: the message's own, else the session's, else English."""
    chinese, latin = len(re.findall(r"[\u4e00-\u9fff]", message)), len(re.findall(r"[A-Za-z]+", message))
    if chinese * 3 > latin or (not latin and language.lower().startswith("zh")):
        tells = traditional(message) or len(re.findall(r"tw|hk|hant", language, re.IGNORECASE))
        return TW if tells > 0 else CN
    return EN


SHAPES = {
    EN: {"9:16": "vertical", "16:9": "widescreen", "1:1": "square"},
    CN: {"9:16": "竖屏", "16:9": "横屏", "1:1": "方形"},
    TW: {"9:16": "直式", "16:9": "橫式", "1:1": "方形"},
}
NOUNS = {
    "explainer": {EN: "explainer", CN: "讲解视频", TW: "解說影片"},
    "promo": {EN: "promo", CN: "宣传片", TW: "宣傳片"},
    "trailer": {EN: "trailer", CN: "预告片", TW: "預告片"},
    "slideshow": {EN: "slideshow", CN: "幻灯片", TW: "幻燈片"},
    "reel": {EN: "reel", CN: "短视频", TW: "短影片"},
    "video": {EN: "video", CN: "视频", TW: "影片"},
}
_NOUN_WORDS = (
    ("explainer", r"explainer|讲解|講解|解说|解說"),
    ("promo", r"promo|commercial|advert|\bad\b|宣传|宣傳|广告|廣告"),
    ("trailer", r"trailer|teaser|预告|預告"),
    ("slideshow", r"slide\s?show|幻灯|幻燈"),
    ("reel", r"\breel|\bshort\b|tiktok|短视频|短視頻|短影片"),
)

READY: Mapping[str, tuple[str, ...]] = {
    EN: (
        "Your {length} {noun} is ready. Click Export to save it.",
        "Your {length} {shape} {noun} is ready: {scenes}. Preview it in the timeline, or click Export to save it.",
        "Your {length} {noun} is ready with {scenes}. Open the Timeline panel to look at the tracks, then click Export to download the file.",
    ),
    CN: (
        "您的{length}{noun}已经做好了。点击导出即可保存。",
        "您的{length}{shape}{noun}已经做好了，共{scenes}。您可以在时间线中预览，或点击导出按钮保存。",
        "您的{length}{noun}已经做好了，共{scenes}。打开时间线面板可以查看轨道，然后点击导出。",
    ),
    TW: (
        "您的{length}{noun}已經完成。點擊匯出即可儲存。",
        "您的{length}{shape}{noun}已經完成，共{scenes}。您可以在時間軸中預覽，或點擊匯出按鈕儲存。",
        "您的{length}{noun}已經完成，共{scenes}。打開時間軸面板可以查看軌道，然後點擊匯出。",
    ),
}
RAW = {
    EN: "The raw video is there: {scenes}, {length}. Music, title and captions come next.",
    CN: "原始视频已生成：{scenes}，{length}。接下来添加音乐、标题和字幕。",
    TW: "原始影片已生成：{scenes}，{length}。接下來加入音樂、標題和字幕。",
}
TAILS: Mapping[str, tuple[str, ...]] = {
    EN: ("", "Preview it in the timeline.", "Click Export to save it."),
    CN: ("", "您可以在时间线中预览。", "点击导出即可保存。"),
    TW: ("", "您可以在時間軸中預覽。", "點擊匯出即可儲存。"),
}
ASK = {
    EN: 'Which text should become a video? Send the text itself, or a topic such as "a 20-second video about coffee".',
    CN: "要把哪段文字做成视频？请把文字发给我，或者给我一个主题，例如“关于咖啡的20秒视频”。",
    TW: "要把哪段文字做成影片？請把文字傳給我，或者給我一個主題，例如「關於咖啡的20秒影片」。",
}
LACKING = {EN: "There is no text yet.", CN: "还没有文字。", TW: "還沒有文字。"}
MISSING: Mapping[str, Mapping[str, str]] = {
    "words": {
        EN: "There are no words in this message, so there is nothing a video could say. Send a text or a topic in words.",
        CN: "这条消息里没有文字，视频没有可以表达的内容。请发一段文字或一个主题。",
        TW: "這則訊息裡沒有文字，影片沒有可以表達的內容。請傳一段文字或一個主題。",
    },
    "redo": {
        EN: "What was undone cannot be brought back; tell me the change again, or ask for another version of the video.",
        CN: "撤销过的修改无法恢复；请再说一遍要改什么，或者让我重新做一版视频。",
        TW: "復原過的修改無法重做；請再說一次要改什麼，或者讓我重新做一版影片。",
    },
    "video": {
        EN: "There is no video in this project yet. Send a text or a topic first.",
        CN: "这个项目里还没有视频。请先发一段文字或一个主题。",
        TW: "這個專案裡還沒有影片。請先傳一段文字或一個主題。",
    },
    "order": {
        EN: "Send me a text and I turn it into a video; then tell me what to change, for example the title, the music or the length.",
        CN: "把文字发给我，我来做成视频；之后告诉我要改什么，例如标题、音乐或时长。",
        TW: "把文字傳給我，我來做成影片；之後告訴我要改什麼，例如標題、音樂或時長。",
    },
}
UNDONE = {
    EN: "The last change is undone. Preview it in the timeline.",
    CN: "已撤销上一步修改。您可以在时间线中预览。",
    TW: "已復原上一步修改。您可以在時間軸中預覽。",
}
NOTHING_TO_UNDO = {
    EN: "There is no earlier change to undo.",
    CN: "没有可以撤销的修改。",
    TW: "沒有可以復原的修改。",
}
_TOLD: Mapping[str, Mapping[str, str]] = {
    "not_understood": {
        EN: 'I did not understand "{detail}", so I left it out.',
        CN: "我没有理解“{detail}”，所以没有处理这一点。",
        TW: "我沒有理解「{detail}」，所以沒有處理這一點。",
    },
    "not_possible": {EN: "I cannot do this: {detail}.", CN: "这一点做不到：{detail}。", TW: "這一點做不到：{detail}。"},
    "missing_media": {
        EN: "There is no upload called {detail} in this project.",
        CN: "这个项目里没有名为{detail}的素材。",
        TW: "這個專案裡沒有名為{detail}的素材。",
    },
    "unused_media": {
        EN: "There was no time left to show {detail}; a longer video would have room.",
        CN: "时长不够，没有用上{detail}；把视频加长就放得下。",
        TW: "時長不夠，沒有用上{detail}；把影片加長就放得下。",
    },
    "too_long": {
        EN: "The longest video made here is {detail} minutes, so I made it that long.",
        CN: "这里最长可以做{detail}分钟的视频，所以按{detail}分钟制作。",
        TW: "這裡最長可以做{detail}分鐘的影片，所以按{detail}分鐘製作。",
    },
    "too_short": {
        EN: "The shortest video made here is {detail} seconds, so I made it that long.",
        CN: "这里最短可以做{detail}秒的视频，所以按{detail}秒制作。",
        TW: "這裡最短可以做{detail}秒的影片，所以按{detail}秒製作。",
    },
    "near_shape": {
        EN: "No video here has the shape {detail}, so I took {more}, the nearest one.",
        CN: "没有{detail}这种画幅，所以用了最接近的{more}。",
        TW: "沒有{detail}這種畫幅，所以用了最接近的{more}。",
    },
    "fades_black": {
        EN: 'A picture fades only from and to black here, so I left out "{detail}".',
        CN: "画面只能从黑场淡入、淡出到黑场，所以没有处理“{detail}”。",
        TW: "畫面只能從黑場淡入、淡出到黑場，所以沒有處理「{detail}」。",
    },
    "not_that_voice_kind": {
        EN: "I cannot speak with an accent or in a dialect ({detail}), so the usual voice reads.",
        CN: "这里的声音不会方言和口音（{detail}），所以用普通的声音朗读。",
        TW: "這裡的聲音不會方言和口音（{detail}），所以用一般的聲音朗讀。",
    },
    "resolution": {
        EN: "The finest picture made here is 1080p, not {detail}.",
        CN: "这里最高分辨率是1080p，没有{detail}。",
        TW: "這裡最高解析度是1080p，沒有{detail}。",
    },
    "text_cut": {
        EN: "The text is very long, so I read only its first ten thousand words.",
        CN: "文字太长，我只读了开头部分。",
        TW: "文字太長，我只讀了開頭部分。",
    },
    "shortened": {
        EN: "I kept the sentences that carry most and left out the rest.",
        CN: "我保留了最重要的句子，省略了其余部分。",
        TW: "我保留了最重要的句子，省略了其餘部分。",
    },
    "length_chosen": {
        EN: "I chose {detail} seconds; name another length if you want one.",
        CN: "我选择了{detail}秒的时长；想要别的时长请告诉我。",
        TW: "我選擇了{detail}秒的時長；想要別的時長請告訴我。",
    },
    "topic_only": {
        EN: "I only had the topic and made up no facts; a text of a few sentences gives a richer video.",
        CN: "我只有主题，没有编造内容；给我几句话的文字，视频会更丰富。",
        TW: "我只有主題，沒有編造內容；給我幾句話的文字，影片會更豐富。",
    },
    "no_voice": {
        EN: f"No voice is installed here ({INSTALL} installs one), so the captions carry the words.",
        CN: f"这里没有安装语音（安装方法：{INSTALL}），所以由字幕呈现文字。",
        TW: f"這裡沒有安裝語音（安裝方法：{INSTALL}），所以由字幕呈現文字。",
    },
    "voice_failed": {
        EN: "The narration could not be recorded, so the captions carry the words. "
        f"Should that happen again, install the voice anew ({INSTALL}).",
        CN: f"配音没有录成，所以由字幕呈现文字。如果再次发生，请重新安装语音（{INSTALL}）。",
        TW: f"配音沒有錄成，所以由字幕呈現文字。如果再次發生，請重新安裝語音（{INSTALL}）。",
    },
    "no_translation": {
        EN: "I cannot translate into {detail}, so the video keeps the language of the text.",
        CN: "我不会翻译成{detail}，所以视频保留了原文的语言。",
        TW: "我不會翻譯成{detail}，所以影片保留了原文的語言。",
    },
    "second_shape": {
        EN: "A video has one shape, so {detail} was left out; ask for a second video.",
        CN: "一个视频只有一种画幅，所以没有按{detail}制作；可以再做一个视频。",
        TW: "一支影片只有一種畫幅，所以沒有按{detail}製作；可以再做一支影片。",
    },
    "frame_rate": {
        EN: "Videos here run at 30 frames per second, not {detail}.",
        CN: "这里的视频是每秒30帧，不是{detail}帧。",
        TW: "這裡的影片是每秒30幀，不是{detail}幀。",
    },
    "not_that_voice": {
        EN: "I have a woman's and a man's voice, not that of {detail}.",
        CN: "这里有一个女声和一个男声，没有{detail}的声音。",
        TW: "這裡有一個女聲和一個男聲，沒有{detail}的聲音。",
    },
    "not_that_music": {
        EN: "I have no music by {detail}; upload a file that you may use, or name a mood.",
        CN: "我没有{detail}的音乐；可以上传您有权使用的文件，或说出想要的风格。",
        TW: "我沒有{detail}的音樂；可以上傳您有權使用的檔案，或說出想要的風格。",
    },
    "not_posted": {
        EN: "I make the file; to post it is up to you ({detail}).",
        CN: "我只负责制作文件，发布要由您来做（{detail}）。",
        TW: "我只負責製作檔案，發布要由您來做（{detail}）。",
    },
    "longer_for_words": {
        EN: "All of these words need {detail} seconds, so I made the video that long.",
        CN: "全部文字需要{detail}秒，所以视频做成了这个时长。",
        TW: "全部文字需要{detail}秒，所以影片做成了這個時長。",
    },
    "plan_extra": {
        EN: 'I do not know the storyboard field "{detail}", so I left it out.',
        CN: "我不认识分镜字段“{detail}”，所以没有处理。",
        TW: "我不認識分鏡欄位「{detail}」，所以沒有處理。",
    },
    "plan_many": {
        EN: "A storyboard may have {detail} scenes; this one has {more}, so I took the first {detail}.",
        CN: "分镜最多{detail}个场景，这份有{more}个，所以我只用了前{detail}个。",
        TW: "分鏡最多{detail}個場景，這份有{more}個，所以我只用了前{detail}個。",
    },
    "plan_crowded": {
        EN: "{detail} of its scenes found no room in {more} seconds and were left out; name a longer time to keep them.",
        CN: "{more}秒里放不下其中{detail}个场景，所以省略了；想保留请加长时间。",
        TW: "{more}秒裡放不下其中{detail}個場景，所以省略了；想保留請加長時間。",
    },
}

_WRONG_PLAN: Mapping[str, tuple[str, str, str]] = {
    "plan_json": ("it is not valid JSON ({detail})", "JSON格式不正确（{detail}）", "JSON格式不正確（{detail}）"),
    "plan_scenes": (
        "{detail}, but that must be a list of at least one scene",
        "{detail}，这里应该是至少一个场景的列表",
        "{detail}，這裡應該是至少一個場景的列表",
    ),
    "plan_empty": (
        '{detail} shows nothing: give it "text", "headline", "items", "number" or "media"',
        '{detail}没有可显示的内容：请写上 "text"、"headline"、"items"、"number" 或 "media"',
        '{detail}沒有可顯示的內容：請寫上 "text"、"headline"、"items"、"number" 或 "media"',
    ),
    "plan_items": (
        "{detail}, but that must be a list of texts",
        "{detail}，这里应该是文字列表",
        "{detail}，這裡應該是文字列表",
    ),
    "plan_text": ("{detail}, but that must be a text", "{detail}，这里应该是文字", "{detail}，這裡應該是文字"),
    "plan_choice": (
        "{detail}, but that must be one of {more}",
        "{detail}，这里只能是：{more}",
        "{detail}，這裡只能是：{more}",
    ),
    "plan_seconds": (
        "{detail}, but that must be a number of seconds, such as 4.5",
        "{detail}，这里应该是秒数，例如4.5",
        "{detail}，這裡應該是秒數，例如4.5",
    ),
    "plan_switch": (
        "{detail}, but that must be true or false",
        "{detail}，这里应该是 true 或 false",
        "{detail}，這裡應該是 true 或 false",
    ),
    "plan_percent": (
        "{detail}, but that must be a number from 0 to 200",
        "{detail}，这里应该是0到200的数字",
        "{detail}，這裡應該是0到200的數字",
    ),
    "plan_palette": (
        "{detail}, but that must be an object with background, text or accent",
        "{detail}，这里应该是含有 background、text 或 accent 的对象",
        "{detail}，這裡應該是含有 background、text 或 accent 的物件",
    ),
    "plan_colour": (
        '{detail}, but that must be a colour such as "#1e88e5"',
        '{detail}，这里应该是颜色，例如 "#1e88e5"',
        '{detail}，這裡應該是顏色，例如 "#1e88e5"',
    ),
    "plan_no_media": (
        "{detail}, but nothing is uploaded in this project",
        "{detail}，但这个项目里还没有素材",
        "{detail}，但這個專案裡還沒有素材",
    ),
    "plan_media": (
        "{detail}, but no upload has that name ({more})",
        "{detail}，但没有这个名字的素材（{more}）",
        "{detail}，但沒有這個名字的素材（{more}）",
    ),
}
"""What is wrong in a storyboard that came as JSON, so that nothing was made."""
SENTENCES: Mapping[str, Mapping[str, str]] = dict(_TOLD) | {
    kind: {
        EN: f"The storyboard cannot be used: {english}. Nothing was made; mend it and send it again.",
        CN: f"分镜无法使用：{simple}。还没有制作，请改好再发一次。",
        TW: f"分鏡無法使用：{taiwanese}。還沒有製作，請改好再傳一次。",
    }
    for kind, (english, simple, taiwanese) in _WRONG_PLAN.items()
}


def sentence(remark: Remark, language: str) -> str:
    """A remark in words; "" for one that only concerns code."""
    words = SENTENCES.get(remark.kind, {}).get(language, "")
    return words.format(detail=_LANGUAGES.get(remark.detail, {}).get(language, remark.detail), more=remark.more)


_LANGUAGES = {"en": {EN: "English", CN: "英文", TW: "英文"}, "zh": {EN: "Chinese", CN: "中文", TW: "中文"}}


def sentences(remarks: Iterable[Remark], language: str) -> str:
    return joined((sentence(remark, language) for remark in remarks), language)


def joined(parts: Iterable[str], language: str) -> str:
    """Sentences in a row; Chinese takes no space between them."""
    return (" " if language == EN else "").join(filter(None, parts))


def spoken_length(ms: int, language: str, *, before_noun: bool = False) -> str:
    """ "30-second", "30 seconds", "1-minute 30-second", "1分30秒"."""
    minutes, seconds = divmod(ms / 1000, 60)
    shown = f"{seconds:g}"
    if language != EN:
        minute, second = ("分", "秒") if seconds else ("分钟" if language == CN else "分鐘", "秒")
        return (f"{minutes:g}{minute}" if minutes else "") + (f"{shown}{second}" if seconds or not minutes else "")
    if before_noun:
        parts = [f"{minutes:g}-minute"] if minutes else []
        return " ".join([*parts, f"{shown}-second"] if seconds or not minutes else parts)
    parts = [f"{minutes:g} minute{'s' if minutes != 1 else ''}"] if minutes else []
    return " ".join([*parts, f"{shown} second{'s' if seconds != 1 else ''}"] if seconds or not minutes else parts)


def spoken_count(scenes: int, language: str) -> str:
    """ "8 scenes", "1 scene", "8个场景"."""
    if language == EN:
        return f"{scenes} scene{'s' if scenes != 1 else ''}"
    return f"{scenes}{'个场景' if language == CN else '個場景'}"


def raw(storyboard: Storyboard, language: str) -> str:
    return RAW[language].format(
        scenes=spoken_count(len(storyboard.scenes), language), length=spoken_length(storyboard.duration_ms, language)
    )


def ready(storyboard: Storyboard, prompt: str, language: str, chance: int) -> str:
    """The last message of a generation: what there is now, what to know about it, which button to press."""
    noun = next((name for name, words in _NOUN_WORDS if re.search(words, prompt[:400], re.IGNORECASE)), "video")
    chosen = READY[language][chance % len(READY[language])]
    said = chosen.format(
        length=spoken_length(storyboard.duration_ms, language, before_noun=True),
        noun=NOUNS[noun][language],
        shape=SHAPES[language][storyboard.aspect],
        scenes=spoken_count(len(storyboard.scenes), language),
    )
    notes = sentences(storyboard.remarks, language)
    return joined((notes, said), language)


def edited(said: str, language: str, chance: int) -> str:
    """The message after an edit, sometimes with a button to press behind it."""
    tail = TAILS[language][chance % len(TAILS[language])]
    return joined((said, tail), language)


def chance(*parts: str) -> int:
    """A number that always comes out the same for the same words."""
    return zlib.crc32("\n".join(parts).encode("utf-8", "replace"))
