"""English: things of the editor that can be named, and what an act is for. Data."""

from ai_to_video.wire.gui.grammar import Target

TARGETS: tuple[Target, ...] = (
    Target(
        "playhead",
        r"\b(?:play ?head|scrubber|scrub bar|seek ?bar|progress bar(?! (?:in|at|on|of|under) the (?:tasks?|queue|render|export|jobs?|top|bottom))|time cursor|the cursor|(?:red|vertical) line)\b",
    ),
    Target(
        "upload",
        (
            r"(?:\b(?:upload|import|attach(?:ment)?|add[- ]media|add[- ]files?|browse|choose[- ]files?|"
            "paper ?clip|plus)(?: media| files?| your| a| or import)? (?:button|icon|sign|area|zone|"
            "box|panel|tab|dialog|window|menu|option|field|page|section|link|symbol|key|popup|control|"
            r"tool)\b|\bpaper ?clip|\bdrop ?zone|\bdrop area|(?<!speed )\b(?:upload|import)(?: media| "
            r"files?)?\b(?! speed)|\battach\b|\badd media\b|\badd files?\b|\bchoose files?\b|"
            r"\bbrowse(?: files?)?\b|(?<!\w)(?<!ctrl )(?<!cmd )(?<!shift )(?<!alt )(?<!command )(?<!control )(?<!option )\+(?!\d|\w)|\buploader\b|\bfile picker\b|\breplace (?:file|media|footage)\b|\buploads\b(?! (?:panel|tab|list|page|library|folder|section))|"
            r"from (?:your|the|my) (?:own )?(?:computer|device|phone|desktop|disk|laptop|gallery|camera roll|hard drive|files)\b)"
        ),
    ),
    Target(
        "play",
        (
            r"\b(?:(?:play(?:back(?! (?:speed|rate)))?|preview)(?: (?:button|icon|control|controls|key|triangle|arrow|"
            r"symbol|preview))?\b(?! (?:window|pane|panel|monitor|player|screen|area|tab|mode|box|"
            r"section|page|view))|space ?bar|space\b(?! for)|triangle|play/pause)"
        ),
    ),
    Target(
        "player",
        (
            "(?<!above the )(?<!below the )(?<!under the )(?<!beside the )(?<!next to the )(?<!near "
            r"the )(?<!over the )\b(?:preview(?:er)? (?:window|pane|panel|monitor|player|screen|area|"
            r"tab|box|mode|section|page|view)|(?:video |media |built-in |preview )?player\b(?!'s)|viewer\b|"
            r"monitor\b|playback (?:window|panel|controls|area)|full[- ]?screen(?: mode| view| "
            "preview)?)"
        ),
    ),
    Target(
        "credits",
        (
            r"\b(?:billing|remaining (?:total|amount|number)|credits?\b(?! roll| card| line| sequence)|balance\b(?! slider| of the| beam| sheet| bike| board| act)|account\b|top[- ]?up|"
            r"subscriptions?\b|pricing|(?<!pro )(?<!free )(?<!basic )(?<!team )(?<!business )plans?\b(?= page| tab|$| )|wallet|usage (?:page|tab|panel|"
            r"section|meter|dashboard)|avatar|profile\b(?! (?:photos?|pictures?|shots?) of)|upgrade\b|payments? (?:page|tab|section|"
            "settings))"
        ),
    ),
    Target(
        "export",
        (
            r"\b(?:(?:downloads|exports) (?:it|the)\b|(?:export|download|save(?: as)?|render|publish|share)\b)(?:(?: (?:video|now|mp4|it|"
            r"button|icon|option|menu|dialog|panel|tab|page|window|settings|key|link|arrow|section))\b)*"
        ),
    ),
    Target("path", r"\b[\w+]+(?: [\w+]+)?(?: ?> ?[\w+]+(?: [\w+]+)?)+"),
    Target(
        "edit",
        (
            r"\b(?:re-?generate|delete|remove|split|duplicate|copy|cut|undo|redo|apply(?: to all)?|"
            "generate|retry|try again|burn(?: in)?|replace|crop|mute|unmute|reset|confirm|ok|okay|done|"
            "trim|rename|rotate|flip|detach(?: audio)?|paste|unlock|lock|auto[- ]?captions?|magic "
            "(?:cut|wand)|add (?:text|transition|music|a? ?caption)|ripple delete|enhance|refresh|swap|"
            "mirror|stabili[sz]e|denoise|reverse|freeze frame|trash(?: can)?|bin icon|pencil|wand|"
            "enter|backspace|remix|rewrite|translate|merge|ungroup|group(?= (?:button|icon|option|them|it)(?= |$)|$)|unlink|hide|align|(?:cmd|ctrl|"
            r"command|control) ?\+ ?[zyxcvd]|trash|scissors)(?: (?:button|icon|option|key|tool|command|"
            r"menu))?\b"
        ),
    ),
    Target("control", r"\b(?:{control})\b"),
    Target(
        "media",
        r"\b(?:media|assets?|uploads?) (?:library|bin|pool|panel|tab|browser|folder|section|area|page)\b",
    ),
    Target(
        "media_into",
        (
            r"\b(?:into|to|onto|in|on|inside) (?:the |your )?(?:media|assets?|uploads?) (?:library|bin|"
            r"pool|panel|tab|browser|folder|section|area|page)\b|\b(?:into|to|onto|in|on|inside) (?:the |your |this )(?:[\w-]+ ){0,2}"
            r"(?:chat(?: box| window)?|(?<!export )(?<!preview )(?<!app )window|browser(?: tab| window)?|page|drop ?zone|dotted (?:box|area|frame|line)|"
            r"dashed (?:box|area|frame))\b|\banywhere (?:in|on) (?:(?:this|the) (?:window|page)|this screen)\b"
        ),
    ),
    Target(
        "panel",
        (
            r"\b(?:{room}|(?<=open )\ue000(?= to\b| and\b|$|,))\b(?! discussion| of experts| show\b| "
            r"talk\b| interview| van| wall| beats?\b)"
        ),
    ),
    Target("timeline", r"\b(?:{time_line})"),
    Target(
        "corner",
        (
            r"\b(?:top|upper|bottom|lower)[- ](?:right|left)(?:[- ]hand)?(?: corner| side)?\b(?! of the "
            r"(?:frame|shot|scene|picture|image))|\bcorner of the (?:screen|page|editor|window|app)"
        ),
    ),
    Target(
        "button",
        (
            r"\b(?:button|icon|arrow|triangle|shortcut|menu item|hotkey|(?:cmd|ctrl|command|control|"
            r"shift|alt|option) ?[+-] ?\w+)\b"
        ),
    ),
    Target(
        "clip",
        (
            r"(?:\b(?:{clip})\b(?! (?:panel|tab|menu|section|page|library|drawer|editor|settings|icon|"
            r"button|browser|list|track|sidebar|inspector|view|toolbar|picker|dropdown))|[\ue000\ue003])"
        ),
    ),
)

