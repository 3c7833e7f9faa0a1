"""Signs that a sentence commands an edit, or that it only tells about one. Data only; read in plain spelling."""

MENTIONS = (
    r"export|download|save|render|send|give|deliver|hand|get|pass|bring|link|导出|汇出|下载|保存|储存|输出|渲染|发给我|给我|发我|传给我|"
    r"发过来|发来|交给我|発送|書き出|出力|エクスポート|ダウンロード|保存|送って|descarg|guard|envia|manda|pasa"
)
"""Without one of these there is no export to look for."""

IMPERATIVE = (
    r"^(?:(?:re ?)?(?:generate|make|create|render|cut|edit|do|build|write|record|shoot|frame|arrange|order|size|color|"
    r"colour|place|style|work|name|mix|dub|time|phrase|word|design|draw)|turn|convert|transform|produce|trim|crop|add|"
    r"put|insert|include|remove|delete|drop|erase|get rid|take|change|set|switch|swap|replace|update|fix|adjust|tweak|"
    r"improve|polish|increase|decrease|raise|lower|reduce|boost|brighten|darken|lighten|blur|sharpen|saturate|"
    r"desaturate|mute|unmute|speed|slow|shorten|lengthen|extend|split|merge|combine|join|move|shift|rotate|flip|mirror|"
    r"zoom|pan|fade|scale|stretch|shrink|enlarge|align|center|centre|hide|show|give|use|apply|keep|clean|tighten|"
    r"finish|finalize|finalise|complete|undo|revert|restore|repeat|loop|reverse|translate|caption|subtitle|animate|"
    r"stabilize|stabilise|highlight|bold|summarize|summarise|adapt|copy|duplicate|clone|pick|choose|select|start|end|"
    r"open|close|let|bring|balance|normalize|normalise|overlay|correct|grade|compress|redo|retry|try again|prepare|"
    r"simplify|freshen|modernize|stop|skip|pause|soften|round|underline|colorize|storyboard|visualize|visualise|"
    r"i (?:want|need|would like)|id like|we need)\b"
    r"|^(?:把|将|让|给|用|以|剪|加|添|删|去|改|换|做|制|生成|创|调|裁|缩|放大|放慢|加快|减|增|替|移|插|配|变|转|合|拼|截|翻|旋|静音|降|提|设|写|拍|弄|整|优化|修|"
    r"润|编|补|翻译|重|缩短|延长|取消|撤|复制|再来|来一个|来个|为|根据|按|保留|突出|统一|精简|换成|变成)"
    r"|^.{1,16}(?:改成|改为|换成|调大|调小|放大|缩小|加大|改大|改小|变成|去掉|删掉|剪掉|剪到|调到|加上|调成|设为|剪成)|^.{1,20}(?:一点|一些|点儿|一点儿)$"
    r"|(?:を|に|は).{1,30}(?:て|で)(?:から)?$|^(?:.{0,30})(?:カットして|追加して|削除して|変更して)"
    r"|^(?:corta|recorta|agrega|anade|quita|elimina|borra|cambia|pon|haz|crea|genera|convierte|sube|baja|acelera|acorta|"
    r"alarga|reemplaza|ajusta|mejora|usa|mueve|gira|traduce|cortar|recortar|agregar|anadir|quitar|cambiar|poner|hacer|"
    r"crear|generar|convertir|rehaz|regenera|reduce|aumenta|silencia)\w*\b"
)
"""An edit is commanded."""

MAKES = (
    r"^(?:(?:re ?)?(?:make|create|generate)|turn|convert|transform|produce|summari[sz]e)\b.*"
    r"\b(?:this|that|above|it|text|article|post|story|video|reel|clip|film)\b|(?:做|制作|生成|转|变).*(?:视频|影片|短片|动画)"
    r"|把(?:这|上面|以上)|動画に|^(?:convierte|crea|haz)\b.*\b(?:esto|este|video)\b"
)
"""The command that may stand at the end of long material."""

EXPLICIT = (
    r"(?<![a-z0-9])(?:{fmt}|{res})(?![a-z0-9])|\b(?:video|file|movie|film|clip|archivo)\b|\b(?:me|us|para mi|please|pls)\b"
    r"|\benviame|\bmandame|视频|影片|成片|短片|发给我|给我|发我|传给我|请|帮我|麻烦|文件|動画|ください"
)
"""The export names what it is about, or whom it is for."""

