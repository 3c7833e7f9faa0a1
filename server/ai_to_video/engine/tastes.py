"""The words people use for tones, music, shapes and languages, English and Chinese, as patterns. Data only."""

TONES = {
    "calm": r"calm(?:ing)?|peaceful|relax(?:ed|ing)|soothing|gentle|serene|quiet|soft|slow[- ]paced|cozy|"
    r"cosy|平静|舒缓|安静|温柔|宁静|治愈|放松|慢节奏",
    "energetic": r"energetic|upbeat|dynamic|exciting|fast[- ]paced|high[- ]energy|punchy|lively|bold|hype|"
    r"sporty|活力|动感|热血|激昂|快节奏|炸裂|燃|有冲击力",
    "corporate": r"corporate|professional|business(?:-like)?|formal|serious|clean|minimal(?:ist)?|newsy|"
    r"informative|商务|专业|正式|企业风?|严肃|简约|极简|简洁",
    "playful": r"playful|fun(?:ny)?|cute|quirky|cheerful|happy|whimsical|friendly|kid[- ]friendly|for kids|"
    r"活泼|可爱|有趣|俏皮|欢快|轻松|搞笑|童趣",
    "cinematic": r"cinematic|epic|dramatic|moody|movie[- ]like|emotional|inspiring|inspirational|电影感|电影风格|"
    r"电影风格|大片|史诗|震撼|深沉|感人|励志",
}
MOODS = {
    "lofi": r"lo-?fi|chill(?:ed|hop)?|study beats|低保真|慵懒|轻音乐",
    "ambient": r"ambient|calm|peaceful|relaxing|soothing|meditat\w+|soft|gentle|piano|quiet|氛围|平静|舒缓|"
    r"舒缓|安静|轻柔|钢琴|柔和",
    "upbeat": r"upbeat|energetic|lively|pop|dance|electronic|edm|fast|exciting|hip[- ]?hop|rock|happy|动感|"
    r"欢快|快节奏|电子|流行|激昂|热血|轻快|有节奏",
    "corporate": r"corporate|business|motivational|inspiring|uplifting|商务|企业|励志|正能量",
    "playful": r"playful|fun(?:ny)?|quirky|ukulele|cheerful|cute|活泼|可爱|俏皮|尤克里里",
    "cinematic": r"cinematic|epic|dramatic|orchestral|trailer|emotional|strings|classical|电影感|史诗|震撼|大气|古典|管弦",
}
SHAPES = {
    "9:16": r"9\s*[:：x×/]\s*16|1080\s*[x×*]\s*1920|vertical(?:ly)?|portrait|tik\s?tok|"
    r"(?:instagram )?reels?\b(?! of)|(?:youtube )?shorts\b|(?:instagram )?stor(?:y|ies) format|"
    r"snapchat|竖屏|竖版|竖向|直式|直向|纵向|抖音|快手|视频号|小红书",
    "1:1": r"1\s*[:：x×]\s*1(?!\d)|1080\s*[x×*]\s*1080|square(?:d)?|instagram post|"
    r"(?:instagram )?feed post|方形|正方形|方屏|方版",
    "16:9": r"16\s*[:：x×/]\s*9|1920\s*[x×*]\s*1080|1280\s*[x×*]\s*720|horizontal(?:ly)?|landscape|"
    r"wide\s?screen|youtube|vimeo|linkedin|desktop|tv\b|横屏|横版|横向|宽屏|b站|哔哩哔哩|嗶哩嗶哩",
}
NEAR_SHAPES = {r"4\s*[:：]\s*5|3\s*[:：]\s*4": "9:16", r"4\s*[:：]\s*3|21\s*[:：]\s*9|2\.35\s*[:：]\s*1": "16:9"}
LANGUAGES = {
    "en": r"english|英文|英语",
    "zh": r"(?:simplified |traditional )?chinese|mandarin|中文|汉语|普通话|普通話|国语",
}
