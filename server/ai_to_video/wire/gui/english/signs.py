"""English: the general signs that a clause is about the editor, whatever its words in between. Data.

A clause that no form of asking fits is weighed by these: how it turns to the person, and what it names of the editor.
"""

from ai_to_video.wire.gui.grammar import Target

KEYS = (
    r"(?<![\w'])(?:(?:ctrl|cmd|command|control|shift|alt|option|opt|win|meta) ?(?:[+-]|\+? ?shift ?\+) ?"
    r"(?:(?:shift|alt|option|opt|cmd|command|ctrl) ?[+-] ?)*(?:f\d{1,2}|space(?: ?bar)?|enter|return|del(?:ete)?|backspace|tab|home|"
    r"end|esc(?:ape)?|click|drag|scroll|wheel|plus|minus|(?:left|right|up|down)(?: arrow)?|arrows?|page (?:up|down)|[\w.,/?+-](?!\w))|"
    r"f\d{1,2}\b|(?:the )?(?:space ?bar|backspace|page (?:up|down)|(?:left|right|up|down)(?: (?:and|or|"
    r"/) (?:left|right|up|"
    r"down))? arrows?(?: keys?)?|arrow keys?|(?:space|enter|return|delete|del|esc|escape|tab|home|end|comma|"
    r"period|plus|"
    r"minus|[b-z])(?:(?:,| and| or|/)+ ?(?:space|enter|return|[a-z])){0,3} keys?))(?![\w])"
)
NAMED_KEY = (
    r"(?:space|enter|return|delete|del|esc|escape|tab|home|end|[b-hj-z?]|[a-z](?:, ?[a-z])+|[a-z] (?:and|or) [a-z])"
)

