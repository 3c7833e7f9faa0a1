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
_OLD += "訴倆吳嘆戀擔擾櫥潔產紹給維說請謂讓貓賞跡適鄰閣險顧鬥"
_NEW += "诉俩吴叹恋担扰橱洁产绍给维说请谓让猫赏迹适邻阁险顾斗"
_OLD += "樂術實當觀談識銷戲書藝親話誰遊達錢學舉紙紅舊萬補愛東車門風飛馬華葉鋪閃養灣繞讚贈"
_NEW += "乐术实当观谈识销戏书艺亲话谁游达钱学举纸红旧万补爱东车门风飞马华叶铺闪养湾绕赞赠"
_OLD += "煩勞幫謝覺聯係喚劃網場練組終級約細統維詞話該詳語說課護讀較輪適遲鎖閱隊電頂項順領頻題願類驟齊傾"
_NEW += "烦劳帮谢觉联系唤划网场练组终级约细统维词话该详语说课护读较轮适迟锁阅队电顶项顺领频题愿类骤齐倾"
_OLD += "價傳別刪動協問國報夠夾寫審屬幀幾廣強態慣憑掃換損擊據擬擺數斷暫條構機沒準濃瀏獨獲環疊盤確碼稱穩筆節擰"
_NEW += "价传别删动协问国报够夹写审属帧几广强态惯凭扫换损击据拟摆数断暂条构机没准浓浏独获环叠盘确码称稳笔节拧"
_OLD += "範糾純級緊績織繪習蓋號裝複規計許註詢財貨趕輔辦郵鄉錯鐘門隨險響頓飽髮驗離難雜寧徑從歷簽籤齡體遠儘盡圖"
_NEW += "范纠纯级紧绩织绘习盖号装复规计许注询财货赶辅办邮乡错钟门随险响顿饱发验离难杂宁径从历签签龄体远尽尽图"
_OLD += "腳臺詢嘗劇詩幾顏齣說縮"
_NEW += "脚台询尝剧诗几颜出说缩"
_OLD += "啓裏裡滿運資產媒體賬雲專案項見彈窗鐘鏈緩衝圓亮實際擁擇觸碰鬆釋張達帶極簡顯"
_NEW += "启里里满运资产媒体账云专案项见弹窗钟链缓冲圆亮实际拥择触碰松释张达带极简显"

_OLD += "義眾員喲獎賓師異懇揮撿撥畢淚積綱絡緒綠薦訂議講訪敗遞鑒鑑鉤鉛錨駕齒勢參屆殘觀燈飛彈戲電腦績總紅藍風愛廣寶圍團歡櫃滾燒礙禮縱繞襯證譯賞軟辭鄰釘鋪銳閃閒陽階霧韓顧館騎鮮鳥麥黃隨髮髒"
_NEW += "义众员哟奖宾师异恳挥捡拨毕泪积纲络绪绿荐订议讲访败递鉴鉴钩铅锚驾齿势参届残观灯飞弹戏电脑绩总红蓝风爱广宝围团欢柜滚烧碍礼纵绕衬证译赏软辞邻钉铺锐闪闲阳阶雾韩顾馆骑鲜鸟麦黄随发脏"
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

HOMOPHONES = {  # typed by sound with the wrong character, or with a kana lost → as meant
    "点机": "点击", "點機": "点击", "点及": "点击", "點及": "点击", "点级": "点击", "點级": "点击", "点急": "点击",
    "双机": "双击", "雙機": "双击", "右机": "右击", "导处": "导出", "导初": "导出", "汇处": "导出", "匯處": "导出",
    "预揽": "预览", "預攬": "预览", "预缆": "预览", "予览": "预览", "预懒": "预览", "下栽": "下载", "下戴": "下载", "下載載": "下载",
    "托拽": "拖拽", "托动": "拖动", "托動": "拖动", "拖东": "拖动", "脱动": "拖动", "保寸": "保存", "按扭": "按钮",
    "按纽": "按钮", "按紐": "按钮", "积份": "积分", "积芬": "积分", "面版": "面板", "时间抽": "时间轴", "时间粥": "时间轴",
    "時間抽": "时间轴", "事件轴": "时间轴", "采单": "菜单", "滑快": "滑块", "工具拦": "工具栏", "侧边拦": "侧边栏",
    "タイムラン": "タイムライン", "エクスポト": "エクスポート", "クリク": "クリック", "ドラック": "ドラッグ",
    "ダウンロド": "ダウンロード", "アプロード": "アップロード", "プレビユー": "プレビュー",
}  # fmt: skip
NOT_HOMOPHONES = "[场場票会會器构構制床身油灵靈クス]"  # 点机场 (地点机场), ドラックス: right as they are

_TYPED = (
    "click press select choose export download upload preview timeline panel button inspector library toolbar toggle "
    "sidebar credits billing account balance switch handle slider settings corner scrub please dashboard inspect "
    "navigate render import reorder rearrange resize regenerate playhead title captions subtitles double effects volume"
)
_SHORT = "open drag drop save trim menu edit just your this with when want then right simply ready"
_REAL_WORDS = (  # right as they are, however near to one of the above
    "lick clock cluck flick clack elect chose pane goggle lease pleas setting credit slide sider glider balances slicer "
    "important imports impart reports expert elects inspects accounts accost candle bandle witch handles hands spider "
    "doble edits diet tile tite tiles titles troubles doubles effect volumes caption affects title subtitle corer coner "
    "cornet cations scrubs menus opens drags drops saves trims tender fender panels presses presse buttons selects "
    "mender sender clic"
)
_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BY_HAND = {
    "btn": "button", "btns": "buttons", "dat": "that",
    "hte": "the", "jsut": "just", "juts": "just", "jus": "just", "wich": "which", "abov": "above", "taht": "that", "wiht": "with", 
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
