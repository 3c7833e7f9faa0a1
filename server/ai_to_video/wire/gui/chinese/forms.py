"""Chinese, in simplified characters (the view turns the others): the ways to ask, in the order they are tried. Data; each with its own examples."""

from ai_to_video.wire.gui.grammar import Form

FORMS: tuple[Form, ...] = (
    Form(
        "drag",
        (
            "拖拽|拖动|拖曳|拖放|拖移|拖到|拖至|拖入|拖进|拖去|拖往|拖(?=[高低近远大小开])|拖过去|拖过来|"
            "(?<=直接)拖|拖回|拖长|拖短|拖(?=一下|着|一拖|拽|拉|动|上|下)|拖(?=.{1,12}(?:到|至|去))|"
            r"拖(?= ?\d)|(?<=[前后左右上下])拖|拉动|拉长|拉到|滑动|\bdrag(?:ging)?(?: and drop)?\b|"
            r"\bdrop\b"
        ),
        examples=("请拖拽片段的右边缘。", "把第 2 段拖到最前面即可。", "請將音軌拖曳到最前面。"),
        never=("我把字幕拖到了下方。", "第一幕展示了用户拖拽图标的过程。"),
    ),
    Form(
        "point",
        (
            "连按两下|点两下|右键点击|右键单击|右键双击|右键|鼠标右键|点击|点选|点按|单击|双击|右击|左击|轻点|轻触|轻按|"
            "点一下|点下|点点|点开(?!.{0,12}(?:面板|菜单|页|栏))|点(?={clip})|点(?=[ "
            r"“「\"【\ue000右左上下顶底导播预上重这那该此它第某任生]|开始|保存|下载|完成|确|应用|更多|"
            "齿轮|加号|一点|[^，。；]{1,12}(?:按钮|图标|标签|键|入口|菜单|选项))|按下|按一下|按住|"
            r"按(?=空格|播放|回车|[ “「【\ue000]|[a-z]|导出|这个|右上|键|上传|删除)|长按|勾选|敲(?=一下|"
            r"空格|回车)|戳(?=一下|右|这)|\b(?:double-?|right-?)?click(?: on)?\b|\btap\b|\bpress\b|\bhit\b"
        ),
        examples=("请点击右上角导出。", "您可以点击导出按钮下载。", "麻烦您点一下右上角的导出。"),
        never=(
            "画面中，女孩点击手机屏幕。",
            "我已经点击导出。",
            "点击率上升了 12%。",
            "加入了一个鼠标点击音效。",
        ),
    ),
    Form(
        "credits",
        (
            "(?:查看|查询|查|看|看看|核对|前往|到|去|至|进入|打开|check|管理|确认|了解|访问|登录|view|"
            "see|open)(?:一下)?[^，。；]{0,14}?(?:积分|余额|账户|账号|账单|额度|点数|充值|储值|订阅|套餐|"
            "会员中心|个人中心|用户中心|钱包|credits?|balance|account|billing)|(?:在|到|去|于|至|从|"
            "通过)[^，。；]{0,10}(?:账户|账号|账单|充值|订阅|套餐|会员中心|个人中心|用户中心|钱包|"
            "头像)[^，。；]{0,10}(?:查看|查询|看|核对|充值|储值|购买|管理|确认|升级)"
        ),
        examples=("请到账户页面查看。", "请前往充值页面购买。", "可在账户中心查看余额。"),
        never=("剩余积分 60，足够再做一次编辑。",),
    ),
    Form(
        "go",
        r"打开|开启|进入|前往|切换到|切换至|切到|转到|跳转到|展开|调出|唤出|点开|返回|访问|呼出|移步",
        needs="panel timeline player export_place upload_place credits named",
        examples=("请打开样式面板。", "请展开侧边栏查看。", "打开媒体面板上传照片即可。"),
        never=("请打开冰箱拿出牛奶。",),
    ),
    Form(
        "upload",
        r"上传|导入|汇入|添加|加入|附上|选择|选取|放入|放到|加|传入|\bupload\b|\badd\b",
        needs="upload_place media here own_place",
        examples=("请用上传按钮添加照片。", "您可以在媒体面板中上传照片。"),
        never=("请上传一张 logo。", "加入了“下集预览”字幕。"),
    ),
    Form(
        "preview",
        r"预览|预看|\bpreview\b",
        examples=("可在时间轴预览。", "请先预览效果。"),
        never=("片尾加入了“下集预览”字幕。", "预览图里的咖啡师站在左侧。"),
    ),
    Form(
        "preview",
        (
            "播放(?:一遍|一次|一下|看看)?|回放|重播|观看|查看|试听|试看|看一遍|看一下|看看|看(?=效果|"
            r"成片|整体)|检查|审阅|欣赏|听一听|听听|收听|确认|浏览|过一遍|收看|体验|\bplay\b|\bwatch\b|"
            r"\breview\b|\bcheck\b"
        ),
        needs="player timeline playhead playkey watched",
        examples=("您可以先在预览窗口中播放一遍。", "请在时间轴上检查剪辑点。"),
        never=("本片在影院播放。",),
    ),
    Form(
        "export",
        (
            "导出|汇出|输出(?=视频|成片|为|mp4|到)|下载|保存|储存|另存|存(?=到|为|下来)|渲染(?=输出|导出|"
            r"成)|\bexport\b|\bdownload\b|\bsave\b"
        ),
        needs="asked export_place corner",
        examples=("如果满意，就可以导出了。", "请直接导出视频。", "成片可在右上角导出。"),
        never=("导出已完成。", "本次导出失败。", "视频已保存。"),
    ),
    Form(
        "go",
        (
            "打开|开启|进入|前往|切换到|切换至|切换|切到|转到|跳转到|跳到|"
            "(?<![调拖移改放提降升加减到直等达遇感听看说拿得找])到|(?<![过出回下上])去|"
            r"(?<![调移拖甚直以])至|展开|调出|唤出|点开|返回|回到|来到|访问|收起|拉出|呼出|移步|\bopen\b|"
            r"\bgo to\b|\bswitch to\b"
        ),
        needs="panel timeline player export_place upload_place credits named",
        examples=("请打开样式面板。", "打开 Style panel 可以换 filter。", "切换到图层面板即可。"),
        never=("请打开冰箱拿出牛奶。", "镜头进入森林。"),
    ),
    Form(
        "select",
        r"选择|选中|选取|选定|框选|挑选|勾选|选(?=“|\ue000|导出|下)|\bselect\b|\bchoose\b",
        needs="panel edit export_place export timeline control upload_place",
        examples=("请选择“重新生成”。", "请在菜单中选择导出。"),
        never=("请选择您喜欢的结尾。", "选择困难症的朋友会笑。"),
    ),
    Form(
        "use",
        r"使用|利用|借助|通过|用|试试|\buse\b",
        needs="export_place upload_place playkey player control panel button",
        examples=("请使用音量滑块调节。", "通过上传按钮添加即可。"),
        never=("请用一句话描述风格。",),
    ),
    Form(
        "edit",
        (
            "调整|修改|更改|更换|替换|改变|改为|改成|改|移动|移到|移至|裁剪|剪裁|剪切|剪短|缩短|延长|"
            "拉长|调节|编辑(?!器|区|面板|页|界面)|微调|细调|删除|删掉|去掉|重命名|静音|变速|旋转|缩放|"
            "设置(?!里|中|面板|页|项|菜单|界面|选项|内)|换成|换|排序|重新排列|重排|添加|增加|调(?=高|低|"
            "大|小|一下|节|整|到|至|成|为)|切割|分割|设定|校正|自定义|关闭|启用|操作|应用|控制(?!台|点|"
            r"面板)|完成|对齐|\bedit\b|\btrim\b|\badjust\b|\bchange\b"
        ),
        needs="control panel timeline hands",
        examples=("标题位置可以在检查器里调整。", "您可以用滑块调节音量。"),
        never=("请告诉我要修改哪里。", "节奏可以调整得更快。"),
    ),
    Form(
        "edit",
        "(?:剪辑|编辑|修改|调整|微调)(?:视频|成片|片段)?(?=$|[，。])",
        needs="invited",
        examples=("您可以预览、剪辑或导出视频。",),
    ),
    Form(
        "see",
        (
            "查看|找到|看到|浏览|检查|了解|看|参考|核对|确认|对比|查找|搜索|翻看|获取|查阅|查到|挑选|"
            r"选择|选用|试用|发现|看见|\bsee\b|\bfind\b|\bcheck\b"
        ),
        needs="panel",
        examples=("可在左侧媒体库中查看。", "更多滤镜可以在样式面板里找到。"),
        never=("您可以看到标题在画面右上角。",),
    ),
)

