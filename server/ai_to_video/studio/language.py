"""Which language a prompt is written in, as the code the service knows. Pure; a guess that only steers its replies."""

import re

HAN = re.compile(r"[\u3400-\u9fff]")
KANA = re.compile(r"[\u3040-\u30ff]")
TRADITIONAL = frozenset(
    "們這個說為會來時間後國學對開關點製視頻檔圖聲標題張從還讓與無裡過體實現發動話語網頁變產買賣讀書寫進處應當選擇單顏線樂"
)
SIMPLIFIED = frozenset(
    "们这个说为会来时间后国学对开关点制视频档图声标题张从还让与无里过体实现发动话语网页变产买卖读书写进处应当选择单颜线乐"
)
SPANISH_MARKS = re.compile(r"[¿¡ñ]")
SPANISH_WORDS = frozenset(
    re.findall(
        r"\S+",
        "el la los las un una unos unas de del que y en con por para sobre como más haz crea hazme añade quita pon"
        " cambia vídeo video segundos música título",
    )
)


def language_of(prompt: str) -> str:
    """zh-CN, zh-TW, ja, es or en."""
    if KANA.search(prompt):
        return "ja"
    if HAN.search(prompt):
        traditional = sum(letter in TRADITIONAL - SIMPLIFIED for letter in prompt)
        simplified = sum(letter in SIMPLIFIED - TRADITIONAL for letter in prompt)
        return "zh-TW" if traditional > simplified else "zh-CN"
    words = re.findall(r"[a-záéíóúüñ]+", prompt.lower())
    spanish = sum(word in SPANISH_WORDS for word in words)
    if SPANISH_MARKS.search(prompt.lower()) or (words and spanish >= 2 and spanish / len(words) >= 0.25):
        return "es"
    return "en"
