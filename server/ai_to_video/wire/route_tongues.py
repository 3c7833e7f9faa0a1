"""Whole-request forms in Chinese, Japanese and Spanish. Data only; see route_words.py for how they are read.

Chinese may be written in either script here and there; it is compared in the new one.
"""

from ai_to_video.wire.route_plain import FILE
from ai_to_video.wire.route_words import Form

TONGUE_WORDS = {
    "z_ask": r"请问|请|麻烦你|麻烦您|麻烦|劳驾|拜托|帮我|帮忙|帮|给我|为我|替我|可以|可不可以|能不能|能否|可否|你能|能|我想要|我想|我要|我需要|"
    r"想要|想|需要|要|怎么样才能|怎么才能|怎么|怎样|如何|现在|直接|立刻|立即|马上|赶快|赶紧|快点|快|好的|做好了|完成了|弄好了|好了之后|好了|好|行|嗯|okay|ok|那么|那就|那|就|"
    r"最后|然后|接着|并且|并|再|完成之后|完成后|做完之后|做完后|做完|做好后|做好之后|生成后|弄好后|剪完后|之后|后|你|您|先|不错|很好|太好了|完美|"
    r"可以了|没问题|满意|只要|只|仅|谢谢|重新|在哪里|在哪",
    "z_film": r"短视频|视频文件|视频|影片|短片|成片|片子|成品|作品|文件|档案|动画|影像|音频|声音|音轨|封面图|封面|缩略图|它|这个|那个|这|该|我的|最终版|"
    r"最终|最后的|完整版|完整|整个|全部|所有|(?:做好|剪好|剪辑好|渲染好|弄好|生成|完成|刚才|刚刚)的|最新|当前|版本|版|项目|下载链接|下载地址|链接|结果|的|新",
    "z_tail": r"{fmt}|{res}|{z_film}|一下|出来|出去|下来|一份|一版|个|来|到(?:我的)?(?:桌面|电脑|手机|本地|相册|硬盘)(?:上|里)?|到|成|为|以|用|按|格式|"
    r"分辨率|解析度|清晰度|画质|高清|超清|最高|原|质量|规格|给我|发给我|发我|吧|吗|嘛|么|呢|呀|啊|哦|啦|非常感谢|谢谢你|谢谢您|谢谢|谢了|感谢|多谢|"
    r"好吗|好不好|可以吗|行吗|行不行|拜托了|拜托|辛苦了|辛苦|麻烦了|再一次|一次|再|现在|马上|和|并|然后|就行|就好|即可|就可以了|就可以|了谢谢",
    "z_sent": r"发送给我|发给我|传给我|发我|传我|发过来|发来|交给我",
    "z_credit": r"积分|余额|点数|额度|credits?|信用点",
    "z_file": r"一个|一张|一段|一些|几个|几张|个|张|些|文件|档案|视频|影片|图片|照片|相片|素材|音频|音乐|logo|标志|文档|资料|录音|脚本|文本|附件|我的|这个|"
    rf"这张|这些|新的|新|的|本地|自己|东西|内容|到项目|{FILE}[a-z]+[34]?|{{fmt}}",
    "j_open": r"じゃあ|では|それでは|次に|最後に|そして|それから|すみません|はい|今すぐ|すぐに|ok",
    "j_film": r"この|その|今の|完成した|最終版|最終|動画ファイル|動画|ビデオ|映像|ファイル|作品|これ|それ|プロジェクト|音声|だけ|を|は|も|の",
    "j_how": r"{fmt}|{res}|として|形式|で|に|を",
    "j_end": r"してください|して下さい|してくれますか|してもらえますか|したいです|したい|できますか|する|して|ください|下さい|くれますか|もらえますか|いただけますか|"
    r"お願いします|お願い|ちょうだい|ありがとうございます|ありがとう|です|ます|たい|ね|よ|か",
    "s_open": r"por favor|puedes|podrias|puede|podria|puedo|se puede|quiero|quisiera|me gustaria|necesito|ahora|ya|luego|"
    r"despues|y|entonces|ok|vale|bien|perfecto|gracias|genial|hola|vamos a|finalmente|por ultimo|como puedo|como|donde",
    "s_thing": r"{fmt}|{res}|el|la|los|mi|este|esta|un|una|lo|videos?|archivo|pelicula|clip|enlace|final|terminado|listo|"
    r"completo|en|como|a|con|formato|calidad|alta|maxima|resolucion|por favor|gracias|muchas|ahora|cuando este|cuando|"
    r"para mi|otra vez|de nuevo|ya|audio|solo",
}