SIGNS: dict[str, str] = {
    "keys": rf"{KEYS}|{NAMED_KEY}(?= |$)",
    # a thing of the editor that a film seldom shows
    "strong": (
        r"\b(?:buttons?(?!-down| nose| hole| mushroom| up| down shirt)|icons?|badge|tool ?bars?|side ?bars?|"
        r"drop-?downs?|pop-?ups?|pop-?overs?|tool ?tips?|check ?box(?:es)?|tick ?box(?:es)?|toggles?|sliders?|"
        r"faders?|knobs?|scrubber|play ?head|time ?line|canvas|inspector|dialog(?:ue)? box|dialogs?|modal|"
        r"wizard|sub-?menus?|context menu|(?:panel|pane|tab|drawer)s?(?! discussion| of experts| of judges| show\b|"
        r" van| beat| wall| talk| interview)|handles?|key ?frames?|swatch(?:es)?|eye ?dropper|colou?r picker|"
        r"picker|hamburger|three dots|ellipsis|kebab|gear|cog|profile (?:picture|photo|icon)|avatar|breadcrumbs?|"
        r"preview (?:window|pane|area)|(?:double|right|shift|ctrl|alt)-click(?! of)|(?:track|layers?|clip|scene|asset|caption) list|(?:plus|coin|paper ?clip|pencil|disk|wallet) (?:in|at|on|"
        r"beside) the (?:[\w-]+ )?(?:corner|top|left|right|header|chat|bar)|storyboard view|the storyboard(?! (?:artist|above|below))|media bin|text box|text field|input field|"
        r"chevron|caret|magnet|padlock|context menu|"
        r"short-?cuts?|hot ?keys?|track ?pad|(?:your|the) (?:mouse|cursor|pointer|keyboard)|full[- ]?screen|"
        r"mixer|triangle|symbols?|(?:little|small|tiny|up|down|left|right|double) (?:and \w+ )?arrows?|scene cards?|"
        r"(?:top|menu|status|search|action|control|tool|nav(?:igation)?|seek|progress|scroll) ?bar|scroll wheel|"
        r"(?:in|on|from|via|under|through|into|to|using|at) (?:the|your) (?:[\w-]+ ){0,2}(?:menu(?! card| board|"
        r" of)|header|footer|media library|"
        r"preview (?:window|pane|area)|player|editor|queue|palette|dashboard|settings|toolbox|ribbon|properties|"
        r"export window|version history)\b|"
        rf"(?:click|tap|press|hit|push)\w*(?: on| of)?(?: the)?(?: big)? (?:export|download|save|play|preview|"
        rf"upload|import|regenerate)|"
        rf"(?:export|share|file|edit|view|user|account|overflow|settings|effects?|text|main|more|media|"
        rf"import) menu|track headers?|counter(?= (?:next|beside|at|in|on)\b)|(?:list|grid) view|"
        rf"(?:little |jog |colou?r |scroll )wheel|(?:blue|green|red|white|little|big) arrow (?:up|on|in|at)|(?:crop|blade|pen|hand|text|zoom|razor|magnet|"
        rf"selection) tool)\b|{KEYS}"
    ),
    # a thing of the editor that a film may show as well
    "weak": (
        r"\b(?:cards?|windows?|tracks?|layers?|header|footer|arrows?|corners?|coin|library|player|keys?|eye|bin|"
        r"lists?|"
        r"box(?:es)?|list|bar|edges?|ends?|clips?|captions?|titles?|segments?|symbols?|dots?|markers?|row|"
        r"column|cell|preview|frame|viewer|text|menu|chat|bell|lock|speaker|plus|minus|sign|triangle|wand|"
        r"(?:top|upper|bottom|lower)[- ](?:left|right)|on the (?:left|right)|at the (?:top|bottom)|settings|section|"
        rf"editor|screen|list|history|queue|switch|slot|scenes?|shots?|group|thumbnails?)\b|"
        rf"(?<![\w'])(?:{NAMED_KEY})(?= |$)|\ue000"
    ),
    # an act that is done at an editor and seldom elsewhere
    "gesture": (
        r"(?:(?:double|right|left|triple|long|shift|ctrl|cmd|alt|option|command|control)[- ]?)?(?:click|"
        r"tap(?! into)|press|drag|hover|swipe|pinch|"
        r"mouse over)(?:ing)?(?:[ -]and[ -](?:hold|drag|drop))?(?= (?:on|over|and|in|into|onto|to|at|between|"
        r"beside|near|below|above|next|inside|outside|across|"
        r"through|from|out|down|up|left|right|the|your|its|it|them|any|each|every|all|both|one|either|whichever|"
        r"this|that|these|those|a|an|anywhere|twice|once|here|\d|{keys}|\ue000|{label})\b| \ue000|$)|"
        r"(?:un)?tick(?:ing)?\b|(?:un)check(?:ing)?\b|"
        r"toggl(?:e|ing)\b|flip(?:ping)? (?:the|its) (?:switch|toggle)\b|grab(?:bing)? (?:the|its|any|one|either|a)\b|"
        r"hit(?:ting)? (?=(?:the )?{keys}|the (?:\w+ )?(?:button|icon|key|triangle|arrow|sign|symbol))|(?:rest|"
        r"place|put|park|hold|keep|set|leave|position|"
        r"move) (?:your|the) (?:mouse|cursor|pointer|play ?head)|deselect\b|scrub\b|(?:expand|unfold|"
        r"collapse)(?= (?:the|its|it|their|any|each|all)\b)|hold(?: down)? (?:shift|alt|"
        r"ctrl|cmd|option|command|the (?:\w+ )?(?:key|button|mouse))\b"
    ),
    # an act asked of somebody: a verb in its plain form with what it acts on
    "imperative": (
        r"(?!(?!give\b|do\b){stopwords})(?!{strong})(?![a-z]+(?:ed|ing|ers?|ions?|ness|ity|ment|ly|ance|"
        r"ence)\b(?<!\bfeed)(?<!\bneed)(?<!\bspeed))(?![a-z]+s\b(?<!ss)(?<!focus))"
        r"[a-z]{2,}(?:-[a-z]+)?(?= (?:(?:up|down|in|out|on|off|over|back|through|around|along|into|at|to|by|with|"
        r"for|from) )*"
        r"(?:the|your|it|them|this|that|these|those|its|a|an|any|each|every|both|all|whichever|whatever|one|some|"
        r"more|another|"
        r"things|everything|anything|\d+|\ue000)\b|(?: (?:up|down|in|out|on|off|over|back|through|around|along|"
        r"into|at|to|with|by)\b)| "
        r"(?:whichever|clips?|scenes?|between|full|{keys})\b)"
    ),
    # an act that a word for its place makes one of editing
    "act": (
        r"(?:{edit}|{drag}|{drop}|{select}|{go}|{play}|{use}|{strike}|{point}|{upload}|{export}|untick|tweak|"
        r"soften|tone|crank|dial|beef|ramp|turn|take|knock|thin|switch)\b"
    ),
    # what stands between the act and what it is for
    "aim": (
        r"\b(?:in order to|so (?:that )?you can|if you (?:want|like|wish|need|prefer) to|"
        r"(?<!next )(?<!close )to|for|and)\b(?= (?!the\b|a\b|it\b|its\b|your\b))"
    ),
    # an act on the way to the one behind it
    "step": (
        r"\W*(?:(?:first|then|next|just|simply|please|now|also|you can|you may|you could|and) ?,? )*(?:{gesture}|"
        r"(?:hold|park|stop (?:at|on|there)|pause|mark|highlight|rewind|return|go (?:back )?to|hop|jump|scroll|"
        r"confirm|place the|position the|put the (?:play ?head|cursor)) )(?! (?:me|us)\b)"
    ),
    # moves the playhead, and that is all
    "parks": (
        r"\b(?:place|put|park|set|move|drag|position|slide|bring|leave)(?:ing)? (?:the|your) (?:red |blue |"
        r"white )?(?:play ?head|cursor|scrubber|marker)\b"
    ),
    # a thing of the picture or of another site that has an editor's name
    "foreign": (
        r"\b(?:like|subscribe|follow|notification|elevator|lift|panic|emergency|door|eject|power|shutter|light|"
        r"record|buy|order|red|golden|"
        r"glowing|big red|stop) (?:button|bell|switch)|\b(?:in|of|on|from) (?:(?:the|your|this|that|an?|his|her|"
        r"their) )?(?:[\w-]+ )?(?:demo|ad|advert|thumbnail|"
        r"mock-?up|screen recording|walk-?through|phone|building|room|wall|door|table|desk|coat|shirt|jacket|machine|radio|museum|kitchen|street|car|train|shop|oven|"
        r"dress|tape deck|coffee machine|recording|shot|"
        r"app video|"
        r"scene(?! (?:card|list|panel|tab)))\b"
    ),
    # names a place of the editor as the place where something is or is done
    "stands_in": (
        r"\b(?:in|under|behind|from|via|through|with|on|at|inside|within|next to|beside|below|above|out of|"
        r"using) (?:(?:the|your|its|that) )?(?:(?!(?:of|that|who|which|is|are|and|or|an?)\b)"
        r"[\w&+'/-]+ ){0,3}?(?:tab|panel|pane|menu|drop-?down|tool ?bar|side ?bar|inspector|drawer|top bar|"
        r"menu bar|dialog|pop-?up|icon|button|slider|fader|"
        r"knob|(?:video )?player(?!'s)|viewer(?!'s)|preview(?! audience)|avatar|gear|hamburger|three dots|"
        r"context menu|mixer|(?:layers?|history|captions?|media|assets?|"
        r"versions?|tracks?|clips?|scenes?|"
        r"effects?|projects?|takes?|drafts?|exports?|recordings?) (?:list|tray|library|view|page|window|folder)|settings|play ?head|arrow|clock|coin|"
        r"bell|"
        r"shortcut|tool)\b(?! (?:discussion|card|board|sound|"
        r"set|art|graphic|show|van|of|in the|in your))"
    ),
    # has a verb of its own
    "verbal": (
        r"\b(?:is|are|can|may|could|will|has|have|does|do|lets?|lives?|sits?|waits?|hides?|takes?|gets?|gives?|"
        r"carry|carries|holds?|shows?|tells?|starts?|"
        r"opens?|goes|comes?|works?|happens?|appears?|awaits?|lists?|runs?|plays?|exports?|stays?|turns?|needs?|"
        r"stands?|belongs?|reveals?|brings?|lies?|"
        r"resides?|respond|responds?|follows?|moves?|changes?|let's|keeps?|must|should|might)\b|\b(?:it|that|"
        r"there|they|everything)'(?:s|re)\b|\w's (?:on|in|at|"
        r"under|behind|right|just)\b"
    ),
    # tells of the film, or of what was done
    "reports": (
        r"\b(?:i|i've|i'm|i'd|i'll|we|we've|he|she|him|his|my|our|now|was|were|had|been|did|didn't|"
        r"users?|viewers?|audience|cursor|mouse|fingers?|hands?|"
        r"thumb|hero|customers?|waiter|chef|man|woman|girl|boy|kid|child|people|someone|camera|scene \d+|shot|"
        r"frame|(?<!be )\w+(?<!list)(?<!nam)(?<!need)(?<!hid)(?<!call)(?<!display)"
        r"(?<!disabl)(?<!lock)(?<!stor)(?<!locat)(?<!tuck)(?<!group)ed|sounds?|says?|reads?|kept|put|made|cut|"
        r"left|found|took|went|door|car|street|sits? (?:above|below)|"
        r"wall|room|screen recording|demo|mock-?up|"
        r"video opens|film|movie)\b|\d:\d\d|\ue000|^\W*\w+(?:ed|t)\b|\d ?%"
    ),
    # is only looked at
    "glance": (
        r"(?:view|see|read|check|inspect|find|review|access|compare|look up|"
        r"browse)(?: \w+){0,4} by (?:simply |just )?(?:click|open|hover|expand|tapp|press|select|unfold)ing\b|"
        r"\ba (?:(?:quick|closer|good|second|proper|long|brief) )*(?:look|glance|peek)\b"
    ),
    # what then comes up is a list or a panel of values
    "opened": (
        r"\b(?:lists?|panel|menu|settings|parameters?|details?|values|properties|names?|options|controls|"
        r"tool ?tip|notes?|history|info|data|timings?|versions?|drawer|window)\b"
    ),
    # only says where, and leaves what to do there to the clause behind it
    "place": (
        r"\W*(?:(?:and|then|or|so|also),? )*(?:in|on|under|inside|from|at|within|via|using|with|over in|down in|"
        r"up in) (?:the |your )?"
        r"(?:[\w&-]+ ){0,4}?(?:(?:[\w&-]+(?<!ing) )?(?:panel|tab|menu|inspector|mixer|editor|tool ?bar|side ?bar|"
        r"section|window|"
        r"dialog(?:ue)?(?: box)?|drop-?down|drawer|settings|pane|timeline|canvas|library|properties|page|view|"
        r"list|pop-?up|popover|header|"
        r"top bar|storyboard|wizard|modal)|(?:audio|text|style|video|colou?r|effects?|transform|layout|captions?|"
        r"subtitles?|"
        r"speed|motion|voice|music))(?: (?:on|at|in) the (?:left|right|top|bottom)[\w -]{0,24}| above| below)?\W*"
    ),
    # a bare key in brackets, or a place that only adds to the thing before it
    "aside": (
        rf"\W*(?:(?:or|press|on|in|at|the|far|its|to|next|beside|by|with|a|an|under|it's|right|left|top|bottom|"
        rf"upper|lower|side|of|"
        rf"screen|corner|window|panel|sidebar|icon|gear|mac|windows|pc|bar|above|below|clock|middle|header|"
        rf"toolbar|shaped|first|last|"
        rf"second|third|tab|menu|small|little|blue|green|red|purple|white|orange|yellow|looks|like|your|{KEYS}|"
        rf"{NAMED_KEY})\W*)+"
    ),
    # tells what the person will then see on the screen, and no more
    "outcome": (
        r"\W*(?:(?:and|then|so) )*(?:(?:a|an|the|its|all|their|each|every|your|more|some|both)(?: (?!that\b|"
        r"who\b|is\b|are\b)[\w'-]+){1,5}|it|they|"
        r"everything|one|that|which)(?: (?:will|should|'ll|would|can))?(?: then| now| all| both| simply|"
        r" also)? (?:unfolds?|opens?|"
        r"appears?|pops?(?: up| out)?|shows?(?: up)?|comes? (?:up|into view)|drops? (?:down|open)|slides? (?:in|"
        r"out|open)|expands?|fl(?:y|ies) "
        r"out|lights? up|turns? (?:blue|green|red|white|grey|gray)|is (?:shown|displayed|listed)|be (?:shown|"
        r"displayed|listed|there|saved|"
        r"yours)|snaps? (?:to|into|back)|updates?|moves? along|follows?|folds? out|starts?|begins?|"
        r"downloads?)\b(?! at \d)"
    ),
}

