"""The plain spelling in which requests are compared: same words, one form. Pure."""

import re
import unicodedata

from ai_to_video.wire.gui.spelling import OLD_TO_NEW

FILE = "\ue001"
"""Stands for a file name; its extension follows."""
LINK = "\ue002"
"""Stands for a web address."""

_EXTENSIONS = "mp4|mov|avi|webm|mkv|jpe?g|png|gif|webp|mp3|wav|m4a|aac|txt|md|docx|pdf"
_LINK = re.compile(r"https?://[^\s\"'<>，。；）)]+")
_NAMED = re.compile(
    rf"[\"“「'][^\"”“」'\n]{{1,80}}\.({_EXTENSIONS})[\"”」']|[a-z0-9_~/\\.\-]*\.({_EXTENSIONS})(?![a-z0-9])"
)
_QUOTE = re.compile('["“”«»「」『』《》]')
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0e\ufe0f\u20e3\ue000-\uf8ff]")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’‘`´](?=[^\W\d_])")
_NO_WORD = re.compile(rf"[^\w{FILE}{LINK}]+|_+")
_ACCENTS = str.maketrans("áàâéèêíìóòôúùüñç", "aaaeeeiiooouuunc")
_OLD_HERE = "積狀態幫發剛傳儲謝煩樂質問馬趕緊號況兩幾誌東術夠沒彙報獲機腦電冊盤務隻刪減寫講農戶軟廣歌詞說辦總"
_NEW_HERE = "积状态帮发刚传储谢烦乐质问马赶紧号况两几志东术够没汇报获机脑电册盘务只删减写讲农户软广歌词说办总"
_NEW = OLD_TO_NEW | dict(zip(_OLD_HERE, _NEW_HERE, strict=True))
_SLIPS = {  # wrong spellings that are no other word
    "exprot": "export",
    "exoprt": "export",
    "epxort": "export",
    "exort": "export",
    "expport": "export",
    "downlaod": "download",
    "donwload": "download",
    "dowload": "download",
    "dowlnoad": "download",
    "downoad": "download",
    "stauts": "status",
    "staus": "status",
    "statsu": "status",
    "credtis": "credits",
    "creidts": "credits",
    "balence": "balance",
    "ballance": "balance",
    "uplaod": "upload",
    "uplod": "upload",
    "vidoe": "video",
    "vedio": "video",
    "plase": "please",
    "pelase": "please",
}


def folded(text: str) -> str:
    """The text in new Chinese characters, letter for letter: a place in it is the same place in the text."""
    return "".join(_NEW.get(letter, letter) for letter in text)


def quotes(text: str) -> bool:
    """Whether it quotes words, names of files aside."""
    return bool(_QUOTE.search(_NAMED.sub("", text)))


def plain(text: str) -> str:
    """Lower case, new characters, no punctuation, accents or pictures, single spaces; files and links as one word."""
    text = _HIDDEN.sub("", unicodedata.normalize("NFKC", text)).casefold()
    text = _LINK.sub(f" {LINK} ", text)
    text = _NAMED.sub(lambda name: f" {FILE}{name[1] or name[2]} ", text)
    text = folded(_APOSTROPHE.sub("", text).translate(_ACCENTS))
    return " ".join(_SLIPS.get(word, word) for word in _NO_WORD.sub(" ", text).split())