TONGUES: tuple[Form, ...] = (
    Form(
        "export",
        "",
        r"(?:{z_ask})*+(?:(?:把|将)?(?:{z_film})++(?:{z_ask})*+)?(?:导出|汇出|下载|保存|储存)(?:{z_tail})*+",
        ("导出", "导出1080p的MP4", "匯出影片", "请帮我导出视频", "帮我把视频导出来"),
        ("导出业务介绍视频", "下载速度", "不要导出", "下载按钮"),
        tight=True,
    ),
    Form(
        "export",
        "",
        r"(?:{z_ask})*+(?:(?:把|将)?(?:{z_film})++(?:{z_ask})*+)?(?:输出|渲染)(?=.*(?:视频|影片|成片|{fmt}|{res}))(?:{z_tail})*+",
        ("輸出影片", "渲染成1080p的mp4"),
        ("渲染一片海",),
        tight=True,
    ),
    Form(
        "export",
        "",
        r"(?:(?:{z_ask})*+(?:(?:把|将)?(?:{z_film})++(?:{z_ask})*+)?(?:{z_sent})|(?:把|将)(?:{z_film})++给我)"
        r"(?!一个|个|一段)(?:{z_tail})*+|(?:请|麻烦|直接)?给我(?:最终|完整|做好)?的?(?:视频文件|影片文件|成片|成品|{fmt}|下载链接)(?:{z_tail})*+|(?:现在)?(?:可以|能)(?:导出|下载)了吗?",
        ("把视频发给我", "完成后发给我", "给我视频文件", "把成片发给我"),
        ("发给我一个故事", "给我一个视频"),
        tight=True,
    ),
    Form(
        "credits",
        "",
        r"(?=.*(?:{z_credit}))(?:{z_credit}|{z_ask}|我的|我|账户|账号|当前|目前|还有|还剩下|还剩余|还剩|还|剩下|剩余|剩|可用|总共|一共|有|是|多少|几|个|点|的|查询|"
        r"查看|查一下|查查|查|看看|看一下|看下|看|显示|告诉我|一下|够不够|足够|够|用完|没|了|吗|呢|啊|呀|么|里|情况)++",
        ("积分", "余额", "还剩多少积分", "查一下我的积分", "餘額還有多少"),
        ("积分商城宣传片", "加一个积分榜", "余额不足"),
        tight=True,
    ),
    Form(
        "credits",
        "",
        r"(?!.*(?:讲|介绍|关于|标题|字幕|文案|写|故事)).{0,40}(?:要|花|花费|花了|耗|耗了|用|用了|扣|扣了)掉?多少(?:个|点)?(?:{z_credit}).{0,4}"
        r"|(?:{z_ask})*+(?:充值|(?:购买|买|获取|获得)(?:更多|一些|点)?的?(?:{z_credit}))(?:吗|呢)?",
        ("做一个60秒的视频要多少积分？", "上一个视频用了多少积分", "怎么充值"),
        ("讲一个故事：用户要花多少积分",),
        tight=True,
    ),
    Form(
        "state",
        "",
        r"(?:{z_ask}|显示|查看|查一下|看看|看一下|看下|看|列出|告诉我|汇报一下|汇报|展示)*+"
        r"(?:现在|目前|当前|项目|视频|影片|任务|导出|渲染|上传|下载|生成|制作|的|是|什么|所有|全部|各个|有哪些|有什么|有几条|哪些|我的|整个|最新|一下)*+"
        r"(?:状态|进度|进展|轨道|时间线|时间轴)"
        r"(?:如何|怎么样了|怎么样|怎样了|怎样|到哪了|到哪里了|到哪一步了|到哪|是什么|是多少|呢|吗|啊|吧|了|谢谢|有哪些|有什么|一下|列表|情况|信息)*+",
        ("状态", "現在什麼狀態", "显示轨道", "现在进度如何"),
        ("状态栏改成蓝色", "显示进度条", "时间线宣传片"),
        tight=True,
    ),
    Form(
        "state",
        "",
        r"(?:现在|目前|视频|影片|片子|导出|渲染|上传|下载|我的|你|它|都|已经|是不是|这个|项目|制作|生成|剪辑|做得|做|弄|剪|请问|那|的|是)*+"
        r"(?:(?:什么|啥|咋)样子?了?|怎么?样了?|如何了|什么情况|(?:进行)?到哪(?:里|一步)?了|(?:完成|成功|好|完)?了(?:吗|没有|没)|完成没|了什么)(?:呢|啊|呀)?",
        ("现在什么样了", "做好了吗", "視頻做好了嗎", "做到哪了"),
        ("什么样的猫最可爱",),
        tight=True,
    ),
    Form(
        "upload",
        "",
        r"(?:我有(?:{z_file})*+)?(?:{z_ask})*+(?:(?:把|将)?(?:{z_file})++(?:{z_ask})*+)?上传(?:{z_file}|{z_tail}|点)*+",
        ("上传", "我想上传一个文件", "幫我上傳圖片", "上传logo.png"),
        ("添加上传进度条动画", "上传到抖音"),
        tight=True,
    ),
    Form(
        "export",
        "",
        r"(?:{j_open})*+(?:{j_film}|{j_how})*+(?:書き出し|書き出し?て|書き出す|書き出(?=し)|出力|エクスポート|ダウンロード|保存|(?<=を)送って)"
        r"(?:{j_end}|{j_how})*+",
        ("書き出して", "動画を書き出してください", "エクスポート", "MP4で書き出して", "動画を送って"),
        ("書き出しについての動画を作って", "ダウンロードボタンを追加"),
        tight=True,
    ),
    Form(
        "credits",
        "",
        r"(?=.*(?:クレジット|残高))(?:クレジット|残高|今の|現在の|残りの?|私の|アカウント|利用可能な|の|は|が|あと|いくつ|いくら|どれくらい|どのくらい|残って|います|いる|"
        r"ありますか|ある|を?教えて|を?確認|{j_end})++",
        ("クレジット", "残高", "残りのクレジットは？"),
        ("エンドクレジットを追加", "クレジットを追加"),
        tight=True,
    ),
    Form(
        "state",
        "",
        r"(?:今の?|現在の?|動画の?|プロジェクトの?|書き出しの?)*+(?:ステータス|状態|状況|進捗|進行状況|進み具合|トラック|タイムライン)"
        r"(?:一覧|表示|見せて|教えて|確認|どう|を|は|の|{j_end})*+"
        r"|(?:今|現在|動画|ビデオ|書き出し|もう|は|の)*+(?:どうなって(?:いる|る|います|ます)|どんな感じ|どこまで(?:できた|進んだ|できました)|できた|できました|"
        r"完成しました|終わりました)(?:ですか|か|の)?",
        ("ステータス", "進捗", "トラックを表示", "今どうなってる？"),
        ("ステータスバーを青くして",),
        tight=True,
    ),
    Form(
        "upload",
        "",
        r"(?:ファイル|動画|画像|写真|ロゴ|音楽|素材|この|私の|を)*+アップロード(?:{j_end}|方法|は|どう|すれば|いい|の)*+",
        ("アップロード", "ファイルをアップロードしたい"),
        ("アップロードのアニメーション",),
        tight=True,
    ),
    Form(
        "export",
        "",
        r"(?:(?:{s_open}) )*+(?:exportar?|exporte|exporta(?:r?l[oa]|r?me(?:l[oa])?)|descargar?|descargue|descarga(?:r?l[oa]|r?me)|"
        r"guardar?(?= .*(?:video|archivo|{fmt}))|guardal[oa]|(?:envia|manda|pasa)r?me(?:l[oa]$|(?= (?:el|mi) (?:video|archivo|{fmt})))|damel[oa](?= en {fmt}))"
        r"(?: (?:{s_thing})(?= |$))*+",
        ("exportar", "Exporta el vídeo en mp4 1080p, por favor", "envíame el video", "expórtalo como mov"),
        ("exportar café", "exportaciones de arroz"),
    ),
    Form(
        "credits",
        "",
        r"(?=.*\b(?:saldo|creditos)\b)(?: ?(?:saldo|creditos|mis?|cuantos|cuanto|cual|cuales|es|son|el|me|quedan|queda|tengo|restantes?|"
        r"disponibles?|hay|de|actual|aun|todavia|por favor|consultar|ver (?=mi)|muestrame (?=mi)|cuenta)(?= |$))++",
        ("créditos", "¿Cuántos créditos me quedan?", "¿cuál es mi saldo?"),
        ("añade créditos al final", "saldo migratorio explicado"),
    ),
    Form(
        "state",
        "",
        r"(?:(?:cual es|mostrar|muestra|muestrame|ver|dime|el|la|las|mi|mis) )*+(?:estado|progreso|pistas|linea de tiempo)"
        r"(?: (?:del?|el|mi|proyecto|video|actual|por favor|trabajo)(?= |$))*+|(?:ya )?(?:como va|esta listo|termino|esta hecho|"
        r"que esta hecho)(?: (?:todo|ya|el|mi|video|proyecto|eso)(?= |$))*+",
        ("estado", "¿Cómo va?", "muestra las pistas", "¿cuál es el estado del video?"),
        ("barra de estado azul", "estado de ánimo"),
    ),
    Form(
        "upload",
        "",
        r"(?:(?:{s_open}) )*+(?:subir|sube|cargar)(?: (?:un|una|unas?|unos|el|la|mi|mis|archivos?|fotos?|imagen|imagenes|videos?|"
        r"logo|musica|audio|por favor|aqui)(?= |$))*+",
        ("subir", "quiero subir un archivo"),
        ("subir la montaña",),
    ),
)