# What a clause is after, by the words of its goal; the first that fits.
GOALS: tuple[Target, ...] = (
    Target(
        "upload",
        r"\b(?:adds? (?:files|media|footage)|uploads?(?! (?:panel|tab|list|page))|imports?|attach|browse (?:files?|your|for)|paper ?clip|"
        r"replace file|from (?:your|the|"
        r"my) (?:own )?(?:desktop|"
        r"computer|disk|device|phone|hard drive|"
        r"camera roll|gallery|laptop|files)|(?:add|send|bring in|drop|pick|choose|use|insert|drag|put|"
        r"share) (?:in )?(?:your own|yours|your (?:[\w-]+ )?(?:"
        r"photos?|pictures?|footage|files?|logo|clips|videos?|images?|recordings?|media)|(?:one|yours)$|(?:some|"
        r"more|any)(?: more)? (?:footage|files|"
        r"photos|pictures|media|videos)|one from your)|record (?:some|one|it|a |your)|microphone|into (?:this|"
        r"the) (?:chat|upload)|dotted (?:box|area|frame)|drop ?zone)\b",
    ),
    Target(
        "get_credits",
        r"\b(?:credits?|balance|top[- ]?up|billing|upgrad(?:e|ing)|coins?|wallet|store (?:tab|page)|(?:grab|buy|"
        r"pick|choose|get) (?:a |another )?(?:\w+ )?packs?|how (?:many|much) you (?:have|still have|'ve got)|"
        r"diamond|lightning|gem|subscription|"
        r"subscribe|pricing|plans?\b|credit pack|(?:bigger|"
        r"starter|top-up) pack)\b",
    ),
    Target(
        "export",
        r"\b(?:save as|exports?|exporting|downloads?|downloading|render(?:s|ing)?|publish(?:es)?|mp4|(?:final|finished) (?:file|video|version|cut)(?=:)|gives you the (?:file|video)|saves?(?= (?:it|"
        r"the file|the video|your|a copy|to)\b)|get the file|"
        r"sharing|shares?(?= (?:icon|menu|button|it)\b))\b",
    ),
    Target(
        "get_state",
        r"\b(?:(?:mov|rest|hold|put|plac|hover|leav)\w* (?:your|the) (?:cursor|mouse|pointer) (?:across|over|on|"
        r"onto|above)|hover(?:ing)?|mouse over|change ?log)\b",
    ),
    Target(
        "send_edit",
        r"\b(?:(?:ctrl|cmd|command|control) ?\+ ?(?:shift ?\+ ?)?[zyxcvdbkag]\b|undo|redo|delete|remove|(?:un)?tick|toggle|crank|"
        r"dial|bump|tone|tweak|soften|sharpen|retime|type|(?:press|hit|with|tap) (?:s|c|b|x)\b|(?:up|"
        r"down) (?:the|by|to)|split|trim|(?<!the )(?<!old )(?<!new )(?<!final )(?<!rough )(?<!first )cut|crop|move|drag|reorder|"
        r"rearrange|resize|recolou?r|rename|nudge|mute|unmute|swap|duplicate|rotate|flip|add|change|adjust|set|"
        r"backspace|shift ?\+ ?delete|del\b|"
        r"switch (?:on|off)|turn(?:s)? (?:\w+ ){0,3}?(?:on|off|up|down|back)|longer|shorter|louder|quieter|lower|"
        r"higher|louder|bigger|smaller|"
        r"brings? (?:it|them) back|takes? it|another (?:font|style|colou?r|song|one)|other (?:tones|colou?rs|"
        r"fonts)|zoom|speed|volume|"
        r"handles?|slider|fader|knob|swatch|picker|snap|ungroup|group|blade|align|replace)\b",
    ),
    Target(
        "preview_timeline",
        r"\b(?:plays?|playback|watch|listen|hear|(?:have|take|for) (?:a|another) look at (?:it|the (?:whole|"
        r"result|video|cut|new))|see (?:how|if|the (?:result|cut|whole))|previews?|scrub|shuttle|step (?:through|"
        r"along|forward|back)|full[- ]?screen|frame by frame|loop|"
        r"rewind|(?:review|check|view|watch|play|preview|inspect)(?:ed|ing)? (?:\w+ ){0,4}?(?:in|"
        r"on) the (?:time ?line|player|preview|viewer)|[jkl] key|[jkl],|(?:press|hit|with|tap|"
        r"use) (?:the )?[fjkl]\b|space ?bar|play ?head|triangle|viewer|player)\b",
    ),
    Target(
        "get_state",
        r"\b(?:see|shows?|lists?|view|read|inspect|check|look|hover|mouse over|unfold|expand|values|numbers|"
        r"details?|history|versions?|names?|stored|folder|"
        r"find|panel|tab|open|compare|inspector|bell|notes?|comments?|status|progress|tooltip)\b",
    ),
)