# Found anywhere in a clause, behind a subject of its own.
STATEMENTS: tuple[Form, ...] = (
    Form(
        "place",
        "(?:导出|下载|保存|上传|播放|预览|汇出|储存)(?:按钮|按键|选项|图标|键|入口)(?:就|都|位)?(?:在|于)",
        examples=("导出按钮就在右上角。",),
        never=("画面里的播放按钮在中央。",),
    ),
    Form(
        "credits",
        "(?:积分|余额|点数|额度)[^，。；]{0,10}?(?:显示|列|可见)(?:在|于)",
        needs="panel credits",
        examples=("积分剩余数量显示在控制台顶部。",),
    ),
    Form(
        "place",
        r"(?:成片|视频|文件|影片)(?:就|都)?(?:在|位于|存在|保存在|放在)[^，。；]{0,10}?(?:{panel})",
        needs="panel",
        examples=("成片就在左侧栏里。",),
        never=("视频在草原上开场。",),
    ),
    Form(
        "place",
        (
            "(?:更多|其他|其它|所有|全部|完整|详细)[^，。；]{0,16}?(?:都|均|就|则)?(?:在|位于|见|收录在|"
            "列在|存放在|放在)[^，。；]{0,12}?(?:{panel})"
        ),
        needs="panel",
        examples=("更多滤镜都在样式面板里。",),
        never=("更多观众在现场。",),
    ),
)
