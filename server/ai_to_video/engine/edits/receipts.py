"""What is said after an edit: one sentence each, in English, Simplified and Traditional Chinese. Data and its filling."""

from collections.abc import Mapping

_RECEIPTS: Mapping[str, tuple[str, str, str]] = {
    # titles, captions, words
    "title_text": ('The title now reads "{text}".', "标题已改为“{text}”。", "標題已改為「{text}」。"),
    "title_added": (
        'A title "{text}" was added ({start} to {end}).',
        "已添加标题“{text}”（{start}到{end}）。",
        "已加入標題「{text}」（{start}到{end}）。",
    ),
    "title_removed": ("The title was removed.", "标题已删除。", "標題已刪除。"),
    "title_time": (
        "The title now shows from {start} to {end}.",
        "标题现在从{start}显示到{end}。",
        "標題現在從{start}顯示到{end}。",
    ),
    "title_place": ("The title now stands at the {place}.", "标题已移到{place}。", "標題已移到{place}。"),
    "title_colour": ("The title is now {colour}.", "标题颜色已改为{colour}。", "標題顏色已改為{colour}。"),
    "title_size": ("The title is {size} now.", "标题现在是{size}。", "標題現在是{size}。"),
    "captions_off": ("Captions are off.", "字幕已关闭。", "字幕已關閉。"),
    "captions_on": ("Captions are on.", "字幕已打开。", "字幕已開啟。"),
    "captions_style": (
        "The captions have a new style ({what}).",
        "字幕样式已修改（{what}）。",
        "字幕樣式已修改（{what}）。",
    ),
    "caption_text": (
        'The caption of scene {scene} now reads "{text}".',
        "场景{scene}的字幕已改为“{text}”。",
        "場景{scene}的字幕已改為「{text}」。",
    ),
    "words_replaced": (
        '"{old}" became "{new}" in {count} places.',
        "“{old}”已替换为“{new}”，共{count}处。",
        "「{old}」已替換為「{new}」，共{count}處。",
    ),
    "scene_text": (
        'Scene {scene} now says "{text}".',
        "场景{scene}的文字已改为“{text}”。",
        "場景{scene}的文字已改為「{text}」。",
    ),
    # music and voice
    "music_off": ("The music was removed.", "音乐已去掉。", "音樂已去掉。"),
    "music_kind": ("The music is now {mood}.", "音乐已换成{mood}。", "音樂已換成{mood}。"),
    "music_upload": ("{name} now plays as the music.", "现在用{name}作为音乐。", "現在用{name}作為音樂。"),
    "music_volume": ("The music is now at {percent}%.", "音乐音量已调到{percent}%。", "音樂音量已調到{percent}%。"),
    "music_fade": (
        "The music now fades {which} over {seconds} seconds.",
        "音乐{which}时长为{seconds}秒。",
        "音樂{which}時長為{seconds}秒。",
    ),
    "voice_on": ("The narration is switched on.", "配音已打开。", "配音已開啟。"),
    "voice_male": ("A man reads the narration now.", "配音已换成男声。", "配音已換成男聲。"),
    "voice_female": ("A woman reads the narration now.", "配音已换成女声。", "配音已換成女聲。"),
    "voice_pace": (
        "The narration now runs at {percent}% of its usual speed.",
        "配音语速现在是平常的{percent}%。",
        "配音語速現在是平常的{percent}%。",
    ),
    "voice_off": ("The narration is switched off.", "配音已关闭。", "配音已關閉。"),
    "voice_volume": ("The narration is now at {percent}%.", "配音音量已调到{percent}%。", "配音音量已調到{percent}%。"),
    "all_silent": ("Music and narration are off.", "音乐和配音都已关闭。", "音樂和配音都已關閉。"),
    # time
    "cut_range": (
        "I cut {start} to {end}; the video now runs {length}.",
        "已剪掉{start}到{end}，视频现在长{length}。",
        "已剪掉{start}到{end}，影片現在長{length}。",
    ),
    "length": ("The video now runs {length}.", "视频现在长{length}。", "影片現在長{length}。"),
    "scene_length": (
        "Scene {scene} now runs {length}; the video runs {total}.",
        "场景{scene}现在长{length}，视频共{total}。",
        "場景{scene}現在長{length}，影片共{total}。",
    ),
    "speed": (
        "{what} now plays at {factor}x; the video runs {length}.",
        "{what}现在以{factor}倍速播放，视频长{length}。",
        "{what}現在以{factor}倍速播放，影片長{length}。",
    ),
    # scenes
    "scene_removed": (
        "Scene {scene} was removed; the video now runs {length}.",
        "场景{scene}已删除，视频现在长{length}。",
        "場景{scene}已刪除，影片現在長{length}。",
    ),
    "scene_moved": (
        "Scene {scene} is now number {place}.",
        "场景{scene}现在排在第{place}位。",
        "場景{scene}現在排在第{place}位。",
    ),
    "scenes_swapped": (
        "Scenes {one} and {two} changed places.",
        "场景{one}和场景{two}已互换位置。",
        "場景{one}和場景{two}已互換位置。",
    ),
    "scene_doubled": (
        "Scene {scene} now comes twice; the video runs {length}.",
        "场景{scene}已复制一份，视频现在长{length}。",
        "場景{scene}已複製一份，影片現在長{length}。",
    ),
    "scene_added": (
        'A scene "{text}" was added at {start}.',
        "已在{start}添加场景“{text}”。",
        "已在{start}加入場景「{text}」。",
    ),
    "picture_set": ("Scene {scene} now shows {name}.", "场景{scene}现在显示{name}。", "場景{scene}現在顯示{name}。"),
    "picture_added": ("{name} was added at {start}.", "已在{start}加入{name}。", "已在{start}加入{name}。"),
    "picture_removed": (
        "The picture of scene {scene} was removed.",
        "场景{scene}的图片已去掉。",
        "場景{scene}的圖片已去掉。",
    ),
    "emphasis": (
        'Scene {scene} now stresses "{text}".',
        "场景{scene}现在突出“{text}”。",
        "場景{scene}現在突出「{text}」。",
    ),
    "transition": ("{what} with a {name} now.", "{what}现在使用{name}转场。", "{what}現在使用{name}轉場。"),
    "scenes_kept": (
        "Scenes {scene} stayed; the video now runs {length}.",
        "只保留了场景{scene}，视频现在长{length}。",
        "只保留了場景{scene}，影片現在長{length}。",
    ),
    "scenes_reversed": ("The scenes now come in reverse order.", "场景顺序已倒过来。", "場景順序已倒過來。"),
    # look
    "picture_fade": (
        "The picture now fades {which} over {seconds} s, from and to black.",
        "画面{which}，{seconds}秒。",
        "畫面{which}，{seconds}秒。",
    ),
    "picture_fade_off": (
        "The picture no longer fades {which}.",
        "画面不再{which}。",
        "畫面不再{which}。",
    ),
    "aspect": (
        "The video is now {shape} ({aspect}).",
        "视频已改为{shape}（{aspect}）。",
        "影片已改為{shape}（{aspect}）。",
    ),
    "colours": ("The colours are changed ({what}).", "颜色已修改（{what}）。", "顏色已修改（{what}）。"),
    "theme": ("The look is now {theme}.", "视觉风格已改为{theme}。", "視覺風格已改為{theme}。"),
    "tone": (
        "The video is now {tone}: another look and {mood} music.",
        "视频现在是{tone}风格，画面和音乐都换了。",
        "影片現在是{tone}風格，畫面和音樂都換了。",
    ),
    # questions
    "overview": ("{line}", "{line}", "{line}"),
    "export": ("Click Export to save it.", "点击导出即可保存。", "點擊匯出即可儲存。"),
    "kept": ("That stays as it is.", "这一点保持不变。", "這一點保持不變。"),
    "help": (
        "Tell me what to change: title, captions, music, voice, length, shape, colours, transitions, or one of the scenes.",
        "告诉我要改什么：标题、字幕、音乐、配音、时长、画幅、颜色、转场，或者某个场景。",
        "告訴我要改什麼：標題、字幕、音樂、配音、時長、畫幅、顏色、轉場，或者某個場景。",
    ),
    "vague": (
        "Tell me what you would like to be different: the title, the music, the colours, the length, or one of the scenes.",
        "告诉我想改哪里：标题、音乐、颜色、时长，还是某个场景。",
        "告訴我想改哪裡：標題、音樂、顏色、時長，還是某個場景。",
    ),
    "told_length": ("The video runs {length}.", "视频长{length}。", "影片長{length}。"),
    "told_scenes": ("The video has {count}.", "视频共有{count}。", "影片共有{count}。"),
    "told_scene_list": ("The scenes are: {text}", "场景依次是：{text}", "場景依序是：{text}"),
    "told_scene": ('Scene {scene} shows "{text}".', "场景{scene}显示“{text}”。", "場景{scene}顯示「{text}」。"),
    "told_music": (
        "The music is {name} at {percent}%.",
        "音乐是{name}，音量{percent}%。",
        "音樂是{name}，音量{percent}%。",
    ),
    "told_no_music": ("There is no music.", "没有音乐。", "沒有音樂。"),
    "told_title": ('The title reads "{text}" ({look}).', "标题是“{text}”（{look}）。", "標題是「{text}」（{look}）。"),
    "told_no_title": ("There is no title.", "没有标题。", "沒有標題。"),
    # what cannot be done
    "not_that": (
        "It cannot be done with {asked} here.",
        "这里做不到{asked}。",
        "這裡做不到{asked}。",
    ),
    "not_posted": (
        "I make the file; to post it is up to you.",
        "我只负责制作文件，发布要由您来做。",
        "我只負責製作檔案，發布要由您來做。",
    ),
    "no_watermark": ("There is no watermark on the video.", "视频上没有水印。", "影片上沒有浮水印。"),
    "not_that_voice": (
        "I have a woman's and a man's voice, not that of {who}.",
        "这里有一个女声和一个男声，没有{who}的声音。",
        "這裡有一個女聲和一個男聲，沒有{who}的聲音。",
    ),
    "not_that_music": (
        "I have no music by {who}; upload a file that you may use, or name a mood.",
        "我没有{who}的音乐；可以上传您有权使用的文件，或说出想要的风格。",
        "我沒有{who}的音樂；可以上傳您有權使用的檔案，或說出想要的風格。",
    ),
    "volume_bounds": (
        "A volume lies between 0 and {most}%, so nothing changed.",
        "音量在0到{most}%之间，所以没有改动。",
        "音量在0到{most}%之間，所以沒有改動。",
    ),
    "speed_bounds": (
        "A speed lies between {least}x and {most}x, so nothing changed.",
        "速度在{least}到{most}倍之间，所以没有改动。",
        "速度在{least}到{most}倍之間，所以沒有改動。",
    ),
    "length_bounds": (
        "A video here runs from {least} to {most}, so nothing changed.",
        "这里的视频长度在{least}到{most}之间，所以没有改动。",
        "這裡的影片長度在{least}到{most}之間，所以沒有改動。",
    ),
    "title_full": (
        "The title already takes all the room it can have; a shorter one would be larger.",
        "标题已经占满了可用的空间，标题短一些才能更大。",
        "標題已經佔滿了可用的空間，標題短一些才能更大。",
    ),
    "as_far": (
        "It cannot go further than it is, so nothing changed.",
        "已经到头了，没有改动。",
        "已經到頭了，沒有改動。",
    ),
    "already": ("It is that way already, so nothing changed.", "已经是这样了，没有改动。", "已經是這樣了，沒有改動。"),
    "no_scene": (
        "There is no such scene; the video has {count} scenes.",
        "没有这个场景；视频共有{count}个场景。",
        "沒有這個場景；影片共有{count}個場景。",
    ),
    "which_scene": (
        'Say which scene, for example "scene 2"; the video has {count} scenes.',
        "请说明是哪个场景，例如“第2个场景”；视频共有{count}个场景。",
        "請說明是哪個場景，例如「第2個場景」；影片共有{count}個場景。",
    ),
    "last_scene": (
        "It is the only scene left, so it stays.",
        "只剩这一个场景，所以保留了它。",
        "只剩這一個場景，所以保留了它。",
    ),
    "no_title": ("There is no title to change.", "没有可以修改的标题。", "沒有可以修改的標題。"),
    "no_captions": ("There are no captions to change.", "没有可以修改的字幕。", "沒有可以修改的字幕。"),
    "captions_alike": (
        "The captions of all scenes look alike; ask for all of them at once.",
        "所有场景的字幕样式是统一的，请一次修改全部字幕。",
        "所有場景的字幕樣式是統一的，請一次修改全部字幕。",
    ),
    "captions_middle": (
        "In some scenes other words stand in the middle; the captions can stand at the top or at the bottom.",
        "有的场景中间已有其他文字，字幕可以放在顶部或底部。",
        "有的場景中間已有其他文字，字幕可以放在頂部或底部。",
    ),
    "no_music": ("There is no music to change.", "没有可以修改的音乐。", "沒有可以修改的音樂。"),
    "no_picture": ("Scene {scene} shows no picture.", "场景{scene}没有图片。", "場景{scene}沒有圖片。"),
    "no_words": ('"{old}" does not stand anywhere in the video.', "视频里没有“{old}”。", "影片裡沒有「{old}」。"),
    "no_upload": (
        "There is no such upload in this project; upload the file first.",
        "这个项目里没有这个素材，请先上传文件。",
        "這個專案裡沒有這個素材，請先上傳檔案。",
    ),
    "outside": (
        "That lies outside the video, which runs {length}.",
        "这个时间不在视频范围内，视频长{length}。",
        "這個時間不在影片範圍內，影片長{length}。",
    ),
    "too_little_left": (
        "That would leave less than {least} seconds of video, so nothing changed.",
        "这样剩下的视频不到{least}秒，所以没有改动。",
        "這樣剩下的影片不到{least}秒，所以沒有改動。",
    ),
    "no_translation": (
        "I cannot translate the words of the video; send the text in that language and I will make a new one.",
        "我不会翻译视频里的文字；请发来那种语言的文字，我来做一个新的。",
        "我不會翻譯影片裡的文字；請傳來那種語言的文字，我來做一個新的。",
    ),
    "not_available": (
        "This editor has no {what}, so nothing changed.",
        "这里没有{what}功能，所以没有改动。",
        "這裡沒有{what}功能，所以沒有改動。",
    ),
}
_LANGUAGES = ("en", "zh-CN", "zh-TW")
NAMES = tuple(_RECEIPTS)

