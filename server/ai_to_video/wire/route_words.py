"""What people type that is no message for the agent: word lists and whole-request forms in English. Data only.

Patterns are read against the plain spelling of `plain` in route_plain.py: lower case, no punctuation, no apostrophes,
single spaces. A form must take in the whole request; {names} are word lists, and a list word ends at a space.
"""

from dataclasses import dataclass

from ai_to_video.wire.route_plain import FILE, LINK


@dataclass(frozen=True, slots=True)
class Form:
    """One way to ask for `kind`, whole. `cues`: pieces of words, one of which it must hold ("": none needed). `tight`:
    written without spaces (Chinese, Japanese). `examples` take this form, `never` look like it and are content."""

    kind: str
    cues: str
    pattern: str
    examples: tuple[str, ...]
    never: tuple[str, ...] = ()
    tight: bool = False


FORMATS = {  # how a format is written -> its name
    "mp ?4|mpeg ?4": "mp4",
    "mov|quicktime": "mov",
    "avi": "avi",
    "webm": "webm",
    "mkv|matroska": "mkv",
    "jpe?g|jpe": "jpg",
    "png": "png",
    "gif": "gif",
    "webp": "webp",
    "mp3": "mp3",
    "wav|wave": "wav",
    "m4a": "m4a",
    "aac": "aac",
}
RESOLUTIONS = {  # how a size is written -> the nearest one that is made; above 1080p that is 1080p
    "4 ?k|2 ?k|8 ?k|uhd|(?:1440|2160|4320) ?p?|3840 ?x? ?2160|2160 ?x? ?3840": "1080p",
    "full ?hd|fhd|1920 ?x? ?1080|1080 ?x? ?1920|1080 ?p?": "1080p",
    "hd|1280 ?x? ?720|720 ?x? ?1280|720 ?p?": "720p",
    "sd|(?:854|848|640) ?x? ?480|480 ?x? ?(?:854|848|640)|(?:480|360|240) ?p?": "480p",
}

_READY = (
    r"(?:its|it is|thats|that is|youre|you are|everything is|the video is) (?:all )?(?:done|ready|finished|complete)"
)
_THANKS = r"thanks(?: so much| a lot| again)?|thank you(?: so much| very much)?|many thanks|thx|ty|cheers|please|pls|plz|kindly"
_WHEN = rf"(?:when|once|as soon as|after) (?:{_READY}|done|ready|finished)|after(?:wards?| that)|when you can"

WORDS = {
    "fmt": FILE + "?(?:" + "|".join(FORMATS) + ")s?",
    "res": "|".join(RESOLUTIONS),
    "ask": r"(?:would|do) you mind|(?:can|could|would|will) you(?: please)?|(?:can|could|may|should) (?:i|we)|"
    r"(?:i|we) (?:want|need|would like|wish|have|am ready|are ready) to|i wanna|(?:id|wed) (?:like|love) to|"
    r"(?:id like|i want|i need|i would like) you to|lets|let me|let us|go ahead(?: and)?|"
    r"(?:im|were) ready to|its time to|time to|help me|is it possible to|you can|where (?:do|can|should) i|"
    r"how (?:do|can|could|should) (?:i|we|you)",
    "opening": rf"{{ask}}|{_THANKS}|{_WHEN}|(?:it |that |this )?looks (?:good|great|perfect|fine|nice|amazing)|love it|"
    r"i love it|im (?:done|happy|happy with it)|thats (?:it|all|great|perfect|good)|all good|good (?:job|work)|go|well done|okay|ok|"
    r"just|now|and|then|next|finally|lastly|also|plus|so|hey|hi|hello|yes|yeah|yep|sure|alright|great|perfect|awesome|"
    r"nice|cool|good|excellent|hmm|um|uh|well|right|first|quickly",
    "open": r"(?:(?:{opening}) )*+",
    "close": rf"{_THANKS}|and (?:let me know|tell me|notify me|ping me)(?: (?:{_WHEN}))?|{_WHEN}|for (?:me|us)|again|"
    r"once more|one more time|right (?:now|away)|asap|immediately|straight away|now|at the end|too|as well|if possible|"
    r"if you can|(?:will|would|can|could) you|okay|ok|quickly|fast|first|then",
    "whose": r"the|my|our|this|that|your|its",
    "adj": r"final|finished|whole|entire|full|complete|completed|current|new|newest|latest|last|edited|generated|"
    r"rendered|resulting|result|exported|updated|high quality|highest quality|best quality|good quality|hq",
    "film": r"videos?|vid|movie|film|clip|reel|short|video file|file",
    "made": r"{film}|project|result|output|render|version|cut|edit|draft|timeline|animation|work|copy|download|link",
    "place": r"(?:on|to|onto|in|into) (?:the|my|this|our) (?:local )?(?:desktop|computer|laptop|phone|iphone|ipad|mac|pc|"
    r"machine|device|disk|drive|downloads?|gallery|camera roll|photos)(?: folder)?|to disk|locally|here",
    "how": r"{res}|{fmt}|{place}|\d\d ?fps|for (?:youtube|tiktok|instagram|whatsapp|linkedin|twitter|facebook|social media|the web)|just the audio|audio only|only audio|without (?:video|picture)|best|highest|high|max|"
    r"maximum|quality|resolution|format|version|file|as|in|to|into|at|with|using|for|and|of|animated|codec|"
    r"audio|sound|soundtrack|audio track|only|just|a still|still|frame|thumbnail|cover|poster",
    "thing": r"{close}|{how}|{whose}|an?|it|everything|all|{adj}|{made}",
    "rest": r"(?: (?:{thing})(?= |$))*+",
    "bound": r"(?= |$)",
    "credit": r"credits?|credit balance|credits balance|account balance|balance|quota",
}

