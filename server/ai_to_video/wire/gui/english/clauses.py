"""English: how an instruction opens, what is none, how clauses hang together. Data."""

# May stand before an instruction, asks nothing by itself.
OPENINGS: tuple[str, ...] = (
    (
        "(?:and|or|then|so|but|also|plus|next|now|first(?: of all)?|second|third|firstly|secondly|"
        "thirdly|finally|lastly|last|afterwards?|alternatively|otherwise|instead|again|ok|okay|great|"
        "perfect|awesome|alright|well|simply|just|quickly|directly|easily|always|still|even|only|"
        "either|maybe|perhaps|optionally|manually|(?:once|when|whenever) (?:ready|done|finished|"
        "satisfied)|if (?:needed|desired|necessary|so|you like|you want|you wish|you prefer)|as needed|"
        "right now|(?:at )?any ?time|at any point|from here|from there|(?:there|here)(?=[,:])|at this "
        "point|to finish(?: up)?|to start|to begin|for now|to do (?:so|that|this|it)|for (?:that|this)|"
        "in that case|that way|last but not least|after (?:that|this)|before (?:that|this)|in the "
        r"meantime|meanwhile|as a (?:last|next|final|first) step|step \d+|\d+[.)]|and/or|&|ready|later|"
        "immediately|gently|carefully|slightly|together|fyi|psst|hey|hi|oh|by the way|btw|remember|"
        "from now on|as (?:always|usual)|to wrap up|in short|of course|sure|similarly|likewise|all set|"
        "pro ?tip|quick tip|tip|hint|note|reminder|heads up|in addition|additionally|furthermore|"
        "moreover|when you're ready|no worries|don't worry|no problem|thanks|thank you|cool|nice|yes|"
        "yep|yay|and if needed|rather|at your convenience|when convenient|your turn|action required|"
        r"to[- ]?do|what'?s next|next steps?|last step|final step|your next step)\b[,:!;—–-]*\s*"
    ),
    r"[\ue004>•·*–—:,&\-(]+\s*",
    (
        r"(?:if|once|when|whenever) (?:(?:you|u|ya|y'all)(?: are|'re| r)?|ur)(?: really| all| fully)? "
        r"(?:like|love|dig|happy|done|ready|good|vibe)(?: with| to go)?(?: it| this| that| what you see)?\b,?\s*"
    ),
    (
        r"(?:in|on|from|under|inside|at|via|through|using|with|within) (?:the |your )?(?:[\w-]+ "
        r"){0,4}?(?:{room}|{time_line}|top bar|preview window|player)(?: on the \w+(?: side)?| above| "
        "below| at the top)?,? (?=you|simply|just|please|click|tap|press|hit|select|choose|drag|open)"
    ),
)
# Addresses the person: what follows is asked of them.
ASKING: tuple[str, ...] = (
    r"(?:please|kindly|pls|plz|pretty please)\b,?\s*",
    r"do (?=(?:hit|click|press|tap|have|give|check|use|try|open|take|go)\b)",
    r"(?:which|that) (?=you (?:can|may|could|might)\b)",
    (
        r"(?:proceed|carry on|go on|continue|move on|finish|end|wrap up|round (?:it )?off|start|begin)(?: (?:by|with|to|and))(?! the (?:[\w-]+ )?(?:tab|panel|page|menu|section|dialog|settings)\b)(?: simply| just)? (?="
        r"(?:the |an? )?(?:click|tap|press|hit|open|drag|export|download|select|choos|preview|play|upload|top|right|double)\w*\b)"
    ),
    (
        "(?:you|u|ya|y'all)(?:'ll| will|'d|'re| are|'ve| have)?(?: (?:now|also|then|always|still|just|"
        "only|simply|easily|probably|even|either|perhaps))*(?: (?:can|may|might|could|should|must|need "
        "to|needs to|have to|got to|ought to|want to|wish to|free to|welcome to|able to|better|be able "
        "to|like to|will|would|do|(?:kindly |cordially |hereby |warmly |strongly )?(?:encouraged|"
        "advised|invited|asked|requested|required|recommended|expected) to|need only|have only to|got "
        "only to|good to))*(?: (?:want to|need to|have to|be able to|like to|just|simply|now|also|then|"
        "always|still|even|easily|directly|quickly|safely|freely|manually|optionally|either|instead|at "
        "any time|anytime|of course|go ahead and|further|try to|choose to|as well|first|quickly|too))* "
        "(?!are |is |was |were |have |had )"
    ),
    (
        "(?:feel free|be sure|make sure|remember|don't forget|do not forget|don't hesitate|do not "
        "hesitate|take a (?:moment|second|minute|sec)|try|it's (?:now |about )?time|it is (?:now "
        ")?time|time|now is the time|you're welcome|don't be afraid|be careful)(?: to| and| that you| "
        "you)(?: just| simply| also| first| please)? "
    ),
    "(?:please )?(?:do )?go ahead(?: and|,)? ",
    (
        "(?:all|the only thing|the one thing|what|everything)(?: that)?(?: is|'s| you| we)?(?: (?:have|"
        "need|got|left|remains|remaining|there is|should do|must do|can do|now))*(?: (?:to do|left|now|"
        "for you|next))* (?:is|'s|was)(?: to)?(?: just| simply)? "
    ),
    (
        "(?:it's|it is|i'd|i would|we'd|we|i)(?: (?:strongly|highly|also|really|kindly|would|just|best|"
        "better|recommended|advisable|recommend|suggest|advise|propose|ask|encourage|invite|urge|"
        "easiest|a good idea|good practice|helpful|useful))*(?: (?:that you|you to|you|for you to|to)) "
        "(?!find |see |keep |know )"
    ),
    (
        "(?:(?:i'd|i would|we'd|we|i)(?: strongly| highly| also| really)? (?:recommend|suggest|advise|"
        "propose)|it's worth|it is worth|worth|how about|what about|consider|try|start by|begin by|"
        "start with|by|via|simply by|just by|done by|through|this by|that by|finish by|"
        r"recommended:?)(?: by| first)? (?=[a-z-]+ing\b)"
    ),
    (
        "(?:can|could|would|will) you(?: (?:please|kindly|just|also|maybe|now|quickly|first|"
        "perhaps))*,? (?!rather |like |prefer |want |mind |be )"
    ),
    r"(?:would|do) you mind (?=[a-z-]+ing\b)",
    (
        "(?:why not|why don't you|may i ask you to|might i ask you to|may i suggest (?:that )?(?:you "
        ")?(?:to )?|if you could(?: just| please)?,?|(?:i|we)(?:'d| would)(?: really| much| greatly)? "
        "appreciate it if you(?: could| would| can)?(?: just| please| kindly)?|(?:i|we)(?:'d| would) "
        "be (?:very |really )?(?:grateful|glad|happy|pleased|delighted) if you(?: could| would)?(?: "
        "please| kindly)?|it (?:would|'d|will) be (?:much |greatly |very )?(?:appreciated|kind|helpful|"
        "nice|great) if you(?: could| would)?|we(?: kindly| would like to|'d like to)? ask(?: that)? "
        "you(?: to)?(?: kindly)?|would it be possible for you to|do you think you could|would you be "
        "so (?:kind|good|nice) (?:as )?to|might you|you guys can|(?:i|we)(?:'ll| will)? need you to|"
        "i'd (?:love|like|want) you to|i would like you to|i want you to|do me a favor and|it(?:'d| "
        "would) be (?:great|good|nice|best|helpful) if you(?: could)?(?: just| please)?|(?:the|your)? "
        "?(?:next|last|final|first|only) (?:step|thing)(?: left)?(?: for you)?(?: now)? is (?:just |"
        "simply )?to|(?:now )?it's your turn to|want to|your turn to|now's the time to|users? (?:can|"
        r"may) also|the easiest way is to|the quickest way is to|the easiest way to \w+(?: it| this| "
        "that)? is to|simplest way is to|best way is to) "
    ),
    (
        "(?:when|once|if|after|as soon as|whenever)(?: you| you've| you just)? (?=(?:you )?(?:click|"
        "tap|press|hit|drag|right-click|double-click|clicking|pressing|tapping|hitting|open|select|"
        r"expand|switch|head|go|opening|selecting|look|check|dragging)\b)"
    ),
)
# What else a clause may be; each is looked for at its head unless its use says otherwise.
CLAUSES: dict[str, str] = {
    # has a subject and a verb of its own: something is said, nothing asked ("Click track is at 120 BPM")
    "statement": (
        "(?:(?!(?:to|and|or|if|when|so|then|for|that|which|where|what|how|who|whether|once|until|in|on|"
        "from|at|by|with|here|now|it|them|you|as|while|because|since|whenever|anything|everything|"
        r"whatever|of|please)\b)[\w'%/\ue000-\ue004-]+ ){1,6}(?:is|are|isn't|was|were|has|have|had|will|"
        "would|can|could|should|won't|can't|runs|starts|ends|begins|plays|sits|stays|appears|lasts|"
        "comes|goes|covers|takes|uses|works|follows|fades|shows|keeps|gets|needs|looks|sounds|feels|"
        r"contains|includes|rises|drops|lands|hits|kicks|matches|fits|says|reads|still|grew|fell|rose)\b"
    ),
    # reports without a verb ("Drop shadow added", "Upload complete")
    "report": (
        "(?:(?!(?:to|and|or|if|when|so|then|for|that|which|where|what|how|who|whether|once|until|it|"
        r"them|you|as|while|because|since|whenever|your|the|a|an|this|that|any|some|my|anytime)\b)[\w'/\ue000-\ue004-]+ ){1,5}?(?:added|"
        "complete|completed|finished|ready|failed|saved|enabled|disabled|removed|updated|kept|received|"
        "applied|created|replaced|generated|in progress|started|detected|included|required|pending|"
        "queued|inserted|restored|synced|adjusted|changed|moved|attached|accepted|confirmed|successful|"
        "locked|unchanged|trimmed|swapped|deleted|approved|effect|effects|sound|sounds|animation|"
        r"footage|scene|sequence)(?=\s*(?:[.,;:!—–(-]|$|to |with |from |in |for |on |and |by ))"
    ),
    # a noun made with the verb in front ("drag race", "press release")
    "compound": (
        "(?:(?:drop|check|opt|log|sign|walk)-(?:ins?|outs?)|(?:click|drag|drop|press|hit|tap|open|play|"
        "export|upload|download|preview|check|save|select|pick|swipe|move|push|switch)[ -](?:race|"
        "races|racer|racing|queen|queens|show|shadow|shadows|track|tracks|sound|sounds|noise|release|"
        "releases|conference|rate|rates|through|throughs|bait|song|songs|dance|dancing|dancer|water|"
        "air|ending|world|source|mic|house|door|doors|sea|road|roads|fire|date|dates|area code|list|"
        "kit|pin|cap|volume|volumes|market|markets|business|link|speed|speeds|quality|size|format|"
        "formats|resolution|limit|limits|progress|status|mark|marks|point|points|zone|leaf|kick|wheel|"
        "man|girl|boy|sign|signs|hours|day|house|mat|box of|fast|hard|sky|skies|ocean|field|fields|"
        r"arms|heart|hearts|wide|wider|plan|office|mind|minds|wound|toe|weight|weights|line|lines))\b"
    ),
    # somebody else is the subject
    "subject": (
        "(?:i|we|he|she|they|it|let me|let us|let's|who|users?|viewers?|people|someone|nobody)(?:'ll|"
        r"'ve|'d|'m|'re|'s)?\b(?! (?:can|may|could) (?:now |also )*be)"
    ),
    # the same, where "it" and "the video" may be what a passive speaks of
    "human": (
        "(?:(?:the|your|this|my) (?:tutorial|lesson|narrator|script|host|course|teacher|voice|guide|walk-?through) (?:explains?|shows?|covers?|teaches|says|tells)|i|we|he|she|they|let me|let us|let's|who|users?|viewers?|people|someone|nobody)(?:'ll|'ve|"
        r"'d|'m|'re|'s)?\b(?! (?:can|may|could) (?:now |also )*be)"
    ),
    # a verb form that asks only behind a word that addresses the person
    "bare": "(?!)",
    # an -ing form: asks only when it is invited or has a result
    "gerund": r"(?!(?:bring|swing|ring|sing)\b)[a-z-]+ing\b",
    # is told not to
    "not": (
        "(?:do not|don't|never|not|no need|no longer|without|instead of|rather than|cannot|can't|"
        r"couldn't|didn't|you don't|nothing)\b"
    ),
    # what stands between the act and what it is for
    "purpose": (
        r"(?<!next )(?<!back )(?<!closer )\b(?:(?:in order |so as )?to|so (?:that )?you can|if "
        "you(?:'d)? (?:want|like|wish|need|prefer) to|and you can|for|where you can|which lets you|"
        r"that lets you|and)(?= )\s+(?:(?:quickly|easily|simply|then|also|just|fully|better|further|"
        r"really|now) )?(?={purposes})|\bfor (?=(?:the|a|an|your|more|all|its|further|other) \w)"
    ),
    # where the thing acted on stands, named by its neighbour
    "beside": (
        " (?:above|below|underneath|next to|beside|near|behind|(?:to the |on the )?(?:left|right) of) "
        "(?:the|your|its|each|that) "
    ),
    # speaks of what the picture shows
    "picture": (
        r"\b(?:in|on|of|for|from) (?:the |this |that |your |a )?(?:[\w-]+ )?(?:scene(?: \d+| one| two|"
        r"\b(?! list))|shot(?: \d+)?|frame|footage|thumbnail(?: art)?|mock-?up|picture|artwork|end card|"
        r"(?:title|last|final|first|closing|opening|price|text) card|recording|demo|trailer)\b|"
        r"\b(?:in|on) (?:the |an? )?(?:youtube|tiktok|instagram|vimeo|quicktime|vlc)\b|"
        r"\bfrom (?:the|his|her|their) (?:[\w']+ )?(?:site|website|store|shop)\b(?! (?:tab|page|panel|icon|button|menu))"
    ),
    # tells when or how it comes in the film
    "film": (
        r"\b(?:at|from|until|till|between|around|by|for|in|of) \d{1,2}:\d\d|\bslid(?:es?|ing) in\b(?! the)|"
        r"\bfad(?:es?|ing) (?:in|out)\b|\b(?:lower|upper|bottom|top) thirds?\b|\bhand-drawn\b|\bon the (?:work-?bench|desk|wall|door|table|street|roof)\b|\bat the (?:museum|shop|station|office|factory|fair|stadium|table|bar|counter)\b|"
        r"\b(?:the|a|his|her|their|my) (?:top |bottom |kitchen |desk |left |right )?drawer\b|\banimated (?:bar|line|map|"
        r"chart|graph|title)|\bfor (?:\d+|two|three|four|five|six|a few) seconds\b"
    ),
    # a question that is a request
    "polite_question": (
        r"\W*(?:(?:also|then|now|next|and|so|ok|great|first),? )?(?:(?:can|could|would|will) you(?: "
        "please| kindly| just| also)*,? (?!rather|like|prefer|want|mind|see|find|hear|tell|confirm|"
        r"share|check (?!the|your))|(?:would|do) you mind |why not |why don't you |how about (?=\w+ing)|"
        "may i ask you to |might i ask you to |please |do you think you could |would you be so (?:kind|"
        "good|nice) (?:as )?to |would it be possible for you to |might you |if you could |may i "
        "suggest )"
    ),
    # tells what the person will notice, not what to do
    "claim": (
        r"(?:\W*(?:and|so|now|then),? )?you(?:'ll| should| will) (?:now |already |also |still )*(?:see|"
        r"notice|hear|have|get)\b(?!.{0,80}\b(?:{room})\b)"
        r"(?!.{0,60}\b(?:after|upon|on|once you|when you|as soon as you|if you|by) (?:click|tap|press|hit|select|choos))"
    ),
    # hangs on the clause behind it ("To save it", "When you are happy")
    "lead": (
        r"\W*(?:(?:and|or|but|so|then|also|\ue004) )*(?:go ahead\W*$|to (?!my|the|your|a )|(?:it's|it is|they're|they are) (?:just |only |"
        r"a )?(?:one |a |single )+(?:click|tap|keystroke) away|if|when|whenever|once|"
        "after|before|in order to|in case|should (?:you|everything|it|all|anything|the)|as soon as|until|while|unless|since|because|now "
        "that|as|for|with|from|in|on|at|inside|under|via|next|tip|note|hint|pro tip|ready|whenever|at "
        "this point|done|what's next|where to go next|your options|options|here's how|how to|two "
        "(?:options|ways)|from (?:here|there)|happy with|satisfied|otherwise|alternatively|finally|"
        "lastly|first|second|then|meanwhile|simply|just|please|you can|you may|you could|feel free|to "
        r"do|next steps?|step \d+|quick tip|reminder|heads up|need|want|like|prefer|looking for|by the "
        "way|not happy|don't like|export|download|preview|save|saving|exporting|previewing|editing|"
        r"edits|for edits|for export)\b"
    ),
    # gives a reason: the word goes, the reason stays
    "because": (
        r"\W*(?:since|because|given that|as) (?=(?:the|it|this|that|there|i|clip|scene|your|we|they|"
        r"both|all|[a-z]+ \d)\b)"
    ),
    # hangs on the clause before it ("to check it", "which opens the menu")
    "tail": (
        r"\W*(?:(?:and|or|then|but) )*(?:to|if|when|whenever|once|so|so that|so you|which|where|before|"
        r"after|until|in order|without|while|unless|as|for|with|from|in|on|at|because|since|e\.g|such "
        "as|like|except|by|via|using|it (?:will|'ll|should)|it'll|that(?:'ll| will)|this (?:will|"
        "should)|you'll|you will|and you|and it|and it'll|your .{1,40} (?:will|should)|the .{1,40} "
        "(?:will|should) (?:then |be |start|begin|update|follow|snap|adjust|save|download|appear|open)|"
        "you should|everything|done|voil[aà]|that's it|easy|whatever|whichever|depending|either|just(?! (?:tell|let|send|say|write|reply|give|drop|name|describe|ask))|"
        "only|no|not|enjoy|have fun|there|here|ok|okay|again|too|instead|anytime|any time|at any time|"
        r"whenever)\b"
    ),
    # is a sentence of its own
    "finite": (
        r"(?<=[\w\ue000-\ue004)] )(?:is|are|was|were|has|have|had|will|can|could|would|should|may|might|"
        "isn't|aren't|wasn't|won't|can't|didn't|don't|doesn't|runs?|lasts?|starts?|ends?|plays?|comes?|"
        "takes?|sits?|stays?|uses?|looks?|sounds?|feels?|shows?|keeps?|needs?|fits?|reads?|says?|added|"
        "made|got|kept|cut|set|put|did|does|do|went|came|[a-z]{2,}ed|weighs?|costs?|appears?|fades?|"
        r"contains?|includes?|covers?|opens?|works?|matches|follows?|remains?|leaves?)\b|\b(?:i'm|i've|"
        "i'll|i'd|it's|its (?:missing|at|a|the|not|too|now|still|only|about|already)|that's|there's|"
        r"here's|they're|we've|we're|we'll|you're|you've)\b|\b(?:tell|let|say|send|reply|describe|ask|"
        r"write|share your|give me|type|answer|message|respond|think|mention|point out|name the)\b"
    ),
    # its subject also governs a bare verb behind it ("I'll open it and drag ...")
    "shares": (
        r"(?:^|\W)(?:(?:i|we|they)(?!'ve|'m|'d|'re)|you'll see (?:him|her|them|people)|users?|viewers?|"
        r"people|players?|customers?|friends|hands|kids|children|someone|everyone)\b(?! (?:\w+ed|\w+ed|"
        r"can't|couldn't|put|cut|set|built|made|kept|found|got|went|did|was|were|have|had)\b)|'ll\b|"
        r"(?<!you )\b(?:will|can|could|would|should|may|might|must|(?<!ready )(?<!set )(?<!good )to|let me|let's|does|did|helps?|"
        r"lets?|makes?|watch(?:es)?|sees?|shows? how)\b(?! you\b)(?!.{0,200}\b(?:is|are|was|were|has|"
        r"have|had)\b)"
    ),
    # its subject is plainly somebody else, whatever hangs on it
    "governs": (
        r"\b(?:i|we|he|she|they)(?:'d|'ll| will| would| can| could| should| may| might)\b(?! "
        "(?:recommend|suggest|advise|like you|need you|love you|say))"
    ),
    # a further step of the instruction before it ("and choose 1080p MP4")
    "step": (
        "(?:{select}|{drop}|{see}|{use}|{edit}|{play}|{go}|{export}|{fetch}|{upload}|{point}|{strike}|"
        r"wait|type|enter|name|hold|release|repeat|search|done|hit|let go|you're done|then)\b(?! me\b| "
        r"us\b|ing)"
    ),
    # a further step that changes something
    "changes": r"(?:{select}|{drop}|{edit})\b",
    # a further step that hands over a file
    "sends": r"(?:upload|import|attach)\b",
    # picks what the next clause acts on
    "selects": (
        r"(?:select|choose|pick|highlight|mark)\b(?! (?:one|your favou?rite|whichever|between|a "
        "(?:style|song|mood|look|name)))"
    ),
    # the thing is inside a panel, not the panel itself
    "within": r"\b(?:in|from|under|inside|on|out of) (?:the |your )?(?:[\w-]+ ){0,3}?(?:{room})\b",
    # a quote that is a button, not content
    "pressed": (
        "(?:pick|choose|select|click|tap|press|hit|toggle|tick|untick|check|uncheck|use|open|choosing|selecting|clicking|"
        r"pressing)(?: on)?(?: the)? \ue000|\ue000 (?:button|icon|tab|panel|menu|slider|option|handle|"
        r"field|toggle|switch|key|tool|box|checkbox|setting)\b"
    ),
    # done with the mouse
    "hands": (
        r"\bby (?:simply |just )?(?:{dragging}|pulling|clicking|right-clicking|double-clicking|tapping|"
        r"pressing|sliding|scrubbing|using the|moving (?:the|its))\b|\bwith (?:the|your) mouse\b|"
        r"\bdrag(?:ging)?[ -]and[ -]drop|\bby hand in the\b"
    ),
    # where something is taken from, not put
    "taken_from": r"\bfrom (?:the |your )?(?:media|assets?|uploads?|stock)\b",
    # a place to drop something
    "here": (
        r"\b(?:here|there|anywhere)\b|(?:onto|into|in|on|to|inside|over) (?:the |your |this )?(?:[\w-]+ "
        r"){0,2}(?:window|page|chat|screen|editor|canvas|box|area|browser|tracks?)\b"
    ),
    # a file of the person
    "own": "{own}",
    # the kinds of file an upload may be
    "file_types": (
        r"\b(?:png|jpe?g|gif|webp|svg|mp4|mov|avi|webm|mkv|mp3|wav|m4a|aac|flac|ttf|otf|srt|vtt|psd|pdf|"
        r"docx?|txt)s?\b(?:(?:,? (?:or|and) |, | / |/)(?:an? )?\.?(?:png|jpe?g|gif|webp|svg|mp4|mov|avi|"
        r"webm|mkv|mp3|wav|m4a|aac|flac|ttf|otf|srt|vtt|psd|pdf|docx?|txt)s?\b)*(?: (?:file|image|photo|"
        "picture|clip|video)s?)?(?:[ (,]+(?:up to|under|below|max(?:imum)?|at most|smaller than|no "
        r"larger than) [\d.]+ ?[mkg]b\)?)?"
    ),
    # an act of looking, in front of what is looked at
    "reviewed": r"(?:\w+(?: (?:to|at|through|over))?) (?=(?:the|your|all|both|each|how|new|what|a|an) )",
    # the same with its verb, as the act itself
    "looked_at": (
        "(?:preview|watch|review|check|see|view|replay|inspect|hear)(?:ing)? (?=(?:the|your|all|both|each) )"
    ),
    # where it is looked at
    "placed": (
        r",? (?:in|on|from|inside|via|with) (?:the |your )?(?:[\w-]+ ){0,3}(?:{room}|{time_line}|player|"
        r"preview|viewer|monitor|window)\b"
    ),
}