_WORDS: Mapping[str, tuple[str, str, str]] = {
    "top": ("top", "顶部", "頂部"),
    "bottom": ("bottom", "底部", "底部"),
    "center": ("centre", "中间", "中間"),
    "larger": ("larger", "放大", "放大"),
    "smaller": ("smaller", "缩小", "縮小"),
    "small": ("small", "小字", "小字"),
    "normal": ("normal size", "正常大小", "正常大小"),
    "large": ("large", "大字", "大字"),
    "karaoke": ("karaoke", "逐字", "逐字"),
    "plain": ("plain", "简单", "簡單"),
    "box": ("in a box", "带底框", "帶底框"),
    "lettering": ("such caption styling", "这种字幕样式", "這種字幕樣式"),
    "in": ("in", "淡入", "淡入"),
    "out": ("out", "淡出", "淡出"),
    "whole": ("The whole video", "整个视频", "整個影片"),
    "scene": ("Scene {n}", "场景{n}", "場景{n}"),
    "all_change": ("All scenes change", "所有场景", "所有場景"),
    "one_changes": ("Scene {n} begins", "场景{n}", "場景{n}"),
    "cut": ("hard cut", "硬切", "硬切"),
    "fade": ("fade", "淡入淡出", "淡入淡出"),
    "slide": ("slide", "滑动", "滑動"),
    "wipe": ("wipe", "擦除", "擦除"),
    "zoom": ("zoom", "缩放", "縮放"),
    "vertical": ("vertical", "竖屏", "直式"),
    "widescreen": ("widescreen", "横屏", "橫式"),
    "square": ("square", "方形", "方形"),
    "background": ("background {c}", "背景{c}", "背景{c}"),
    "text": ("text {c}", "文字{c}", "文字{c}"),
    "accent": ("accents {c}", "强调色{c}", "強調色{c}"),
    "calm": ("calm", "平静", "平靜"),
    "energetic": ("energetic", "动感", "動感"),
    "corporate": ("businesslike", "商务", "商務"),
    "playful": ("playful", "活泼", "活潑"),
    "cinematic": ("cinematic", "电影感", "電影感"),
}


def receipt(name: str, tongue: str, /, **facts: object) -> str:
    """The sentence for an edit, in one of en, zh-CN, zh-TW."""
    return _RECEIPTS[name][_LANGUAGES.index(tongue)].format(**facts)


def word(name: str, tongue: str, /, **facts: object) -> str:
    """A word of a sentence."""
    return _WORDS[name][_LANGUAGES.index(tongue)].format(**facts)