FORMS: tuple[Form, ...] = (
    Form(
        "export",
        "export download",
        r"{open}(?:export|exporting|re ?export|download|downloading|re ?download){rest}(?: (?:export|download|save|send me){rest})?",
        ("export", "export 1080p MP4", "could you please export the video?", "Perfect, thanks! Now download it."),
        ("export business", "download speed", "don't export yet", "I export videos", "exporting coffee"),
    ),
    Form(
        "export",
        "save",
        r"{open}save(?=$| (?:please|now|it|this|that|as|in|{place}|{fmt}|(?:{whose} )?(?:{adj} )*(?:{film}|copy)|a copy){bound}){rest}",
        ("save", "save the video", "save it to my phone", "save as mp4"),
        ("save the whales video", "save water", "save the date video", "save my phone"),
    ),
    Form(
        "export",
        "render",
        r"{open}render(?=(?: (?:it|this|that|as|in|{fmt}|{res}|the|my|final)){bound}){rest}",
        ("render it as mp4", "render the final video"),
        ("render a sunset over the sea", "render"),
    ),
    Form(
        "export",
        "send give hand deliver get fetch pass bring email",
        r"{open}(?:send|give|hand|deliver|get|fetch|pass|bring|email) (?:me|us) (?:over )?"
        r"(?:it|(?:{whose} )(?:(?:{adj}|{fmt}|{res}) )*(?:{film}|{made}|{fmt}|{res}){bound}|"
        r"(?:an? )?(?:(?:{adj}|{res}) )*{fmt}{bound}|(?:the |a )?(?:download )?link|video{bound}){rest}",
        ("send me the video", "send me an mp4", "give me the final mp4 in 1080p", "send me the download link"),
        ("send me a video", "send me a video about dogs", "give me a 30-second video about coffee"),
    ),
    Form(
        "export",
        "send give hand deliver get pass bring fetch",
        r"{open}(?:send|give|hand|deliver|get|pass|bring) (?:it|this|(?:{whose} )?(?:(?:{adj}|{fmt}) )*(?:{film}|{fmt}))"
        r" (?:over |back )?to (?:me|us){rest}|{open}(?:send(?: over)?|deliver|get|fetch) the (?:{adj} )*(?:video|file|{fmt}){rest}",
        ("send the video to me", "send it to me", "send the file"),
        ("send it to the moon", "send the rocket to me"),
    ),
    Form(
        "export",
        "want need like have get",
        r"(?:(?:{opening}) )*(?:i (?:want|need|would like)|id like(?: to have)?|(?:can|could|may) (?:i|we) (?:please )?(?:have|get)|"
        r"let me have|do you have)(?: now)? (?:the|my) (?:(?:{adj}|{res}) )*"
        r"(?:video|file|video file|movie|{fmt}|download|(?:download )?link){rest}",
        ("I want the video file", "can I have the mp4?", "I need my video"),
        ("I want a video about my bakery", "I want my video to be blue"),
    ),
    Form(
        "export",
        "export download",
        r"{open}(?:(?:start|begin|run|do|click|press|hit|tap)(?: on)?(?: the| an?)? )?(?:(?:the|my|{adj}|video|mp4|file) )*"
        r"(?:export|download)(?: (?:link|button))?{rest}",
        ("start the export", "video export", "download link", "hit export"),
        ("an export animation", "a download button"),
    ),
    Form(
        "credits",
        "credit balance quota",
        r"{open}(?:(?:show|check|see|view|tell|give|get|know|display|look up|find out)(?: me| us)? )?"
        r"(?:(?:what(?:s| is| are)|whats|how is|hows|any) )?(?:(?:my|our|your|current|remaining|available|account|total|"
        r"credits?(?= balance| quota)|tokens?(?= balance)|free|the(?= (?:balance|remaining|current|available|credit balance))) )*+"
        r"(?<!show me the )(?:{credit}|left credits)(?: (?:left|remaining|balance|available|status|count|amount|info|check|"
        r"(?:do )?i have(?: left)?|at|now|right now|on my account|in my account|{close})(?= |$))*+",
        ("credits", "what's my balance?", "show my credits", "credits left", "check balance"),
        ("show the credits", "roll credits", "end credits", "balance the audio", "white balance", "credits roll"),
    ),
    Form(
        "credits",
        "many much",
        r"(?:(?:{opening}) )*(?:(?:check|tell me|show me|see|know|find out) )?how (?:many|much)(?: (?:more|free|total))?"
        r" (?:(?:{credit}|left|remaining)(?= |$)|(?=(?:do i have|have i got|are|is) (?:left|remaining)$))"
        r"(?: ?(?:are|is|do|does|did|will|would|have|has|had|i|ive|we|you|left|remain|remaining|available|there|got|still|now|my|our|"
        r"account|balance|in|on|the|at the moment|currently|right now|today|please|for me|thanks)(?= |$))*+",
        ("how many credits are left?", "how many left?", "could you check how many credits I have left?"),
        ("how many credits does a student need to graduate?", "how many people are left"),
    ),
    Form(
        "credits",
        "cost use take took need spen charge requir burn consume credit",
        r"(?=.*\bcredits?\b|.*(?:it|this|that|one|an? (?:\w+ ){0,2}(?:video|export|edit)) cost\b)"
        r"(?:(?:{opening}) )*how (?:many|much)(?: more)? (?:credits?|does|do|will|would|did|is|was) (?=(?:.* )?"
        r"(?:i|me|my|we|it|that|this|one|(?:\w+ )?(?:videos?|clip|export|edit|render|generation|reel|minutes?|seconds?|\d+s))"
        r"(?: |$)).{0,90}?"
        r"\b(?:costs?|use|uses|used|take|takes|took|need|needs|needed|spend|spent|charge|charged|require|burn|consume)\b.{0,50}"
        r"|how (?:many|much) credits? (?:per|for)(?: an?| each| one| every| this)?(?: \w+){0,3}"
        r"|what (?:does|do|will|would|did) (?:\w+ ){1,5}cost(?: me)?(?: in)? credits?",
        (
            "how many credits would a 60s video cost?",
            "how many credits did the last one cost",
            "how much does it cost?",
        ),
        ("how many credits does a student need to graduate?",),
    ),
    Form(
        "credits",
        "credit balance quota",
        r"(?:(?:{opening}) )*(?:(?:do|have) (?:i|we) (?:still )?(?:have|got)?|(?:are|is) there|am i|are we|did i|is my|is the)"
        r" ?(?:still )?(?:run |running )?(?:out of |low on )?(?:enough |any |more |enough of my )?{credit}"
        r"(?: (?:left|remaining|low|enough|available|now|for (?:this|that|it|an export|another video|a video|another one)|{close})"
        r"(?= |$))*+|{open}(?:buy|get|purchase|top up|recharge)(?: (?:more|my|some|new|extra)){0,2} {credit}{rest}"
        r"|whats left (?:of|on|in) my (?:credits?|balance|account)",
        ("do I have enough credits?", "am I out of credits?", "how do I get more credits?"),
        ("add end credits", "add more credits at the end of the film with names"),
    ),
    Form(
        "state",
        "status state progress tracks timeline overview update scenes clips layers",
        r"{open}(?:(?:show|list|see|view|check|tell|give|get|display|print|read|what(?:s| is| are)|hows|how is|any|preview)"
        r"(?: me| us)? )?(?:(?:me|the|my|our|all|an?|of|current|currently|latest|project|video|job|task|export|render|"
        r"rendering|upload|download|overall|generation) )*+"
        r"(?:status|state|progress|(?<=list )(?:scenes|clips|layers)|tracks?|track list|timeline|overview|updates?)"
        r"(?: (?:update|report|check|info|list|overview|of|on|in|for|the|my|our|this|that|it|video|project|job|export|"
        r"render|timeline|tracks?|so far|{close})(?= |$))*+",
        ("status", "show tracks", "what's the status of my video?", "status update", "list tracks", "any updates?"),
        ("make the status bar blue", "show tracks of a train", "a progress bar", "state of the union"),
    ),
    Form(
        "state",
        "done finish ready complete far yet going coming along video timeline project tracks export render processing working running happening look made where",
        r"(?!whats done is)(?=.*\b(?:done|finished|ready|completed?|far|yet|finish|(?<!you )going|coming|along|video|timeline|project|"
        r"tracks|export|exporting|render|rendering|processing|working|running|happening|looks?|made|where are we|wheres it)\b)"
        r"{open}(?:(?:done|finished|ready)(?= (?:yet|already))|how long(?= is)|how much(?= is done)|what(?:s| is| has been| have you| did you| was| have we)"
        r"|what do (?:we|i|you) have|what have we got|whats in|what is in|which tracks|how many tracks|what tracks|"
        r"what does|how does|hows|how is|is|are|is there|did|how far|where(?:s| is| are)?|how long (?:until|till)|"
        r"(?:are you |is it )?still)"
        r"(?: (?:been|finish|done|finished|ready|complete|completed|made|do|does|so far|yet|already|now|right now|currently|until|up to|"
        r"in|(?:the|my) (?:export|render)|the|my|our|this|that|it|its|video|timeline|project|everything|all|looks?|like|look|have|has|are|"
        r"is|there|you|we|i|at|with|going|coming|along|rendering|processing|working|running|exporting|happening|going on|"
        r"looking|left to do|of|far|thing|edit|clip|movie|please|on|still)(?= |$)){1,9}+"
        r"(?<! in)(?<! my| is)(?<! the| are)",
        ("what's done?", "is it done yet?", "how far are you?", "what's in the video so far?", "where is my video?"),
        ("is the music too loud?", "what's a good title for this?", "how does a volcano work"),
    ),
    Form(
        "state",
        "preview",
        r"{open}(?:show (?:me )?)?(?:a |the )?preview(?: (?:of|in|the|my|it|timeline|video|project|this|{close}))*+",
        ("preview the timeline", "preview"),
        ("a preview of our new shop",),
    ),
    Form(
        "upload",
        "upload attach import",
        r"{open}(?:(?:re ?)?upload(?:ing)?|(?:attach|import)(?= .*(?:file|files|media|photos?|images?|videos?|footage|music|"
        rf"logo|{FILE}|{LINK})))"
        r"(?: (?:{place}|from (?:my|the|this) (?:computer|phone|laptop|desktop|mac|pc|device|gallery)|an?|the|my|our|some|"
        r"another|this|these|those|more|new|few|couple of|own|multiple|several|two|three|\d{1,2}|files?|videos?|clips?|"
        r"footage|photos?|pictures?|images?|pics?|logos?|music|songs?|audio|sound|track|voice ?over|recordings?|"
        r"documents?|doc|docx|pdfs?|txt|text|script|media|materials?|assets?|it|something|content|stuff|brand|product|and|or|"
        rf"to (?:the|my|this) project|here|{{fmt}}|{FILE}\w+|{LINK}|{{close}})(?= |$))*+",
        ("upload", "I want to upload a file", "how do I upload a file?", "upload logo.png", "attach a file"),
        ("an upload animation", "upload animation with arrows", "upload it to youtube and make money"),
    ),
    Form(
        "upload",
        "upload",
        r"{open}(?:(?:file|video|photo|image|media) upload|i have (?:an?|some|the|my) (?:\w+ )?"
        r"(?:files?|videos?|photos?|images?|clips?|logo|footage)(?: for you)? to upload){rest}",
        ("I have a file to upload", "file upload"),
        ("a file upload animation",),
    ),
)
