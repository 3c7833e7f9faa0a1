"""English: instructions that look like statements ("can be exported from", "is available in"). Data."""

from ai_to_video.wire.gui.grammar import Form

# Found anywhere in a clause, behind a subject of its own.
STATEMENTS: tuple[Form, ...] = (
    Form(
        "export",
        r"\b(?:ready|available|set|waiting) (?:to be |for |to )?(?:export(?:ed|ing)?|download(?:ed|ing)?)\b(?=.{0,20}\b(?:from|via|in|under|with|through|at|by|behind)\b)",
        needs="panel button corner path player export",
        examples=("It is ready to be exported from the Share panel.",),
        never=("The file is available in two sizes.",),
    ),
    Form(
        "export",
        (
            r"(?<!i )(?<!we )\b(?:can|may|could|must|should|has to|have to|needs to|need to) (?:now |"
            "also |then |always |easily |simply |directly |either )*be (?:exported|downloaded|rendered|"
            r"saved)\b(?! (?:from (?!the (?:tool|menu|top|export|file|head|edit|upper|panel|side))|by "
            "(?!click|press|tap|hit|us|select)))"
        ),
        examples=("The reel can be exported from the toolbar.", "It can be downloaded by clicking Export."),
        never=("The lives of 40 dogs could be saved from the flood.",),
    ),
    Form(
        "export",
        (
            r"\b(?:can|may|could) (?:now |also |then |always |easily |simply )*be (?:obtained|fetched|"
            r"grabbed|retrieved|collected|picked up|had)\b"
        ),
        needs="export",
        examples=("The result can be obtained via the download icon in the toolbar.",),
        never=("Tickets can be picked up at the door.",),
    ),
    Form(
        "credits",
        (
            r"\b(?:balance|credits?|plan|usage)\b(?: left| remaining)? (?:always )?(?:shows?|sits?|"
            "displays?|lives?)(?= (?:up )?(?:in|at|on|under) )"
        ),
        needs="panel",
        examples=("Your balance shows at the top of the dashboard.",),
        never=("The credits show in the last scene.",),
    ),
    Form(
        "credits",
        (
            r"\b(?:can|may|could) (?:now |also |always |easily |simply )*be (?:purchased|bought|topped "
            r"up|added|renewed|recharged|refilled|upgraded|managed)\b"
        ),
        needs="credits",
        examples=("Credits can be purchased on the Billing page.",),
        never=("Tickets can be bought at the door.",),
    ),
    Form(
        "upload",
        (
            r"\b(?:can|may|could|should|must) (?:now |also |always |easily |simply |directly )*be "
            r"(?:imported|uploaded|attached|dropped|provided|inserted|added|brought in|included|supplied|loaded)\b"
        ),
        needs="upload media own_place",
        examples=("More footage can be imported through the Media tab.",),
        never=("The photo can be provided by mail.",),
    ),
    Form(
        "export",
        (
            r"(?:exporting|downloading|saving|rendering)(?: (?:it|the \w+|your \w+))? (?:is|can be|"
            r"works|happens|goes)\b(?=.{0,50}\b(?:from|via|in|under|with|through|at|by|behind)\b)"
        ),
        needs="panel button corner path player",
        opens=True,
        examples=("Exporting is possible from the top bar.",),
        never=("Exporting is free in this plan.",),
    ),
    Form(
        "export",
        (
            r"\b(?:can|may|could) (?:now |also |then |always |easily |simply |directly )*be (?:shared|published|posted|"
            r"grabbed|fetched|obtained|retrieved|collected|picked up)\b"
        ),
        needs="export",
        examples=("The reel can be shared straight from the Export menu.",),
        never=("The keys can be picked up at the desk.",),
    ),
    Form(
        "preview",
        (
            r"\b(?:can|may|could|should) (?:now |also |then |always |easily |simply |directly )*be "
            "(?:previewed|played(?: back)?|started|triggered|launched|watched|viewed|reviewed|scrubbed|"
            r"checked|heard|seen|inspected)\b"
        ),
        needs="player timeline play playhead",
        examples=("The result can be previewed in the timeline.",),
        never=("The tower can be seen in scene 2.",),
    ),
    Form(
        "preview",
        r"\b(?:can|may) (?:now |also |then )*be previewed\b",
        examples=("It can now be previewed.",),
    ),
    Form(
        "edit",
        (
            r"\b(?:can|may|could|should|must) (?:now |also |then |always |easily |simply |directly |"
            r"still |further |even )*be (?:\w+-)?(?:adjusted|changed|moved|trimmed|dragged|edited|"
            "tweaked|customi[sz]ed|modified|resized|repositioned|rearranged|re-?ordered|fine-?tuned|"
            "altered|replaced|swapped|removed|deleted|muted|shortened|extended|lengthened|split|cut|"
            "set|shifted|scaled|regenerated|renamed|controlled|lowered|raised|increased|reduced|"
            "cropped|rotated|toggled|turned (?:on|off|up|down)|switched(?: on| off)?|selected|added|"
            r"applied|picked|chosen|updated|corrected|disabled|enabled|refined)\b"
        ),
        needs="control panel timeline hands player",
        examples=(
            "Its length can be changed by dragging the edge.",
            "Fonts can be changed in the Style panel.",
        ),
        never=("Clothes can be changed in the panel van.",),
    ),
    Form(
        "place",
        (
            r"\b(?:(?:can|may|could|will) (?:now |also |then |always |easily |simply |directly )*be "
            "(?:found|accessed|seen|viewed|listed|opened|checked|reached|located|browsed|inspected|"
            "reviewed|managed|explored|displayed|read|looked up|compared)|(?:is|are) (?:now |also |all "
            "|always |both |only |currently |still )*(?:available|listed|found|located|shown|displayed|"
            "accessible|visible|hidden|sold|offered|stored|kept|waiting|grouped|collected)|(?:(?<!is )(?<!are )(?<!now )(?<!'s )(?<!'re )live|lives|sit|sits|"
            "are|is)(?: right| just| all| now)?(?= (?:in|under|inside|behind|within|on|at) )|"
            r"(?:appears?|shows? up)(?= (?:\w+ )?(?:in|under|inside|behind|within|on|at) ))\b(?! as an? )"
        ),
        needs="panel credits player",
        examples=(
            "More filters are available in the Style panel.",
            "The balance can be found on the Billing page.",
        ),
        never=(
            "The logo is in the bottom-right corner.",
            "The panel discussion is in scene 3.",
            "Your teaser is live in the editor.",
            "The billing figures appear as lower thirds.",
        ),
    ),
    Form(
        "edit",
        (
            r"\b(?:can|may|could) (?:now |also |then |always |easily |simply |directly |still |further |"
            r"even )*be (?:\w+-)?(?:\w+ed|made|cut|put|\w+en)\b"
        ),
        needs="hands",
        examples=("The fade can be made longer by moving its white handle.",),
    ),
    Form(
        "place",
        (
            "(?:(?:the|your|our|an?|this)? ?(?:big |blue |red |green |round |small )?(?:export|"
            "download|play|upload|save|import|preview) ?(?:button|icon|option|menu|command|arrow|link|"
            r")\b)(?: (?:to|for) \w+(?: \w+)?)?(?:'s| is| sits| lives| can be found| waits| is located| "
            "is available| is found| is waiting| appears) (?:right |just |now |located |available |"
            r"always )*(?:up\b|(?:at|in|on|under|inside|behind|next to|below|above)(?= (?:the|your|its|that|this|top|bottom|upper|right|left|"
            r"file|export|share|account|settings|project|(?:\w+ )?(?:menu|panel|tab))\b))(?! the (?:queue|background|works|way|making|middle|center|centre)\b)(?!.{0,40}\b(?:of the "
            "(?:frame|shot|scene|picture|image|video|screen recording|end card|card)|mock-?up|frame|"
            r"scene \d|footage))"
        ),
        needs="export play upload",
        examples=("The Export button is at the top right.", "You'll see that Export is in the File menu."),
        never=("The play button is in the center of the frame.", "The download button is in the mockup."),
    ),
    Form(
        "place",
        (
            r"\b(?:waiting|waits|ready|available|yours|hidden|hiding|found|"
            r"there)\b[^.]{0,30}\b(?:behind|under|via|with|through|using|at|in|from) the (?:\w+ "
            r"){0,2}?(?=(?:export|download|save|play|upload) (?:button|icon|menu|option|panel|dialog)\b)"
        ),
        needs="export play upload",
        examples=("It is waiting for you behind the Export button.",),
        never=("The child is waiting at the play area.",),
    ),
    Form(
        "place",
        (
            "(?:there's|there is|there are|you have|you've got|we have|look for|you'll see|you will "
            r"see|you'll notice|notice) (?:also )?(?:an?|the|your) (?:\w+ ){0,3}?(?:export|download|"
            r"play|upload|save|import|preview|regenerate|\ue000) (?:button|icon|option|menu|link)\b"
        ),
        needs="export play upload edit button",
        examples=("There's an Export button at the top right.",),
        never=("There is a play button icon in the thumbnail art of scene 2.",),
    ),
    Form(
        "use",
        (
            r"(?:the|that|your|this) (?:\w+ ){0,2}(?:button|icon|slider|panel|tab|menu|toolbar|handles?|"
            r"option)(?: (?:at|in|on|under) (?:the )?[\w-]+(?: [\w-]+){0,3}?)? (?:lets?|allows?|will(?: "
            "let| save| give you| start| download| export| play)?|helps? you|gives you|saves|starts|"
            r"opens|takes you|brings|exports|downloads|controls)\b"
        ),
        needs="export play upload credits edit panel control button",
        opens=True,
        examples=("The Export button in the toolbar saves it.", "The Style panel lets you pick another font."),
        never=("The Subscribe button takes the center in scene 4.", "That panel gives the room warmth."),
    ),
    Form(
        "use",
        (
            "(?:the )?(?:(?:file|menu|project|edit|view|share|settings|media|export)(?: menu)?|(?:[\\w-]+ ){1,2}(?:panel|tab|"
            "menu|page|(?:tool|side|top|menu) ?bar)) ?>(?: "
            r"?[\w+]+(?: [\w+]+)? ?>){0,3}? ?(?=(?:export|download|save|share|render|import|upload|"
            "attach|add media|billing|credits|account|preview|play|undo|redo|delete|duplicate|split|"
            r"regenerate)\b)"
        ),
        needs="export play upload credits edit panel",
        opens=True,
        examples=(
            "File > Export > Video gives you the finished lesson.",
            "Settings > Billing shows the balance.",
        ),
        never=("File > Export is what the menu reads in scene 2.",),
    ),
    Form(
        "use",
        r"(?:export|download|share|save as|import|upload|billing) ?>(?= ?\w)(?! ?(?:import|export))",
        needs="export upload credits",
        opens=True,
        examples=("Export > 1080p > Start",),
        never=("Exports > imports is what the chart shows.",),
    ),
    Form(
        "gerund",
        (
            "(?:simply |just )?(?:(?:right-|double-)?clicking(?: on)?|tapping(?: on)?|pressing|hitting|"
            "dragging|selecting|opening|using|choosing|a (?:quick |single )?(?:click|tap|press) (?:on|"
            r"of)|one (?:click|tap|press) (?:on|of)) (?:{the}|{label}|{name}).{0,120}?(?:\b(?:will|"
            "lets?|allows?|gives?|saves|starts|opens|shows|brings|takes|does|works|downloads|exports|"
            "plays|reveals|makes|can|and|is enough|creates|deletes|removes|moves|changes|would|"
            r"helps)\b)"
        ),
        needs="export play upload credits edit panel player control button timeline playhead clip",
        opens=True,
        examples=(
            "Clicking Export will save it.",
            "Dragging the edge makes the clip longer.",
            "One click on Export and it is yours.",
        ),
        never=("Clicking sounds will fade out at 0:12.", "Opening the film with rain makes it moody."),
    ),
    Form(
        "go",
        r"\ba (?:quick |short )?(?:visit|trip|glance|look) (?:to|at|in|into|on) (?:the|your)\b",
        needs="panel credits player timeline",
        examples=("A visit to the Billing page will fix that.",),
        never=("A visit to the farm is scene 2.",),
    ),
    Form(
        "drag",
        r"\bholding [^,;:]{1,24}?while (?:you )?(?:drag|mov|trimm|click)",
        examples=("Holding Alt while you drag a clip duplicates it.",),
        never=("Holding the cup while she talks, she smiles.",),
    ),
    Form(
        "point",
        (
            r"\b(?:as soon as|once|when|the moment|after) you (?:just )?(?:press|click|tap|hit)(?: "
            r"on)?(?!{elsewhere})(?= (?:the|{label}|{name})\b)"
        ),
        needs="export play upload credits edit button control",
        examples=("Your download starts as soon as you press the button.",),
        never=("It feels great once you hit the beach.",),
    ),
    Form(
        "point",
        r"\b(?:after|upon|on|when) (?:clicking|pressing|tapping|hitting)(?: on)?(?= (?:the|{label}|{name})\b)",
        needs="export play upload credits",
        examples=("You'll find it after clicking Export, under Downloads.", "The file arrives upon pressing Download."),
        never=(
            "The hero smiles after hitting the beach.",
            "The lamp glows when pressing the switch in scene 2.",
            "The clip pauses when hitting the mute beat.",
        ),
    ),
    Form(
        "see",
        (
            r"(?:the|your) (?:inspector|side ?bar|dashboard|media (?:library|bin|panel)|(?:captions?|subtitles?|audio|text|"
            r"layers?|effects?|history|project|properties|export|credits|account|billing|transitions?|filters?|assets?|"
            r"versions?|style|media) (?:panel|tab|page|menu|view))(?: (?:on|in|at) the (?:left|right|top|bottom|side|"
            r"side ?bar|tool ?bar|editor))? (?:shows?|lists?|holds|contains|"
            r"displays|has|tells)\b"
        ),
        opens=True,
        examples=("The Inspector shows the exact values.",),
        never=("The panel shows three experts.",),
    ),
)
