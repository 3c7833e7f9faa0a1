"""English: statements that only an editor makes true, read at a second look. Data."""

from ai_to_video.wire.gui.english.signs import KEYS, NAMED_KEY

# A control that does something, a place where something waits.
TELLINGS: tuple[str, ...] = (
    # Ctrl+E exports it; Space plays; the J key shuttles back
    (
        rf"(?:also |still |just )?(?:{KEYS}|(?:space|backspace|delete|enter|escape|esc|del|tab|m|s|f|k|"
        rf"l)(?= (?!is\b|was\b|has\b)\w+s(?: (?:it|them|that|this|back|through|along|forward|(?:the|your) (?:\w+ )?(?:video|clips?|whole|"
        rf"preview|cut|result|playback|timeline|selection|selected)|and \w+s)\b|[.,;:!]|$)))(?: (?:on|for) (?:a )?(?:mac|pc|"
        r"windows))? (?:(?:also|then|now|always|again|still|simply|just) )*(?:(?!is\b|was\b|has\b|sounds?\b|clicks\b|"
        r"images?\b|shots?\b|"
        r"graphics?\b)[a-z]+s|will|does|lets|can|gets|is (?:your|the|what|enough|the shortcut))\b"
    ),
    (
        rf"(?:the )?(?:keyboard )?(?:short-?cut|hot ?key|key)(?: (?:for|to) [^,;:]{{1,40}})? (?:is|"
        rf"would be)\b(?=.{{0,20}}{KEYS}|.{{0,12}}\b{NAMED_KEY}$)"
    ),
    # the fader on the left takes it lower; the Layers panel (right side) has the exact numbers
    (
        r"(?:the|that|your|this|its|those|these|an?) (?:(?!(?:in|on|of|at|that|which|is|"
        r"are)\b)[\w&+'-]+ ){0,4}?(?:buttons?|icons?|badge|sliders?|"
        r"faders?|knobs?|toggles?|switch|panel|pane|tab|drawer|menu|drop-?down|tool ?bar|side ?bar|inspector|"
        r"handles?|swatch(?:es)?|picker|arrows?|"
        r"symbol|triangle|gear|cog|magnet|padlock|dots?|check ?box|field|box|bar|short-?cut|dialog|wizard|tray|list|"
        r"avatar|bell|history|"
        r"tools?|wand|plus|coin|chevron|editor|mixer|view|window|page)(?: ?\([^()]{1,40}\))?(?: (?:up top|up there|down there|on top)| (?:on|in|at|under|above|below|"
        r"beside|by|behind|next to|of) "
        r"(?:the |its |your |every |each )?(?:[\w'-]+)(?: [\w'-]+){0,4}?)?(?: ?\([^()]{1,40}\))?,? (?:(?:also|then|"
        r"now|always|simply|just|even|will) )*"
        r"(?:lets?|allows?|will|helps|gets|gives|takes|brings|shows?|lists?|holds?|has|have|contains?|displays?|"
        r"tells?|turns?|makes?|does|do|"
        r"starts?|opens?|exports?|saves?|plays?|moves?|changes?|sets?|controls?|mutes?|removes?|adds?|undoes|raises?|"
        r"lowers?|keeps?|"
        r"covers?|handles?|reveals?|deletes?|puts?|leads?|resets?|duplicates?|splits?|downloads?|switch(?:es)?|"
        r"adjusts?|slows?|speeds?|boosts?|trims?|cuts?|shortens?|stretches|lengthens|softens?|hides?|shrinks?|enlarges?|returns?|"
        r"restores?|locks?|fades?) (?:you\b|it\b|"
        r"them\b|that\b|this\b|him\b|her voice|everything|every|all\b|files\b|clips\b|the (?:old|older|earlier|previous|latest|first|raw|original|exact|full|complete|whole|rest|details?|"
        r"numbers?|values?|list|level|"
        r"volume|speed|size|order|font|length|file|video|mp4|export|playback|clip|title|music|other|same|current|"
        r"colou?rs?|look|"
        r"timings?|settings|options|versions?|remaining)|more (?:options|settings|fonts|filters|styles|effects|presets|colou?rs|of them|songs|music|templates)|there\b|its (?:volume|speed|size|length|colou?r|"
        r"level|opacity|position)|"
        r"where |what |how |your (?:balance|credits|video|file|files|account|remaining|version|options)|playback|"
        r"to (?:the|your))"
    ),
    # your earlier versions sit behind the clock icon; exporting is done through the arrow
    (
        r"(?:[\w'&/\ue000-]+ ){1,8}?(?:lives?|sits?|hides?|waits?|resides?|is|are|can be found|(?:is|"
        r"are) (?:tucked away|hidden|kept|located|done|"
        r"possible|found|reached|waiting|just|only|right|one click away|stored|shown|displayed|listed|available|"
        r"collected|now|all))(?: (?:right|just|now|"
        r"all|also|up|down|away|only|one|click|directly|simply|neatly))* (?:in|under|behind|on|at|next to|beside|"
        r"inside|via|through|"
        r"with|by|from|using|within) (?:the |your |its |that |a )?(?:(?!that\b|of\b|who\b|"
        r"which\b)[\w&+'-]+ ){0,5}?(?:icon|"
        r"side ?bar|drop-?down|tool ?bar|hamburger|three dots|context menu|kebab|gear|cog|tab|panel|inspector|drawer|"
        r"menu (?:at|behind|on|in|"
        r"under)|(?:behind|under|in) your avatar|avatar|profile picture|share (?:menu|icon)|history|dialog|pop-?up|"
        r"top bar|bell|menu bar|"
        r"(?:file|edit|view|export|share|account|user|project|main|settings|more|tools|overflow) menu)\b"
    ),
    # there's a knob beside the track name; the Export button awaits in the corner; your file is one click away
    (
        r"(?:there's|there is|there are|you have|you've got) (?:also )?(?:an?|the|some|little|"
        r"two) (?:[\w'-]+ ){0,3}?(?:knob|slider|fader|button|icon|toggle|switch|drop-?down|handle|"
        r"menu|check ?box|picker|wheel|swatch|arrow|tool|tab|panel|field|shortcut)s? (?:next to|beside|above|below|"
        r"under|on|in|at|for|if|that|to|behind|near)\b"
    ),
    (
        r"(?:(?:the|your|an?|our) )?(?:[\w'-]+ ){0,2}?(?:export|download|save(?: as)?|share|play|preview|upload|"
        r"import|balance|credits?|coins?|counter|file|video|balance|"
        r"undo|settings|options?|history|button|remaining credits|how (?:many|much) (?:\w+ ){1,4}?)(?: (?:button|"
        r"option|icon|function|command|arrow|menu|one|left|link))?(?:'s|'re| is| are| awaits?| sits?| lives?| waits?|"
        r" hides?| appears?| shows?| can be found| is shown| is located| is displayed| stands?)(?: (?:right|just|now|"
        r"also|always|one|a|single|click|tap|away|up|you|for|there|waiting|displayed|shown|available|found))* (?:in|"
        r"at|on|under|behind|next to|beside|"
        r"below|above|inside|via|through) (?:the|your|its|that) (?:[\w'-]+ ){0,3}?(?:corner|menu|bar|arrow|icon|coin|"
        r"avatar|right|left|top|header|tool ?bar|"
        r"side ?bar|drop-?down|dots|name|panel|tab|dialog|dashboard|screen(?= edge|'s)|settings|clock|"
        r"gear)\b(?! of the (?:frame|shot|picture|image|video))"
    ),
    # Export is the blue button on the far right
    (
        r"(?:export|download|upload|play|save|import|undo|share)(?:ing)? is (?:the|a) (?:[\w-]+ ){0,2}(?:button|icon|arrow|entry|"
        r"option|symbol|item)\b(?! (?:of|in|on|at) the (?:frame|shot|picture|image|video|film))"
    ),
    # their names show when you move your cursor over them; it starts as soon as you confirm in the dialog
    (
        r".{1,70}?\b(?:when|whenever|once|as soon as|if|after|the moment|until) (?:you|you've|you're) (?:(?:just|"
        r"then|simply|first) )?(?:mov(?:e|ing) (?:your|the) (?:cursor|mouse|pointer|play ?head)|hover|"
        r"click|tap|press|hit|confirm|drag|right-click|double-click|open|scroll|expand|unfold|toggle|select|switch)\b"
    ),
    # playing it back in full screen is the best way to check
    r"[a-z]+ing\b.{0,60}?\b(?:is|would be) (?:the|a) (?:best|easiest|quickest|simplest|fastest|good) (?:way|place)\b",
    # exporting takes two clicks in the File menu; fonts are added from the Brand tab
    (
        r"(?:simply |just )?(?!(?:morning|evening|building|king|ring|string|spring|thing|clothing|lighting|opening|"
        r"ending|wedding|ceiling|being)\b)[a-z-]+ing(?: (?:it|them|the \w+|your \w+|more \w+|up|out|credits|files|"
        r"a \w+))? "
        r"(?:takes|works|happens|is (?:done|possible|easy|a matter|as easy|just|one)|goes|can be done|"
        r"needs) .{0,50}?\b(?:in|with|through|via|from|by|on|under|using|of) "
    ),
    (
        r"(?:[\w'&/\ue000-]+ ){0,5}?(?:is|are|gets?) (?:(?:also|easily|simply|best|all|always) )*(?:added|changed|"
        r"set|adjusted|exported|downloaded|edited|uploaded|imported|managed|controlled|"
        r"picked|chosen|switched|undone|renamed|toggled|bought|topped up) (?:(?:it|them|there|back) )?(?:from|via|"
        r"with|through|by|using|under|in) "
    ),
    # can be cut down with the blade tool; may be inspected one at a time in the Storyboard tab
    (
        r"(?:[\w'&/\ue000-]+ ){0,8}?(?:can|may|could|should|might|must|needs? to|ha(?:s|ve) to|is to|are to|"
        r"ought to)(?: (?:also|now|then|always|still|"
        r"easily|simply|just|even|only|best|further|all|both))* be (?:[\w-]+(?:ed|en|wn|ut|lt|nt|ght|et|it|ad|ld|ack|"
        r"one|seen|"
        r"heard|found|done|set|put|cut|split|hidden|swapped))(?: [\w'-]+){0,8}? (?:with|via|through|in|from|using|by|"
        r"on|at|under|inside|"
        r"within|over|into)\b"
    ),
    # it is recommended that the result be checked in the player; the Export button should be clicked
    (
        r"(?:it is|it's|we|i'd|i|it would be) (?:\w+ ){0,2}?(?:recommended|advised|advisable|suggested|best|suggest|"
        r"recommend|advise|"
        r"wise|good|a good idea|worth) (?:that )?(?:[\w'-]+ ){1,6}?(?:be |is |are |gets? )?\w+(?:ed|en|ing)\b"
    ),
    (
        r"(?:[\w'-]+ ){0,4}?(?:button|key|icon|slider|handle|option|tab|menu|box|toggle|"
        r"switch)(?: [\w'-]+){0,3} (?:should|must|can|may|needs? to|"
        r"has to|is to|only needs to|just needs to) (?:then |now |simply |just )?be (?:pressed|clicked|hit|tapped|"
        r"selected|used|dragged|"
        r"opened|chosen|pushed|ticked|moved|pulled)\b"
    ),
    r"(?<=before )(?:[\w'-]+ ){0,4}?(?:button|key|icon|option) is (?:pressed|clicked|hit|tapped|selected|used)\b",
    # a double-click on it brings up the handles; just a quick press of the Export button
    (
        r"(?:just |only |simply |all it takes is |it takes |with |do |it's )?(?:a|an|one|another|two)(?: (?:single|"
        r"simple|quick|short|long|little|gentle|last|"
        r"final|small|light))*[ -]?(?:double|right|left|long)?[ -]?(?:clicks?|taps?|press(?:es)?|swipes?|pinch|drag|"
        r"double-clicks?|"
        r"right-clicks?|long-press|hover|keystrokes?|pull|tug|flick|nudge|scroll)(?: away)? (?:on|of|over|at|to|in|"
        r"with|across)\b(?! (?:shoulder|arm|"
        r"door|nose|back)\b)"
    ),
    # hovering over the layer icon shows their names
    (
        r"(?:simply |just |by )?(?:(?:double-|right-|long-|shift-|alt-|ctrl-|cmd-)?(?:click|tapp|press|hitt|dragg|"
        r"hover|swip|pinch|scroll|toggl|tick|"
        r"untick|hold|unfold|expand)ing)\b(?!.*\b(?:isn't|not|can't|i|won't|cannot)\b).{0,120}?\b(?:will|lets?|"
        r"allows?|gives?|saves|starts|opens|shows|brings|takes|does|works|downloads|"
        r"exports|plays|reveals|makes|can|is enough|creates|deletes|removes|moves|changes|would|helps|pops|turns|"
        r"unfolds|gets|splits|"
        r"duplicates|mutes|undoes|tells|displays|lists)\b"
    ),
)
