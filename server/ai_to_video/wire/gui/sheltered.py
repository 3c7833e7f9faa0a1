"""Names of what belongs to the video: scripts, captions, titles, scenes, in every language read. Data."""

STEPS = (  # what the end of a line calls what stands under it: steps for the person, whatever else the line names
    "接下来(?:请|您可以)?|下一步|后续操作|后续步骤|操作步骤|next(?: steps?)?|what(?:'s| is) next|次のステップ|操作手順|"
    "siguientes? pasos?|pr[oó]ximos? pasos?"
)
WRITTEN = (  # words the picture shows: whole lines of them are content
    r"on[- ]?screen text|text on screen|overlay text|屏幕文字|画面文字|画面の文字|画面のテキスト|texto en pantalla"
)
DEMOS = (  # a part of the video that shows how something is done
    r"(?:recorded|filmed|animated|staged|acted out|drew) (?:[\w-]+ ){0,3}(?:steps|screens|clicks)|"
    r"(?:for|in) (?:the|your) (?:[\w-]+ )?(?:demo|tutorial|walk-?through|lesson|screen recording)|"
    r"(?:tutorial|demo|walk-?through|lesson|screen recording) (?:shows|explains|covers|has|teaches|runs through)|"
    r"(?:教程|演示|录屏|视频|动画)(?:里|中|片段)?(?:分|包含|展示|演示|讲解|依次)|(?:チュートリアル|デモ|録画)(?:は|では|の)|"
    r"(?:el|la|tu) (?:tutorial|demo|grabación) (?:muestra|explica|enseña|recorre)"
)
TITLES = (  # what a line that stands over a list calls it: every item of that list is content
    "文案|口播|歌词|旁白|解说|念白|ナレーション|narration|lyrics|narraci[oó]n|台词|脚本|台本|剧本|台词本|口播稿|旁白稿|解说词|分镜表|シナリオ|读み上げ原稿|"
    r"(?:script|storyboard|shot list|screenplay|voice[- ]?over)(?: (?:for|of) [^.!?:\n]{1,40})?|"
    r"gui[oó]n(?: (?:del?|para) [^.!?:\n]{1,40})?"
)
SPEECH = (  # words that are spoken: whole lines of them are content
    r"voice[- ]?overs?(?: \w+)?|vo|narrat(?:ion|or)|scripts?|dialogue|monologue|lyrics|lines?|speaker|host|spoken|"
    "speech|audio script|post(?: text)?|tweet|"
    "旁白|口播|台词|配音|解说|解说词|脚本|剧本|歌词|对白|独白|念白|文案|广告词|发布语|"
    "ナレーション|台本|投稿文|セリフ|せりふ|歌词|読み上げ|语り|"
    r"(?:options|choices|opciones|选项|オプション)(?=[ ]?[:：][^\n]*[?？]\W*$)|opciones de (?:t[ií]tulo|texto|subt[ií]tulo|eslogan|frase)s?|locuci[oó]n|gui[oó]n|narraci[oó]n|narrador|di[aá]logo|letra|voz en off"
)
PROPOSED = (  # what follows the name of such words when several are proposed
    r"options?|ideas|suggestions|candidates|alternatives|备选|候选|方案|选项|建议|案|候補|候补"
)
SHOWN = (  # what is seen or heard: the first sentence behind such a label is content
    "(?:on[- ]?screen |overlay |intro |outro |end |opening |closing |main |hero |suggested |new |video )?"
    r"(?:captions?|subtitles?|titles?|sub-?titles?|headlines?|taglines?|slogans?|cta|call[- ]to[- ]action|hooks?|"
    r"(?:card|screen|text|overlay|banner|button|title) (?:text|copy|card|reads|label)|on[- ]?screen(?: text)?|"
    r"text(?: overlay)?|copy|hashtags?|lower third|end card|tags|opening line|closing line|punchline|quote|"
    r"thumbnail(?: text)?|scene(?: list)?|scenes|shots?(?: list)?|storyboard|outline|story|visuals?|sound effects?|"
    "sfx|music|bgm|song|soundtrack|file(?:name)?s?|props?|keywords?|concept|idea|theme|logline|act|chapter|frame|"
    "clip|description|alt text|bullet points?|prompt|moodboard|beat)|"
    "字幕|标题|片名|标语|口号|广告语|弹幕|贴纸文字|贴纸|屏幕文字|文字|花字|封面文字|封面|结尾文字|片尾文字|片头文字|"
    "开场白|画面|镜头|场景|分镜|故事板|音效|配乐|歌名|文件名|话题|标签|副标题|主标题|按钮文案|行动号召|钩子|金句|"
    r"第[一二三四五六七八九十\d]+(?:幕|场|镜|段|个镜头|个场景|段旁白|句)|内容|简介|描述|提示词|大纲|"
    r"キャプション|タイトル|テロップ|见出し|シーン(?: ?\d+)?|カット(?: ?\d+)?|絵コンテ|绘コンテ|文言|コピー|効果音|"
    "楽曲|曲名|ハッシュタグ|画面|構成|サムネイル|冒头|エンドカード|"
    r"subt[ií]tulos?|t[ií]tulos?|texto(?: en pantalla)?|eslogan|lema|llamada a la acci[oó]n|escenas?|planos?|toma|"
    r"gancho|efectos? de sonido|m[uú]sica|frase|rótulo|cartel|etiquetas?|archivo"
)
LOOSE = "ideas?|options|suggestions|versions|drafts|examples|建议|方案|选项|版本|示例|案"  # announces either
SAYS = (  # what stands in front of a colon when words behind it are only reported
    r"\A\W*(?:[\w-]+ ){0,3}(?:titles|words|verbs|names|captions|taglines|lines|hooks|slogans|buttons|labels|cards|"
    r"headlines|phrases)(?: [\w-]+){0,4}|(?:plan|idea|rule|trick|goal|mission|story|moral|motto|message|secret) (?:is|was)"
    r"(?: \w+)?|\A\W*(?:palabras|t[ií]tulos|frases|nombres|ideas)(?: \w+){0,4}|"
    r"(?:教程|演示|视频|影片|片段|短片|课程|镜头|录屏|动画|旁白)[^，。：:]{0,8}(?:讲解|讲述|介绍|演示|展示|说明|教)[^，。：:]{0,20}|"
    r"\A[^，。：:]{0,10}(?:词|标题|短语|口号|备选|片名)[^，。：:]{0,6}|(?:依次|分别)(?:为|是)|"
    r"\A[^、。：:]{0,8}(?:言葉|単語|キーワード|タイトル案|案)|"
    r"\b(?:suggested edit|says?|saying|reads?|reading|goes|sings?|shouts?|whispers?|asks?|"
    r"(?:caption|title|text|cta|line|slogan|tagline|hook|copy|headline|subtitle|lyrics?|narrator|narration|"
    r"voice ?over|script|dialogue|prompt|description|post|tweet)(?: (?:for|of|in|at|on) [^.:]{1,30})?|"
    r"(?:shows?|walks?|explains?|covers?|demonstrates?|teach(?:es)?|describes?|lists?|features?|depicts?|"
    r"illustrates?|follows?|mentions?)\b[^.:]{0,60}|"
    r"(?:wrote|drafted|recorded|filmed|staged|made|have|created|suggest|prepared|added|chose|picked|used) [^.:]{0,30}(?:captions?|titles?|"
    r"lines|taglines?|hooks?|ctas?|slogans?|phrases?|words|texts?|labels?|cards?|headlines?)\b[^.:]{0,60}|"
    r"\b(?:i|we)(?:'ve)? (?:recorded|filmed|staged|acted out|animated|showed|show)|dice|pone|cambio sugerido|(?:texto|t[ií]tulo|frase|locución|guion|subtítulo)(?: (?:de|para|en) [^.:]{1,30})?)|"
    r"建议修改|编集案|(?:添加|加入|新增|加了)了?(?:音效|效果音|特效|转场|贴纸|镜头)|写着|显示|写的是|念道|说道?|问道?|喊道?|(?:旁白|字幕|标题|文案|口播|台词)(?:第 ?\d+ ?[句段条行])?|"
    "と表示|テロップ|字幕は|文言"
)
REPORTED = (  # a sentence that somebody in the video says, or that stands in it
    r"\b(?:is|was|becomes) (?:now )?(?:the|our|your|my|a) (?:[\w-]+ ){0,2}(?:tagline|headline|slogan|caption|cta|hook|motto|"
    r"punchline|(?:closing|opening|last|first|final) line|call to action)(?: (?:i|we|at|in|on|of|for|from)\b[^,;]{0,40})?\W*$|"
    r"\b(?:is|are) (?:shown|written|printed) on the (?:[\w-]+ )?(?:card|banner|poster|sign|box|wall)\W*$|"
    r"是(?:片尾|片头|新|最后|开场)?的?(?:标语|口号|标题|字幕|文案|广告语|台词)\W*$|"
    r", (?:(?:the|her|his|a|my|your) )?\w+(?: \w+)? (?:says|said|explains|asks|adds|writes|claims|promises)\b|"
    r", (?:dice|asegura|explica|promete) "
)
COLUMNS = (  # table columns that tell the person what to do
    "action|actions|next|next steps?|how|how to|steps?|what to do|do this|to ?do|instructions?|options?|tips?|notes?|"
    "where|hint|控制|操作|步骤|下一步|如何|说明|提示|备注|方法|操作方法|手顺|次のステップ|ヒント|メモ|"
    "acci[oó]n|paso|pasos|c[oó]mo|nota|notas|consejo"
)
TIPS = r"\ue004|tip|note|hint|pro ?tip|提示|小贴士|注意|ヒント|consejo|nota|next"  # opens a quote that is advice
