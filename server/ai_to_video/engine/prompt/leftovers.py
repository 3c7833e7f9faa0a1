"""What is left of an instruction when all that was understood, and all that says nothing, is taken away. Pure."""

import re

_FILLER = re.compile(
    r"\b(?:please|kindly|hi|hello|hey|can|could|would|will|you|i|i'd|me|us|we|my|our|your|want|"
    r"need|like|love|let's|help|make|made|create|turn|"
    r"convert|generate|produce|transform|build|render|design|animate|prepare|put|together|give|do|"
    r"write|edit|keep|use|using|add|have|has|include|set|it|its|is|"
    r"are|be|being|should|must|to|into|in|on|at|of|for|from|with|and|or|as|that|this|these|those|"
    r"the|a|an|some|any|based|below|above|following|here|"
    r"there|video|videos|clip|explainer|explainers|reel|short|film|movie|animation|trailer|teaser|"
    r"promo|promotional|slideshow|slide show|montage|"
    r"commercial|advert|ad|intro|outro|vlog|story|blog|post|article|text|texts|paragraph|script|"
    r"copy|notes?|poem|essay|press release|recipe|description|"
    r"prompt|prompts|passage|content|words|document|e-?mail|newsletter|lesson|interview|news|list|release|"
    r"releases|length|long|duration|total|format|version|style|styled|feel|look|vibe|tone|"
    r"mood|nice|good|great|beautiful|stunning|cool|simple|clean|quick|engaging|high|quality|"
    r"professional[- ]looking|modern|background|track|sound|social|media|"
    r"scene|scenes|documentary|only|just|very|about|out|up|so|then|also|ready|suitable|shareable|"
    r"viral|complete|whole|full|final|new|own|by|not|too|sure|colou?rs?|theme|"
    r"channel|audience|platform|file|mp4|hd|seconds?|minutes?|one|thanks|thank|now|animated|"
    r"text-to-video|ai|instagram|facebook|linkedin|website|again|but|"
    r"time|shorter|longer|accent|title|captions?|music|voice|no|product|company|brand|lines?|"
    r"summary|summari[sz]e|summari[sz]ing|overview|tutorial|images?|photos?|pictures?|uploads?|"
    r"uploaded|my|shape|size|aspect|ratio|orientation|when|done|finished|what|all|right|away|max|most|least|than|"
    r"something|stuff|dash|dashes|between|knock|get|changelog|transcript|flyer|leaflet|dis|dat|ur|follow|follows|last|lasts|loud|aloud|much|lot|lots|advance|needed|which|having|attached|enclosed|find|team|everyone|everybody|guys|shouldn't|doesn't|isn't|"
    r"feels?|really|actually|maybe|kinda|bit|little|ish|pls|plz|u|w|teh|vid|vids|read|got|"
    r"storyboard|board|json|plan|page|post|posts|report|reports|study|paper|essay|speech|script)\b",
    re.IGNORECASE,
)
_FILLER_ZH = re.compile(
    r"请|麻烦|帮我|帮忙|给我|我想要?|我要|能不能|可以|你|我们|把|将|根据|这[个段篇首份条]?|"
    r"那[个段篇]?|下面|以下|下列|上面|如下|文字|文章|文本|文案|"
    r"内容|博客|帖子|故事|新闻|诗歌?|菜谱|食谱|说明|介绍|介紹|课文|稿子?|做成|做|制作成?|生成|创建|变成|转成|"
    r"转成|转换成|转为|改成|成|为|"
    r"短视频|视频|影片|短片|动画|宣传片|广告|一[个条段支部份下]|个|的|用|要|并且?|和|与|與|加上?|配上?|带|有|"
    r"来|需要|希望|想|让|里|在|到|长度?|时长|大约|左右|"
    r"风格|竖屏|横屏|背景|画面|讲解|解说|关于|吧|谢谢|了|是|以|适合|发|平台|格式|比例|效果|好看|漂亮|简短|"
    r"简短|高清|精美|美观|也|再|还|都|就|一点|一些|比较|稍微|很|更|语气|语调|使用|采用|色调|颜色|配色|主题|"
    r"主题|感|钟|您|老师好|大家好|你好|需求|要求|备注|以上|正文|应该|所有|每个|作为|片子|我?上传|照片|图片|素材|全部|分镜|文档|文件"
)


def blanked(text: str) -> str:
    """The same text with every word that says nothing blotted out, at the same length."""
    for filler in (_FILLER, _FILLER_ZH):
        text = filler.sub(lambda found: " " * len(found[0]), text)
    return text


def leftovers(instruction: str, rest: str) -> tuple[str, ...]:
    """Stretches of the instruction that nobody understood, in its own words."""
    found = []
    for clause in re.finditer(r"(?:(?!\s(?:and|with|but)\s|\.\s)[^,;:!?，；：。！？、\n\x00])+", rest):
        words = list(re.finditer(r"[A-Za-z0-9À-ɏ][\w'’-]+|[\u4e00-\u9fff]{2,}", blanked(clause[0])))
        if words:
            first, last = clause.start() + words[0].start(), clause.start() + words[-1].end()
            found.append(instruction[first:last])
    return tuple(dict.fromkeys(found))
