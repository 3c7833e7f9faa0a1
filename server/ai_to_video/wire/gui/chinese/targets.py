"""Chinese: things of the editor that can be named, and what an act is for. Data."""

from ai_to_video.wire.gui.grammar import Target

TARGETS: tuple[Target, ...] = (
    Target(
        "playhead",
        r"(?:(?<=请)|(?<=可以)|(?<=先))拖到 ?\d{1,2}:\d\d|播放头|播放指针|时间指针|进度条|游标|指针|playhead",
    ),
    Target(
        "upload_place",
        (
            "[左右](?:侧|边|上角|下角)的?[^，。；]{0,8}(?:上传|导入)|上传(?:按钮|图标|区域?|入口|面板|"
            "框|键|窗口|页面|功能|选项|标签页?|分页|栏)|导入(?:按钮|图标|入口|面板|选项)|添加(?:素材|"
            "媒体|文件|附件)(?:按钮|图标)?|(?:点击|点选|点|单击|按|选择|“)[ ]?(?:上传|导入|汇入|添加)|"
            r"附件(?:按钮|图标)|回形针|回纹针|曲别针|加号|(?<![a-z])\+(?!\d| ?[a-z]\b)|upload(?: button|"
            " area| panel)|(?:点击|tap|click) ?upload"
        ),
    ),
    Target("media", "(?:素材|媒体|资源|资产|文件)(?:面板|库|栏|区域?)|media (?:panel|library)"),
    Target(
        "media_into",
        "(?:到|入|进|至)[^，。；从]{0,6}(?:素材|媒体|资源|资产|文件)(?:面板|库|栏|区域?)|(?:到|入|进|至)(?:这个|此|本|该|当前|浏览器)?(?:窗口|视窗|聊天|对话)",
    ),
    Target(
        "upload",
        (
            r"上传|导入|汇入|添加(?:素材|媒体|文件)|附件|回形针|回纹针|曲别针|加号|(?<![a-z])\+(?!\d| "
            r"?[a-z]\b)|\bupload\b|\bimport\b|attach"
        ),
    ),
    Target("playkey", "播放(?:按钮|键|图标|钮|控件)|空格键?|空白键|预览(?:按钮|键|图标)|play(?:button)?"),
    Target(
        "play",
        (
            "播放(?!器|窗|头|指针)(?:按钮|键|图标|钮|控件)?|空格键?|空白键|预览(?!窗|区|面板|界面|框|"
            r"画面|图)(?:按钮|键|图标)?|三角(?:按钮|形|图标)|\bplay\b|\bpreview\b(?! (?:window|panel))"
        ),
    ),
    Target(
        "player",
        (
            "预览(?:窗口?|区域?|面板|界面|框|画面|器|模式|页面?)|播放(?:器|窗口|界面|区)(?!(?:的|"
            "正)?(?:上|下|旁|左|右))|监视器|全屏|player|preview (?:window|panel|pane)|viewer"
        ),
    ),
    Target(
        "credits",
        (
            "积分|余额|账户|账号|账单|充值|储值|额度|点数|订阅|套餐|会员中心|个人中心|用户中心|头像|"
            "钱包|credits?|account|billing|balance|top ?up"
        ),
    ),
    Target(
        "export_place",
        (
            "(?:导出|下载|保存|汇出|储存|分享|发布)(?:按?钮|图示|图标|键|菜单|面板|选项|页面|窗口|入口|"
            "对话框|功能)|(?:点击|点选|点|单击|按|选择|选)[ ]?[^，。；]{0,10}?(?:导出|下载|保存|汇出|"
            "储存)|export (?:button|menu|panel|tab)|>|(?:文件|档案)(?=菜单|选单|里|中)"
        ),
    ),
    Target("corner", "右上角|左上角|右下角|工具栏|顶部|菜单|顶栏|上方|底部"),
    Target(
        "export",
        (
            r"导出|汇出|下载|保存|储存|另存|分享|发布|渲染|输出|\bexport\b|\bdownload\b|\bsave\b|"
            r"\bshare\b|\brender\b"
        ),
    ),
    Target(
        "edit",
        (
            "重新生成|再次生成|删除|分割|拆分|复制|撤销|撤回|重做|应用|生成|确定|确认|替换|裁剪|静音|"
            "完成|剪切|重试|套用|还原|旋转|翻转|倒放|变速|编辑|重命名|修改|更换|剪刀|铅笔|垃圾桶|"
            r"(?:ctrl|cmd|command|control) ?\+ ?[zyxcvd]\b|regenerate|delete|split|replace|apply|undo|"
            "duplicate|trim"
        ),
    ),
    Target("control", "{control}"),
    Target("named", r"(?:打开|进入|切换到|点开)\ue000"),
    Target("panel", "(?:{panel})(?!讨论|嘉宾|师傅)"),
    Target("timeline", "{timeline}"),
    Target("button", "按钮|图标|图示|按键|入口|选项|button"),
    Target("clip", r"{clip}|\ue003"),
)

PURPOSES: tuple[Target, ...] = (
    Target("credits", "充值|购买积分|购买|续费|升级|查看(?:剩余|当前|您的)?(?:积分|余额|额度|点数)"),
    Target("media", "(?:素材|媒体|资源|资产|文件)(?:面板|库|栏|区域?)|media (?:panel|library)"),
    Target("media_into", "(?:到|入|进|至)[^，。；从]{0,6}(?:素材|媒体|资源|资产|文件)(?:面板|库|栏|区域?)"),
    Target(
        "upload",
        "上传|导入|汇入|添加(?:您的|自己的|本地|素材|图片|照片|文件|视频|音频)|选择(?:图片|文件|照片)",
    ),
    Target("export", "导出|下载|保存|输出|储存|汇出|获取成片|拿到"),
    Target("preview", "预览|播放|试听|试看|观看|看效果|查看效果|听"),
    Target(
        "edit",
        (
            "调整|修改|更改|更换|替换|改|移动|裁剪|缩短|延长|调节|编辑(?!器|区|面板|页|界面)|微调|删除|"
            "换|设置|重新|添加|增加|切换|关闭|静音|变速"
        ),
    ),
    Target("inspect", "查看|看|检查|浏览|了解|确认|核对|对比|找"),
)
