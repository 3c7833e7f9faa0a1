"""English: the words its rules are made of. Data.

A verb is written plainly; the word before a ~ also stands in its -ing form.
"""

VERBS: dict[str, str] = {  # by kind of act
    "point": (
        "(click~|tap~|press~|touch~) and hold~( down)?|(left-|middle-|double[ -]?|right[ -]?|shift[ -]?|"
        "ctrl[ -+]?|control[ -]?|cmd[ -+]?|alt[ -]?|"
        "single[ -]?)?(?:click~|clic)|double[ -]?tap~|tap~|hover~|long[ -]press~|"
        r"give~(?= (the|that|your) ([\w-]+ ){1,4}?(a|an|another|one)( [\w-]+)? (click|tap|press|push|hit|try|go|shot|whirl|nudge|pull))"
        ""
    ),
    "strike": (
        r"press~|hit~|push~|punch~|smash~|mash~|slam~|whack~|bash~|toggle~|untick~|uncheck~|(tick~|check~) (?=the [\w -]{0,24}box)|"
        "activate~|enable~|disable~|long[ -]press~"
    ),
    "select": "select~|choose~|pick~( out)?|highlight~|mark~|set~|confirm~",
    "go": (
        "(re-?)?open~( up)?|go~( back| over| straight| right| down| up)? (to|into|in)|head~( back| "
        "straight| right| on)?( over| up| down)? (to|into)|hop~( on)?( over)? (to|into)|jump~( back| "
        "over)? (to|into)|switch~( back| over)? (to|into)|navigate~( back| over)? (to|into)|move~( "
        "over)? to (?=the [a-z]+ (tab|panel|page))|return~ to|proceed~ to|continue~ to|visit~|access~|"
        "launch~|expand~|unfold~|enter~|pull~ (up|down)|bring~ up|pop~ open|swing~ by|scroll~( up| down| "
        "over)? (to|through|in)|show~|reveal~|look~ for|go~ through|flip~( over)? to|come~ back to|stop~ "
        "by|dive~ into|step~ into|toggle~|close~|collapse~|hide~"
    ),
    "see": (
        "see~|view~|find~|keep~ an eye on|check~( out| on)?|look~( up| over)? (at|in|into|under|inside|on|through)|"
        "inspect~|consult~|refer~ to|browse~( through)?|explore~|review~|verify~|monitor~|manage~|"
        "compare~|locate~|read~|spot~|peek~ (at|in|into)|search~( for| in| through)?|discover~|examine~|"
        "track~|confirm~|(take~|have~|get~) (a |another )?(quick |closer |good |final |last |first "
        ")?(look|peek|glance|listen|read)( at| in| into| around| over| through| under)?"
    ),
    "use": (
        "use~|try~( out)?|grab~|utilize~|utilise~|rely~ on|work~ with|play~ (around )?with|experiment~ "
        "with|make~ use of"
    ),
    "drag": (
        "(click~ and )?drag~( |-)(and|&|n|'n')( |-)drop~|(click~|press~|tap~|touch~)(,| and| &)? (hold~ "
        "and |hold )?(and )?drag~|drag~/drop|drag-drop|drag~"
    ),
    "drop": "drop~( in)?|place~|put~|throw~|insert~|pop~(?! open)|toss~|chuck~|slip~|plop~",
    "edit": (
        "move~|shuffle~|trim~|adjust~|resize~|change~|edit~|tweak~|fine-?tune~|modify~|alter~|customize~|"
        "customise~|rearrange~|re-?order~|reposition~|arrange~|nudge~|slide~|pull~|push~|stretch~|"
        "extend~|shorten~|lengthen~|shift~|shrink~|replace~|swap~( out)?|delete~|remove~|mute~|cut~|"
        "split~|rename~|rotate~|crop~|scale~|speed~ (it )?up|slow~ (it )?down|raise~|lower~|increase~|"
        "decrease~|reduce~|boost~|turn~ (up|down|on|off|it|the)|make~(?! sure)|set~|switch~( on| off)?|add~|"
        "insert~|update~|correct~|dial~( in| up| down| back)?|bump~( up)?|fix~|refine~|align~|snap~|"
        "pinch~|swipe~|draw~|retime~|control~|override~|tune~|sync~|zoom~( in| out)?|duplicate~|redo~|"
        "undo~|style~|recolor~|apply~|scroll~|select~|choose~|pick~|get~ rid of|keep~|give~|personalize~|"
        "personalise~|tighten~|bring~( up| down)?|regenerate~|loop~|hide~|blur~|brighten~|darken~|"
        "revert~|restore~|lock~"
    ),
    "play": (
        "play~( back)?|re-?play~|watch~|rewatch~|listen~( back)?( to)?|hear~|view~|review~|see~|check~( "
        "out)?|look~( it over| at)?|inspect~|run~|test~|enjoy~|examine~|verify~|evaluate~|take~ (it|this|that|the \\w+) for (a |another )?(quick )?(spin|whirl|ride|run|test( drive)?)|(take~|have~|"
        "get~|give~ it|give~) (a |another )?(quick |closer |good |final |last |first )?(look|peek|listen|"
        "watch|play|glance|spin|run-?through)( at| to)?"
    ),
    "export": "(re-?)?export~|download~|save~|render~( out)?|publish~|output~",
    "bring": (
        "add~|bring~( in)?|insert~|browse~( for)?|choose~|pick~|select~|provide~|send~|include~|swap~ in|"
        "put~|pull~ in|load~|supply~"
    ),
    "fetch": "grab~|get~|share~|collect~|obtain~|receive~|finalize~|finalise~",
    "upload": "(re-?)?upload~|import~|attach~|submit~",
}