POLITE = (
    r"\b(?:please|pls|plz|send me|give me|(?:can|could|would|will) you|(?:for|to) (?:me|us)|por favor|enviame|mandame)\b"
    r"|请|帮我|麻烦|发给我|给我|发我|传给我|ください|お願い"
)
SUBORDINATE = r"^(?:after|once|when|as soon as|until) (?:you|youre|youve|\w+ing)\b"
"""The edit hangs on the export: cut off, it would be no sentence."""
THEN = r"^(?:and )?(?:then|next|finally|lastly|after that)\b|^(?:最后|然后|接着|再)|^(?:luego|despues)\b"
FETCHES = r"\b(?:download|save|get|descarg\w*|guard\w*)\b|下载|保存|储存|ダウンロード|保存"
"""Words with which an advertisement may speak to those who watch."""
CALLS = r"\b(?:now|today|here|free|immediately|right away|asap|ahora|ya)\b|立即|立刻|马上|现在|今すぐ"

TELLS_HOW = (
    r"\bhow to\b|\btutorial\b|\b(?:teach|explain|explaining|showing|shows?|learn)(?:s|ing)?\b.*\bhow\b|如何|怎么|怎样|教程|教大家|教你|"
    r"讲解|方法|\bcomo\b|方法|やり方"
)
TELLS = (
    r"\b(?:how|who|whom|whose|why|they|that|which|where|while|if|unless|because|lets|helps|allows|enables|asking|telling|"
    r"encourag\w+)\b|\b(?:people|users?|viewers?|customers?|everyone|visitors|students|fans|farmers|workers|companies|"
    r"audience|readers)\b (?:to|can|could|should|must|will|and)\b|他们|用户|人们|大家|农民|软件可以|能够|如果"
)
"""Somebody else may be the one who exports."""
STARTS_WITH_ACTOR = (
    r"^(?:they|we|he|she|you|it|people|users?|farmers|companies|i (?!want|need))\b|^(?:他|她|它|我们|他们|人们)"
)
SAYS = r"\b(?:says?|saying|reads|reading|that read|titled|called|named|dice|diciendo)\b|(?:写着|说着|念)|\b(?:with (?:the|a) (?:slogan|tagline|motto)|poem)\b"
LISTS = r"\b(?:buttons?|icons?|words?|labels?|menu|tabs?|options?|steps?|actions?)\b"

LABEL = (
    r"(?im)^\s*(?:voice ?over|narrat\w+|vo|scene \d+|captions?|subtitles?|text|titles?|headline|script|dialogue|host|"
    r"speaker(?: \w+)?|on ?screen(?: text)?|lyrics|step \d+|旁白|字幕|台词|标题|文案|解说词?|配音|脚本|口播|歌词)(?![a-z])[^:：\n]{0,30}[:：]"
    r"|(?:voice ?over|narration|narrator|caption|subtitle|script|title|steps|a man|a woman)(?: says?| reads?)?\s*[:：]"
)
"""What follows is to be said or shown."""

_EXPORTING = (
    r"(?P<export>(?:export|exporting|download|downloading|save|saving|render|rendering)"
    r"(?: (?:it|this|the video|the file|as \w+|in \w+))*)"
)
_EDIT_BEHIND = r"[\s,]+(?:please )?(?:first )?(?P<edit>(?!.*\bbefore\b).+)"
FIRST = (
    r"(?P<export>.{4,90}?)[\s,;.]*(?:\bbut\b|\bthough\b|[,;.])\s*(?:first|before that|beforehand)[\s,:]+(?P<edit>.+)",
    rf"(?:but )?before (?:you )?(?:can )?{_EXPORTING}{_EDIT_BEHIND}",
    rf"(?P<edit>.+?)[\s,]+before (?:you |we |i )?{_EXPORTING}[\s.!]*",
    r"(?P<export>(?:导出|汇出|下载)(?:视频|影片)?)之?前[，, ]*(?:请|先|麻烦)*(?P<edit>.+)",
)
"""The export stands in front of the edit, or the edit is said to come before it."""
