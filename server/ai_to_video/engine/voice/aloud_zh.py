"""Chinese as it is written → the characters a reader says: figures, money, dates, units, addresses. Pure.

Letters stay as they are; their sounds are English.
"""

import re
import unicodedata

from ..language.numerals import mandarin, mandarin_decimal, mandarin_digits

_PAIRS = "个個只隻条條张張本件台部位名家間间种種次倍天年周週分秒小时時点點块塊元万萬亿億千层層步岁歲人里裡公吨噸米斤杯份场場升"
"""Measures before which a bare 2 is 两."""
_MONEY = {"¥": "元", "￥": "元", "$": "美元", "€": "欧元", "£": "英镑", "₩": "韩元", "₹": "卢比"}
_COUNTRIES = {"US": "美元", "HK": "港元", "NT": "新台币", "A": "澳元", "C": "加元", "S": "新加坡元"}
_MEASURES = {
    "km/h": "公里每小时", "m/s": "米每秒", "kg": "公斤", "km": "公里", "cm": "厘米", "mm": "毫米", "nm": "纳米", "m": "米", "g": "克",
    "mg": "毫克", "t": "吨", "ml": "毫升", "mL": "毫升", "L": "升", "l": "升", "℃": "摄氏度", "°C": "摄氏度", "℉": "华氏度", "°F": "华氏度",
    "°": "度", "m²": "平方米", "㎡": "平方米", "km²": "平方公里", "cm²": "平方厘米", "m³": "立方米", "kWh": "千瓦时", "mAh": "毫安时",
    "kW": "千瓦", "MW": "兆瓦", "W": "瓦", "GHz": "吉赫", "MHz": "兆赫", "kHz": "千赫", "Hz": "赫兹", "fps": "帧", "h": "小时", "min": "分钟",
    "ms": "毫秒", "s": "秒", "x": "倍", "X": "倍", "k": "千", "w": "万",
}  # fmt: skip
_UNIT = re.compile(
    rf"(?<![A-Za-z\d.])((?:\d[\d,.]*)(?:[-–~～至到]\d[\d,.]*)?)\s?"
    rf"({'|'.join(sorted(map(re.escape, _MEASURES), key=len, reverse=True))})(?![A-Za-z²³])"
)
_PARTS = {"½": "二分之一", "⅓": "三分之一", "⅔": "三分之二", "¼": "四分之一", "¾": "四分之三", "⅛": "八分之一"}
_SIGNS = {"+": "加", "=": "等于", "×": "乘", "÷": "除以", "≥": "大于等于", "≤": "小于等于", "≈": "约", "±": "正负"}
_SIGNS |= {">": "大于", "<": "小于", "~": "约", "～": "约"}
_SIGN = re.compile(
    "(?<=[零一二三四五六七八九十百千万亿])[+=×÷](?=[零一二三四五六七八九])|[≥≤≈±<>~～](?=[零一二三四五六七八九两百])"
)
_PHONE = r"\d{3,4}-\d{3,4}-\d{3,4}|0\d{2,3}-\d{7,8}|\+\d{1,3}(?!\d)"
_FIGURE = re.compile(
    r"(?P<date>(?P<y>[12]\d{3})(?P<dash>[-/.])(?P<m>[01]?\d)(?P=dash)(?P<d>[0-3]?\d)(?!\d))|(?P<month>(?P<of>[12]\d{3})/(?P<only>[01]?\d)(?![\d/]))"
    rf"|(?P<phone>(?<![\w.])(?:{_PHONE}))"
    r"|(?P<share>(?P<rate>[-−]?\d[\d,]*(?:\.\d+)?)[%％])|(?P<per>(?P<top>\d{1,3})/(?P<bottom>\d{1,3})(?!\d))"
    rf"|(?P<mixed>(?P<ones>\d*)(?P<vulgar>[{''.join(_PARTS)}]))"
    r"|(?P<clock>(?P<hour>\d{1,2})[:：](?P<minute>[0-5]\d)(?:[:：](?P<second>[0-5]\d))?(?!\d))|(?P<ratio>(?P<one>\d+)[:：](?P<other>\d+))"
    r"|(?P<money>(?P<country>US|HK|NT|[ACS](?=\$))?(?P<coin>[¥￥$€£₩₹])\s?(?P<sum>\d[\d,]*(?:\.\d+)?)(?P<scale>[kKmMbB](?![A-Za-z])|[千百十]?[万亿])?)"
    r"|(?P<range>(?<![A-Za-z.-])(?P<from>\d[\d.]*)[-–—~～](?P<to>\d[\d.]*)(?![-.\d]))|(?P<version>\d+(?:\.\d+){2,})"
    r"|(?P<minus>(?<![A-Za-z\d])[-−](?=\d))?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<more>\+(?!\d))?"
)
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?((?:[A-Za-z0-9_-]+\.)+[A-Za-z]{2,})(/[\w./-]*)?(?:[?#][\w=&%.-]*)?")
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ％＋＝／＠①-⑳]")
_SCALES = {"k": "千", "m": "百万", "b": "十亿"}
_EACH = re.compile(r"[年月周日天时分秒人次个個件位晚户戶米克斤吨噸升]|小时|公")


def spoken(token: str, after: str = "", before: str = "") -> str:
    """A token with its figures written out in characters; `before` and `after` are what stands around it."""
    text = "".join(unicodedata.normalize("NFKC", sign) if _WIDE.match(sign) else sign for sign in token)
    if text in _COUNTRIES and after[:1] == "$":
        return ""
    if text[:1] == "$" and before in _COUNTRIES:
        text = before + text
    if re.match(r"@\w+\.", text) and before[-1:].isalnum():
        text = "at " + text[1:]
    if text.strip("，。") == "/" and before[-1:].isalnum() and _EACH.match(after):
        return "每"
    if re.match(r"[千百十]?[万亿]", text) and (coin := re.search(r"([¥￥$€£])\s?\d[\d,.]*$", before)):
        return re.sub(r"^[千百十]?[万亿]", lambda found: found[0] + _MONEY[coin[1]], text)
    text = re.sub(r"(?<=[^\W\d])\+$", "加", text) if after[:1].isalpha() else text
    text = _ADDRESS.sub(_address, text)
    text = re.sub(r"(?i)\bno\.\s?(?=\d)", "第", text)
    text = re.sub(r"(?<=\d)[★⭐]", "星", text)
    text = re.sub(r"[★⭐☆]+", lambda found: f"{mandarin(len(found[0]))}星", text)
    text = _UNIT.sub(lambda found: found[1] + _MEASURES[found[2]], text)
    text = re.sub(r"(?i)(?<![\d.])(\d{3,4})p\b", lambda found: mandarin_digits(found[1]) + "P", text)
    text = re.sub(r"(?<=\d)[-–~～]$", "到", text) if after[:1].isdigit() else text
    text = re.sub(
        r"(?<=[%％])[-–~～](?=\d|$)", lambda found: "到" if found.end() < len(text) or after[:1].isdigit() else "", text
    )
    said = _FIGURE.sub(lambda found: _figure(found, text[found.end() :] + after), text)
    return _SIGN.sub(lambda found: _SIGNS[found[0]], said)


def _address(found: re.Match[str]) -> str:
    """example.com/docs → example点com斜杠docs; a name with a version in it is none."""
    if not re.search(r"[A-Za-z]{2,}$", found[1]) or re.fullmatch(r"[vV]?[\d.]+[A-Za-z]*", found[1]):
        return found[0]
    path = "".join(f"斜杠{part}" for part in (found[2] or "").strip("/").split("/") if part)
    return (found[1] + path).replace(".", "点")


def _figure(found: re.Match[str], behind: str) -> str:
    caught = found.groupdict()
    if caught["date"]:
        return f"{mandarin_digits(caught['y'])}年{mandarin(int(caught['m']))}月{mandarin(int(caught['d']))}日"
    if caught["month"]:
        return f"{mandarin_digits(caught['of'])}年{mandarin(int(caught['only']))}月"
    if caught["phone"]:
        return ("加" if found[0][0] == "+" else "") + mandarin_digits(found[0]).replace("一", "幺")
    if caught["share"]:
        rate = caught["rate"]
        return ("负" if rate[0] in "-−" else "") + "百分之" + mandarin_decimal(rate.lstrip("-−"))
    if caught["per"]:
        top, bottom = int(caught["top"]), int(caught["bottom"])
        return f"{mandarin(bottom)}分之{mandarin(top)}" if 0 < top < bottom else f"{mandarin(top)} {mandarin(bottom)}"
    if caught["mixed"]:
        return (f"{mandarin(int(caught['ones']))}又" if caught["ones"] else "") + _PARTS[caught["vulgar"]]
    if caught["clock"]:
        return _clock(int(caught["hour"]), int(caught["minute"]), caught["second"])
    if caught["ratio"]:
        return f"{mandarin(int(caught['one']))}比{mandarin(int(caught['other']))}"
    if caught["money"]:
        unit = _COUNTRIES.get(caught["country"] or "", _MONEY[caught["coin"]])
        scale = caught["scale"] or ""
        bare = "" if re.match(r"[千百十]?[万亿]", behind) else unit
        return mandarin_decimal(caught["sum"]) + _SCALES.get(scale.lower(), scale) + bare
    if caught["range"]:
        return f"{_number(caught['from'], behind)}到{_number(caught['to'], behind)}"
    if caught["version"]:
        return "点".join(mandarin(int(part)) for part in found[0].split("."))
    cold = behind[:1] in {"度", "℃"} or behind.startswith("摄氏")
    minus = ("零下" if cold else "负") if caught["minus"] else ""
    return minus + _number(caught["number"], behind) + ("多" if caught["more"] else "")


def _clock(hour: int, minute: int, second: str | None) -> str:
    said = ("两" if hour == 2 else mandarin(hour)) + "点"
    if minute or second:
        said += ("零" if 0 < minute < 10 else "") + mandarin(minute) + "分"
    return said + (mandarin(int(second)) + "秒" if second else "")


def _number(text: str, behind: str) -> str:
    bare = text.replace(",", "").rstrip(".")
    if "." in bare:
        return mandarin_decimal(bare)
    if (bare.startswith("0") and len(bare) > 1) or (len(bare) == 4 and behind[:1] == "年") or len(bare) > 10:
        return mandarin_digits(bare)
    if len(bare) == 2 and bare[1] in "05" and re.match(r"[后後](?![退面来來天])", behind):
        return mandarin_digits(bare)
    if bare == "2" and behind[:1] and behind[0] in _PAIRS and not behind.startswith("年级"):
        return "两"
    return mandarin(int(bare))
