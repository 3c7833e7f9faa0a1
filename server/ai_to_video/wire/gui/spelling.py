"""How a word may be spelled: traditional and Japanese characters on one form, typing slips on the word meant. Data."""

from functools import cache

_OLD = "點擊開啟關閉選擇拖曳匯匯出預覽儲檔時間軸線視頻導覽庫帳戶額載轉換調節濾鏡標題軌頭後則請將從邊緣進這裡區塊鈕圖層單雙鍵記長導"
_NEW = "点击开启关闭选择拖曳汇汇出预览储档时间轴线视频导览库帐户额载转换调节滤镜标题轨头后则请将从边缘进这里区块钮图层单双键记长导"
_OLD += "滑動製畫麵面還過動樣籤頁側欄購買點數餘額費確認應訊傳連結與為並們來個會對當現種經條處須試聽聲續給讓請變擴"
_NEW += "滑动制画面面还过动样签页侧栏购买点数余额费确认应讯传连结与为并们来个会对当现种经条处须试听声续给让请变扩"
_OLD += (
    "選択開設時間動画書戻様無顔気楽録軽読込設確認検査関総続縮増進編輯剪輯輸寬檢討論體驗壓縮嗎麼樣妳您無需貼紙誤僅隨靜錄"
)
_NEW += (
    "选択开设时间动画书戻样无颜气乐录轻读込设确认检查关总续缩增进编辑剪辑输宽检讨论体验压缩吗么样你您无需贴纸误仅随静录"
)
_OLD += "啓裏裡滿運資產媒體賬雲專案項見彈窗鐘鏈緩衝圓亮實際擁擇觸碰鬆釋張達帶極簡顯"
_NEW += "启里里满运资产媒体账云专案项见弹窗钟链缓冲圆亮实际拥择触碰松释张达带极简显"

OLD_TO_NEW: dict[str, str] = {old: new for old, new in zip(_OLD, _NEW, strict=True) if old != new}
OLD_TO_NEW |= {
    "迴": "回",
    "紋": "纹",
    "針": "针",
    "於": "于",
    "帐": "账",
    "帳": "账",
    "透": "通",
    "桿": "杆",
    "鼠": "鼠",
    "標": "标",
    "兩": "两",
    "視": "视",
    "窗": "窗",
    "鈕": "钮",
}

_TYPED = (
    "click press select choose export download upload preview timeline panel button inspector library toolbar toggle "
    "sidebar credits billing account balance switch handle slider settings corner scrub please dashboard inspect "
    "navigate render import reorder rearrange resize regenerate playhead title captions subtitles double effects volume"
)
_SHORT = "open drag drop save trim menu edit"
_REAL_WORDS = (  # right as they are, however near to one of the above
    "lick clock cluck flick clack elect chose pane goggle lease pleas setting credit slide sider glider balances slicer "
    "important imports impart reports expert elects inspects accounts accost candle bandle witch handles hands spider "
    "doble edits diet tile tite tiles titles troubles doubles effect volumes caption affects title subtitle corer coner "
    "cornet cations scrubs menus opens drags drops saves trims tender fender panels presses presse buttons selects "
    "mender sender clic"
)
_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BY_HAND = {
    "hte": "the", "taht": "that", "wiht": "with", 
    "exoprt": "export", "exprort": "export", "clcik": "click", "cilck": "click", "clikc": "click", "ckick": "click",
    "dwonload": "download", "downlaod": "download", "donwload": "download", "dowload": "download",
    "tiemline": "timeline", "timelien": "timeline", "time-line": "timeline", "preveiw": "preview",
    "priview": "preview", "prewiev": "preview", "prevew": "preview", "libary": "library", "slelect": "select",
    "buttom": "button", "botton": "button", "buton": "button", "pannel": "panel", "pannels": "panels",
    "plese": "please", "pelase": "please", "pleaes": "please", "drage": "drag", "darg": "drag", "opne": "open",
    "opem": "open", "uplaod": "upload", "upolad": "upload", "acount": "account", "ballance": "balance",
    "bilings": "billing", "cliick": "click", "clik": "click", "cick": "click", "klick": "click",
    "pres": "press", "presss": "press", "exprot": "export", "expotr": "export", "exort": "export",
    "scurb": "scrub", "setings": "settings", "settigns": "settings", "corener": "corner", "conrer": "corner",
    "simpley": "simply", "simpy": "simply", "yuo": "you", "thier": "their", "teh": "the", "adn": "and",
}  # fmt: skip


@cache
def slips() -> dict[str, str]:
    """Words as they are mistyped → as they are meant: neighbours swapped, a letter lost, doubled or one key off."""
    found: dict[str, str] = {}
    for word in _SHORT.split():
        found |= dict.fromkeys((*_swapped(word), *_doubled(word)), word)
    for word in _TYPED.split():
        found |= dict.fromkeys((*_swapped(word), *_doubled(word), *_lost(word), *_one_key_off(word)), word)
    right = {*_TYPED.split(), *_SHORT.split(), *_REAL_WORDS.split()}
    return {slip: word for slip, word in (found | _BY_HAND).items() if slip not in right or slip in _BY_HAND}


def _swapped(word: str) -> list[str]:
    return [word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)]


def _doubled(word: str) -> list[str]:
    return [word[:i] + word[i] + word[i:] for i in range(len(word))]


def _lost(word: str) -> list[str]:
    return [word[:i] + word[i + 1 :] for i in range(1, len(word))]


def _one_key_off(word: str) -> list[str]:
    return [word[:i] + key + word[i + 1 :] for i in range(1, len(word)) for key in _neighbours(word[i])]


def _neighbours(letter: str) -> str:
    for number, row in enumerate(_KEYBOARD):
        at = row.find(letter)
        if at >= 0:
            beside = row[max(at - 1, 0) : at + 2].replace(letter, "")
            above = _KEYBOARD[number - 1][at : at + 2] if number else ""
            below = _KEYBOARD[number + 1][max(at - 1, 0) : at + 1] if number < 2 else ""
            return beside + above + below
    return ""