THINGS: dict[str, str] = {  # of the editor and around it
    "the": "the|this|that|these|those|any|each|every|all|a|an|your|its|it|them|either|both|another|one|our|my|some|whichever|whatever",
    "video": (
        "video|clip|reel|movie|film|file|project|mp4|mov|gif|webm|mp3|wav|result|cut|edit|trailer|teaser|"
        "promo|ad|short|recap|montage|story|final version|version|draft|sequence|master|output|explainer|"
        "vlog|slideshow|timelapse|documentary|tutorial|intro|animation|piece|audio|copy|masterpiece|"
        "creation|work|preview|composition|episode|demo|highlights?|final product|end result|final|"
        "finished one"
    ),
    "room": (
        "storyboard(?: view| panel| tab)?(?! above| below)|panels?|tabs?|menus?|sub-?menu|side ?bar|drawer|"
        "dialog(?:ue)?(?: box)?|tool ?bar|ribbon|inspector|drop-?down(?: menu| list)?|pop-?up(?: window| "
        "menu)?|modal|(?:project |export |video |your |the |audio |app )?settings|preferences|workspace|"
        "pane|picker|(?:media|asset|assets|stock|clip|sound|music|projects?|templates?|effects?|"
        "font|audio|your|takes?|drafts?|recordings?|exports?|sticker|transition|style|brand|video) (?:library|bin|pool|browser|gallery|"
        "folder|list|page)|(?<=the )library|dashboard|mixer|menu bar|nav ?bar|control panel|control bar|"
        "top bar|bottom bar|action bar|header bar|tool ?box|track headers?|(?:layers?|history) list|"
        "(?:projects?|settings|assets|templates?|brand|history|export|main|home|editor|edit|media|fonts?|"
        "help|caption|text|subtitle|color|style|effects?|audio|music|transitions?|adjustments?|script|"
        "layers?) (?:page|view|screen|window|section|area|options|controls|editor|box|mode|pane|"
        "workspace)|(?<=the )editor(?: window)?|(?<=the )video editor|properties|hamburger(?: menu)?|"
        "three[- ]dots?(?: menu| icon)?|ellipsis|kebab menu|gear(?: icon)?|cog(?: icon)?|canvas|web ?app|"
        "(?<=the )interface|(?<=under )adjustments|control cent(?:er|re)|quick actions|(?:version|edit|change|undo) history(?: list| panel)?|history list"
    ),
    "control": (
        "sliders?|(?:clip|title|track|music|shot|scene|caption)'s (?:end|start|edge|border|corner)|knobs?|faders?|dials?|handles?|edges?|key ?frames?|toggle|switch|brush|bounding box|"
        "crop (?:frame|box)|anchor(?: point)?|waveform|blade|razor(?: tool)?|scissors|transform box|"
        "grips?|checkbox|eyedropper|(?:arrow|delete|backspace|split|cut|trim|crop|pen|text|color|"
        "selection|pointer|hand|zoom|speed|volume|fade|blade|transform|move|position|opacity|scale) "
        "(?:keys?|tools?|controls?|curve|bar|wheel|picker|line|field|setting)|markers?|gizmo|rubber band|"
        "playback speed|corners? of the (?:clip|title|logo|box)|corner handles?|trim points?|in and out "
        "points"
    ),
    "time_line": (
        r"film ?strip|time ?line(?: panel| view| tab| area| ruler| editor| window)?\b(?! of| graphic| animation| "
        "infographic|'s)|(?:audio|video|music|title|text|voice|caption|bgm|sound|overlay|voiceover|"
        r"subtitle) (?:track|lane|layer)s?\b(?! is)"
    ),
    "own": (
        r"an? \.?(?:mp3|wav|m4a|png|jpe?g|gif|mp4|mov|pdf|docx?)(?: file)?\b|your (?:own )?(?:[\w-]+ "
        r"){0,2}(?:files?|footage|photos?|images?|logo|pictures?|recordings?|"
        r"media|document|assets|voice sample|mp3)\b|your own\b|(?:a|another|more|new|some|any) (?:[\w-]+ "
        r"){0,2}(?:files?|footage|photos?|images?|picture|recording|media|document)\b|(?<=drag )files?\b|"
        r"(?<=drop )your (?:own )?\w+|(?<=drop )files?\b|(?<=upload )files?\b|footage\b|(?<=drag )(?:photos|images|pictures)\b|"
        r"(?<=drop )(?:photos|images|pictures)\b|from (?:your|the|my) (?:computer|device|phone|desktop|"
        "disk|laptop|gallery|camera roll|hard drive)|the (?:file|photo|image|logo|picture|recording) "
        "(?:here|there|into|onto|in the upload)"
    ),
    "clip": (
        r"(?:first|second|third|last|next|other|selected|long|short|new) \w+|clips?|titles?|captions?|"
        "subtitles?|tracks?|rows?|layers?|segments?|scenes?|elements?|thumbnails?|shots?|words?|lines?|"
        "texts?|overlays?|logos?|watermarks?|stickers?|transitions?|cards?|images?|photos?|songs?|music|"
        "bgm|audio|voice ?overs?|videos?|blocks?|assets?|items?|names?|fonts?|presets?|styles?|colou?rs?|"
        "filters?|effects?|templates?|sections?|parts?|files?"
    ),
    "elsewhere": (  # a thing that has buttons and is no editor
        r".{0,40}?\b(?:on|of|in|at|beside|by) (?:the|an?|his|her|their) (?:[\w-]+ )?(?:toy|wall|door|machine|remote|radio|phone|"
        r"camera|elevator|lift|doorbell|blender|oven|toaster|microphone|tape deck|lamp|traffic light|jukebox|rocket|robot)\b"
    ),
    "owned": "your|my|our|its",
    "name": r"(?:\ue000|\ue001|\ue004)",
    "dragging": "dragging(?:[ -]and[ -]dropping)?",
    "stopwords": (
        "(?:the|my|your|our|its|his|her|their|a|an|it|i|we|he|she|they|you|who|what|which|where|how|is|"
        "are|was|were|has|have|will|can|could|would|should|may|does|did|do|don|not|never|nor|than|then|"
        "there|since|until|unless|into|onto|inside|under|behind|over|between|through|during|without|"
        "within|like|just|also|very|more|most|less|both|either|settings|panel|button|menu|tab|icon|maybe|"
        "perhaps|keep|let|have|has|had|imagine|think|describe|tell|say|send|give|want|like|need|know|"
        "mean|note|expect|hope|wish|wait|end|start|begin|begins|opens|thanks|thank|welcome|here|there|"
        "this|that|these|those|no|not|yes|all|both|some|two|three|four|five|one|each|every|another|any|"
        "in|on|at|for|with|from|to|of|by|as|if|when|while|only|about|because|nothing|everything|"
        r"currently|now|music|total|scene|clip|added|made|using|after|before)\b"
    ),
}

WORDS = VERBS | THINGS
