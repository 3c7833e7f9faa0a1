"""The words people use for tones, music, shapes and languages, English and Chinese, as patterns. Data only."""

TONES = {
    "calm": r"calm(?:ing)?|peaceful|relax(?:ed|ing)|soothing|gentle|serene|quiet|soft|slow[- ]paced|cozy|"
    r"cosy|沉稳|平静|舒缓|安静|温柔|宁静|治愈|温馨|放松|慢节奏",
    "energetic": r"energetic|upbeat|dynamic|exciting|fast[- ]paced|high[- ]energy|punchy|lively|bold|hype|"
    r"sporty|snappy|zippy|有?活力|动感|热血|激昂|快节奏|节奏(?:要|更)?快|炸裂|燃|有冲击力",
    "corporate": r"corporate|professional|business(?:-like)?|formal|serious|clean|minimal(?:ist)?|newsy|"
    r"informative|商务|专业|正式|企业风?|严肃|简约|极简|简洁",
    "playful": r"playful|fun(?:ny)?|cute|quirky|cheerful|happy|whimsical|friendly|kid[- ]friendly|for kids|"
    r"festive|喜庆|热闹|活泼|可爱|有趣|俏皮|欢快|轻松|搞笑|童趣",
    "cinematic": r"cinematic|epic|dramatic|moody|movie[- ]like|emotional|inspiring|inspirational|电影感|电影风格|"
    r"大片|史诗|震撼|深沉|感人|励志|luxur(?:y|ious)|premium|elegant|奢华|高级感|优雅",
}
MOODS = {
    "lofi": r"lo-?fi|chill(?:ed|hop)?|study beats|低保真|慵懒|轻音乐",
    "ambient": r"ambient|calm|peaceful|relaxing|soothing|meditat\w+|soft|gentle|piano|quiet|氛围|平静|舒缓|"
    r"舒缓|安静|轻柔|钢琴|柔和",
    "upbeat": r"upbeat|energetic|lively|pop|dance|electronic|edm|fast|exciting|hip[- ]?hop|rock|happy|hype|party|动感|"
    r"欢快|快节奏|电子|流行|激昂|热血|轻快|有节奏",
    "corporate": r"corporate|business|motivational|inspiring|uplifting|商务|企业|励志|正能量",
    "playful": r"playful|fun(?:ny)?|quirky|ukulele|cheerful|cute|活泼|可爱|俏皮|尤克里里",
    "cinematic": r"cinematic|epic|dramatic|orchestral|trailer|emotional|strings|classical|电影感|史诗|震撼|大气|古典|管弦",
}
SOUNDS = {
    "lofi": r"lo-?fi|chill-?hop|轻音乐|低保真",
    "ambient": r"piano|钢琴",
    "upbeat": r"edm|hip[- ]?hop|techno",
    "playful": r"ukulele|尤克里里",
    "cinematic": r"orchestra(?:l)?|strings|管弦乐?|交响乐?",
}
"""Words that mean music even where nobody says "music"."""
SHAPES = {
    "9:16": r"9\s*[:：x×/比]\s*16|1080\s*[x×*]\s*1920|720\s*[x×*]\s*1280|vertical(?:ly)?|portrait|upright|"
    r"竖屏|竖版|竖向|直式|直向|直立|纵向",
    "1:1": r"1\s*[:：x×比]\s*1(?!\d)|1080\s*[x×*]\s*1080|square(?:d)?|正方形|方形|方屏|方版",
    "16:9": r"16\s*[:：x×/比]\s*9|1920\s*[x×*]\s*1080|1280\s*[x×*]\s*720|horizontal(?:ly)?|landscape|"
    r"wide\s?screen|横屏|横版|横向|横式|宽屏",
}
"""Shapes by their names."""
PLATFORMS = {
    "9:16": r"tik\s?tok|(?:instagram |facebook |ig )?reels?\b(?! of)|(?:youtube )?shorts\b|(?:instagram |facebook |ig )?stor(?:y|ies) format|"
    r"(?:instagram|facebook|ig) stor(?:y|ies)|snapchat|抖音|快手|视频号|小红书|朋友圈|(?:ig|instagram)?\s?限动|短影音",
    "1:1": r"(?:instagram|facebook|ig) (?:feed )?posts?|feed post",
    "16:9": r"youtube|vimeo|linkedin|desktop|tv\b|b站|哔哩哔哩|油管|电视",
    "": r"(?:instagram|facebook|twitter|whatsapp|telegram)(?: page| feed| account| profile| channel)?|微博|微信|公众号",
}
"""Places that videos are made for, by the shape they like; "" for those that take any. A shape that is named counts more."""
TRANSITIONS = {
    "cut": r"\b(?:hard |straight |jump )?cuts?\b|硬切|直切|直接切换?",
    "slide": r"\bslid(?:e|es|ing)\b|\bpush(?:es)?\b|\bswipes?\b|滑动|滑入|推入|平移",
    "wipe": r"\bwip(?:e|es|ing)\b|擦除|划像",
    "zoom": r"\bzoom(?:s|ing)?\b|缩放|放大|推拉",
    "fade": r"\b(?:cross[- ]?)?fad(?:e|es|ing)\b|\bdissolv(?:es?|ing)\b|淡入淡出|淡化|溶解|叠化|渐变",
}
"""How one scene follows another."""
LANGUAGES = {
    "en": r"english|英文|英语|英語",
    "zh": r"(?:simplified |traditional )?chinese|mandarin|中文|汉语|普通话|普通話|国语",
}