PURPOSES: tuple[Target, ...] = (
    Target(
        "credits",
        (
            "(?:top[- ]?up|recharge|upgrade|purchase|refill|renew|subscribe|(?:buy|add|get|see|check|"
            r"view|review|know|manage|monitor)(?: \w+){0,3} (?:credits?|balance|plans?|subscription|"
            r"usage|points)\b|get more$|see what(?:'?s| is| you have| you've got| you still have| i have)(?: still)? left|see what remains|see how (?:much|many)(?: \w+){0,3} (?:left|remain|"
            r"remaining))\b"
        ),
    ),
    Target(
        "upload",
        (
            "(?:upload|import|attach|(?:add|select|choose|pick|insert|bring in|drop in|provide|use|"
            r"replace (?:it|the \w+|scene \d+) with|swap in|load|include|put in|drop) your (?:own "
            r")?[\w-]+|(?:add|insert|bring in|drop in|provide|load|include|put in|select|choose|pick) "
            r"(?:a|the|your|some|any|more|new|another|an) (?:[\w-]+ ){0,2}(?:logo|photo|image|picture|"
            r"file|files|clip|clips|footage|media|recording|png|jpg|mp3)\b)"
        ),
    ),
    Target(
        "export",
        (
            r"(?:export|download|save|share|publish|render|get (?:it|the|your|a|an)\b|grab (?:it|the|"
            r"your)\b|finish(?: up)?|finali[sz]e|deliver|post|keep (?:it|a copy)|receive)\b"
        ),
    ),
    Target(
        "glance",
        r"(?:see|check|view|review|look at|get back to|find|read|reopen|revisit|compare|have a look at) it(?: again| all| later| once more| in full)?\b",
    ),
    Target(
        "preview",
        (
            "(?:preview|play|watch|hear|listen|re-?play|rewatch|see (?:it|the (?:result|video|clip|new|"
            r"whole|full|final|changes?|animation|transition|motion|effect)\b|how (?:it|they|everything|"
            r"the \w+(?: \w+)?) (?:looks?|feels?|plays?|sounds?|flows?|moves?|works?|turned out|comes? "
            "(?:out|together))|your (?:video|result)|everything)|feel|experience|check (?:it|how (?:it|"
            "the)|the (?:result|timing|flow|pacing|sync))|view the (?:result|video)|look at it|scrub|"
            r"judge|evaluate|enjoy|review (?:it|the (?:result|cut|video|edit|pacing)))\b"
        ),
    ),
    Target(
        "edit",
        (
            "(?:edit|change|adjust|tweak|modify|move|trim|swap|replace|delete|remove|mute|unmute|"
            "resize|rename|rearrange|re-?order|reposition|cut|split|shorten|extend|lengthen|fine-?tune|"
            "customi[sz]e|set|pick|choose|try|switch|turn|increase|decrease|raise|lower|make|speed|"
            "slow|crop|rotate|apply|regenerate|undo|redo|duplicate|refresh|fix|correct|retime|align|"
            "add|get rid|stretch|scale|start over|hide|lock|style|recolor|zoom|clean|soften|boost|"
            "reduce|restore|revert|bring|drop|tighten|nudge|push|give|create|generate|translate|"
            "rewrite|reset|toggle|enable|disable|snap|sync|loop|control|use|keep|insert|improve|update|"
            r"convert|merge|animate|blur|brighten|darken)\b"
        ),
    ),
    Target(
        "inspect",
        (
            "(?:see|view|unfold|expand|check|inspect|review|look|find|browse|explore|compare|read|learn|know|show|"
            r"list|verify|confirm|discover|access|reveal|open|understand|get details)\b"
        ),
    ),
    Target("matter", r"(?:the|a|an|your|more|all|its|further|other) (?=\w)"),
)
