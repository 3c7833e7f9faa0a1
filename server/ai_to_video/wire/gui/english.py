"""How an English agent speaks to a person at the editor: openings, forms, targets, purposes. Data.

Matched against the view of one clause: small letters, quotes as \\ue000, code \\ue001, addresses \\ue002, files
\\ue003, emoji \\ue004. The first form that fits decides the verb; what it names decides the action (meanings.py).
"""

from ai_to_video.wire.gui.english_words import THINGS, VERBS
from ai_to_video.wire.gui.grammar import Form, Target, every_label, label_words

TONGUE = "en"
NAME = r"(?:\ue000|\ue001|\ue004)"

# Asks nothing by itself, may stand before an instruction.
OPENINGS = (
    r"(?:and|or|then|so|but|also|plus|next|now|first(?: of all)?|second|third|firstly|secondly|thirdly|finally|lastly|last|afterwards?|"
    r"alternatively|otherwise|instead|again|ok|okay|great|perfect|awesome|alright|well|simply|just|quickly|directly|easily|always|still|"
    r"even|only|either|maybe|perhaps|optionally|manually|(?:once|when|whenever) (?:ready|done|finished|satisfied)|if (?:needed|desired|necessary|so|you like|you want|you wish|you prefer)|"
    r"as needed|right now|(?:at )?any ?time|at any point|from here|from there|(?:there|here)(?=[,:])|at this point|to finish(?: up)?|to start|to begin|"
    r"for now|to do (?:so|that|this|it)|for (?:that|this)|in that case|that way|last but not least|after (?:that|this)|before (?:that|this)|in the meantime|"
    r"meanwhile|as a (?:last|next|final|first) step|step \d+|\d+[.)]|and/or|&|ready|later|immediately|gently|carefully|slightly|together|fyi|psst|"
    r"hey|hi|oh|by the way|btw|remember|from now on|as (?:always|usual)|to wrap up|in short|of course|sure|similarly|likewise|"
    r"all set|pro ?tip|quick tip|tip|hint|note|reminder|heads up|in addition|additionally|furthermore|moreover|when you're ready|"
    r"no worries|don't worry|no problem|thanks|thank you|cool|nice|yes|yep|yay|and if needed|rather|at your convenience|when convenient|your turn|action required|to[- ]?do|what'?s next|next steps?|last step|final step|your next step)\b[,:!;—–-]*\s*",
    r"[\ue004>•·*–—:,\-(]+\s*",
    r"(?:in|on|from|under|inside|at|via|through|using|with|within) (?:the |your )?(?:[\w-]+ ){0,4}?(?:{room}|{time_line}|top bar|preview window|player)(?: on the \w+(?: side)?| above| below| at the top)?,? (?=you|simply|just|please|click|tap|press|hit|select|choose|drag|open)",
)
# Speaks to the person: what follows is asked of them.
ASKING = (
    r"(?:please|kindly|pls|plz|pretty please)\b,?\s*",
    r"(?:you|u|ya|y'all)(?:'ll| will|'d|'re| are|'ve| have)?(?: (?:now|also|then|always|still|just|only|simply|easily|probably|even|either|perhaps))*"
    r"(?: (?:can|may|might|could|should|must|need to|needs to|have to|got to|ought to|want to|wish to|free to|welcome to|able to|better|"
    r"be able to|like to|will|would|do|encouraged to|advised to|invited to|asked to|requested to|required to|need only|have only to|got only to|good to))*"
    r"(?: (?:want to|need to|have to|be able to|like to|just|simply|now|also|then|always|still|even|easily|directly|quickly|safely|freely|"
    r"manually|optionally|either|instead|at any time|anytime|of course|go ahead and|further|try to|choose to|as well|first|quickly|too))*"
    r" (?!are |is |was |were |have |had )",
    r"(?:feel free|be sure|make sure|remember|don't forget|do not forget|don't hesitate|do not hesitate|take a (?:moment|second|minute|sec)|"
    r"try|it's (?:now |about )?time|it is (?:now )?time|time|now is the time|you're welcome|don't be afraid|be careful)(?: to| and| that you| you)(?: just| simply| also| first| please)? ",
    r"(?:please )?(?:do )?go ahead(?: and|,)? ",
    r"(?:all|the only thing|the one thing|what|everything)(?: that)?(?: is|'s| you| we)?(?: (?:have|need|got|left|remains|remaining|there is|should do|must do|can do|now))*"
    r"(?: (?:to do|left|now|for you|next))* (?:is|'s|was)(?: to)?(?: just| simply)? ",
    r"(?:it's|it is|i'd|i would|we'd|we|i)(?: (?:strongly|highly|also|really|kindly|would|just|best|better|recommended|advisable|recommend|suggest|advise|propose|ask|"
    r"encourage|invite|urge|easiest|a good idea|good practice|helpful|useful))*(?: (?:that you|you to|you|for you to|to)) (?!find |see |keep |know )",
    r"(?:(?:i'd|i would|we'd|we|i)(?: strongly| highly| also| really)? (?:recommend|suggest|advise|propose)|it's worth|it is worth|worth|how about|what about|consider|"
    r"try|start by|begin by|start with|by|via|simply by|just by|done by|through|this by|that by|finish by|recommended:?)(?: by| first)? (?=[a-z-]+ing\b)",
    r"(?:can|could|would|will) you(?: (?:please|kindly|just|also|maybe|now|quickly|first|perhaps))*,? (?!rather |like |prefer |want |mind )",
    r"(?:would|do) you mind (?=[a-z-]+ing\b)",
    r"(?:why not|why don't you|may i ask you to|might i ask you to|may i suggest (?:that )?(?:you )?(?:to )?|if you could(?: just| please)?,?|you guys can|"
    r"(?:i|we)(?:'ll| will)? need you to|i'd (?:love|like|want) you to|i would like you to|i want you to|do me a favor and|"
    r"it(?:'d| would) be (?:great|good|nice|best|helpful) if you(?: could)?(?: just| please)?|(?:the|your)? ?(?:next|last|final|first|only) (?:step|thing)(?: left)?(?: for you)?(?: now)? is (?:just |simply )?to|"
    r"(?:now )?it's your turn to|want to|your turn to|now's the time to|users? (?:can|may) also|the easiest way is to|the quickest way is to|the easiest way to \w+(?: it| this| that)? is to|simplest way is to|best way is to) ",
    r"(?:when|once|if|after|as soon as|whenever)(?: you| you've| you just)? (?=(?:you )?(?:click|tap|press|hit|drag|right-click|double-click|clicking|pressing|tapping|hitting|open|select|expand|switch|head|go|opening|selecting|look|check|dragging)\b)",
)
# The clause has a subject of its own: something is said about it, nothing asked ("Click track is at 120 BPM") ...
STATEMENT = (
    r"(?:(?!(?:to|and|or|if|when|so|then|for|that|which|where|what|how|who|whether|once|until|in|on|from|at|by|with|here|now|it|them|you|as|while|because|since|whenever|"
    r"anything|everything|whatever|of|please)\b)[\w'%/\ue000-\ue004-]+ ){1,6}(?:is|are|isn't|was|were|has|have|had|will|would|can|could|should|won't|can't|runs|starts|ends|"
    r"begins|plays|sits|stays|appears|lasts|comes|goes|covers|takes|uses|works|follows|fades|shows|keeps|gets|needs|looks|sounds|feels|contains|includes|rises|drops|lands|"
    r"hits|kicks|matches|fits|says|reads|still|grew|fell|rose)\b"
)
# ... or is a report without a verb ("Drop shadow added", "Upload complete").
REPORT = (
    r"(?:[\w'/\ue000-\ue004-]+ ){1,5}?(?:added|complete|completed|finished|ready|failed|saved|enabled|disabled|removed|updated|kept|received|applied|created|replaced|"
    r"generated|in progress|started|detected|included|required|pending|queued|inserted|restored|synced|adjusted|changed|moved|attached|accepted|confirmed|successful|locked|"
    r"unchanged|trimmed|swapped|deleted|approved|effect|effects|sound|sounds|animation|footage|scene|sequence)(?=\s*(?:[.,;:!—–(-]|$|to |with |from |in |for |on |and |by ))"
)
# Words that make a compound noun of the verb in front of them.
COMPOUND = (
    r"(?:(?:drop|check|opt|log|sign|walk)-(?:ins?|outs?)|(?:click|drag|drop|press|hit|tap|open|play|export|upload|download|preview|check|save|select|pick|swipe|move|push|switch)[ -]"
    r"(?:race|races|racer|racing|queen|queens|show|shadow|shadows|track|tracks|sound|sounds|noise|release|releases|conference|rate|rates|through|throughs|bait|song|songs|dance|dancing|dancer|water|"
    r"air|ending|world|source|mic|house|door|doors|sea|road|roads|fire|date|dates|area code|list|kit|pin|cap|volume|volumes|market|markets|business|link|speed|speeds|quality|size|"
    r"format|formats|resolution|limit|limits|progress|status|mark|marks|point|points|zone|leaf|kick|wheel|man|girl|boy|sign|signs|hours|day|house|mat|box of|fast|hard|"
    r"sky|skies|ocean|field|fields|arms|heart|hearts|wide|wider|space|spaces|plan|office|mind|minds|wound|top|toe|weight|weights|line|lines))\b"
)

FORMS = (
    Form(
        "drag",
        r"{drag}(?= (?:{the}|{clip}|{owned}|{name}|left|right|up|down|over|out|in|across|along|the|\d|multiple|several|both|other|different|new|media|assets?|things|or|to {purposes})\b| {name})",
        examples=("Drag the second clip to the front.", "Try dragging the title up a little.", "Click and drag its right edge."),
        never=("Drag race footage covers the first 6 seconds.", "I dragged the clip to 0:04.", "Drag queens dance in scene 2."),
    ),
    Form(
        "drag",
        r"hold~(?: down)? [^,;:]{1,24}?(?:while|as you|and|when) (?:you )?(?:drag|mov|trimm|click|scroll)",
        examples=("Hold Shift while dragging a clip.",),
        never=("Hold the shot while the voice ends.",),
    ),
    Form(
        "drop",
        r"{drop} (?={the}|files|media|photos|images|clips|{name}|more|in )",
        needs="panel timeline upload player own_place",
        examples=("Drop your clip in the Media panel.", "Place the logo on the timeline."),
        never=("Drop a comment below if you like it.", "Drop shadow added to the title."),
    ),
    Form(
        "credits",
        r"(?:{see}|{go}|{use}|top~ up|buy~|purchase~|recharge~|upgrade~|add~|manage~|renew~|keep an eye on)(?: [\w'-]+){0,5}? "
        r"(?:credits?|balance|account|billing|subscription|usage|wallet|plan|points|pricing)\b",
        examples=("Check your account for the remaining credits.", "Please visit the Billing page.", "You can view your balance in the dashboard."),
        never=("Balance of the audio is fine.", "The credits roll at 0:55."),
    ),
    Form(
        "point",
        r"{point}(?: on| onto| over| inside| in| into)?(?= (?:{the}|{label}|{clip}|{name}|here|anywhere|\d|below|twice|outside|empty|[+>])(?:\W|$)| [+>]| \w+ ?(?:>| button| icon| tab| menu| panel)|\b ?>)",
        examples=("Click Export to save it.", "Just tap the gear icon.", "Right-click the clip.", "Double-click any row to edit it."),
        never=("Click track is at 120 BPM.", "A hand clicks the mouse.", "Tap dancing covers scene 2."),
    ),
    Form(
        "point",
        r"(?:{point}|{strike})(?: on)? (?=[a-z])",
        named=True,
        examples=("Click Voices in the sidebar.", "Hit Continue to go on."),
        never=("Press release text is on the card.",),
    ),
    Form(
        "strike",
        r"{strike} (?={the}|{label}|{name}|here|\w+ (?:button|icon|key|tab)|(?:ctrl|cmd|command|control|shift|alt|option)[ +-])",
        needs="export play upload credits edit panel player control button timeline playhead",
        examples=("Press Play to watch it.", "Hit the Export button.", "Toggle the Layers panel."),
        never=("Press release text is on the card.", "Hit the road with us!", "Push the limits of your day."),
    ),
    Form(
        "go",
        r"{go}(?= (?:{the}|{label}|{name}|up|(?:[\w-]+ )?(?:{room})\b|{time_line}|\w+ ?>))",
        needs="panel timeline player credits path export upload play corner",
        examples=("Open the Style panel.", "Head over to the Media Library.", "Go to File > Export.", "Switch to the Layers tab."),
        never=("Open on a foggy forest.", "Go to the beach and relax.", "Open the door and grab the spoon."),
    ),
    Form(
        "see",
        r"{see}(?= |$)",
        needs="panel credits path upload",
        examples=("You'll find the filters under Adjustments in the sidebar.", "Check the Inspector for details."),
        never=("You can see the barista in the top-right corner.", "Check out the new ending and tell me."),
    ),
    Form(
        "preview",
        r"preview(?:ing)?(?= (?:{the}|{video}|{clip}|how|in|on|from|before|now|at|with|via|and|or|first|changes?|here|again|right|directly|anytime|everything|scenes?|what|[\ue000-\ue004])\b| ?$|[ ]?[,.!:;)])",
        examples=("Preview it in the timeline.", "You can preview the cut.", "Feel free to preview how it flows."),
        never=("Preview image shows the barista.", "I'll preview both options for you."),
    ),
    Form(
        "preview",
        r"{play}(?= |$)",
        needs="player timeline play playhead hands",
        examples=("Watch it in the preview window.", "Review the cuts on the timeline.", "Play it in the player."),
        never=("Watch the sunrise with me.", "Play a soft piano under the voice."),
    ),
    Form(
        "preview",
        r"(?:scrub~(?: through| along| across| over| to| back)?|skim~ through|seek to|skip through|play~(?: back)? (?:it(?! cool| safe| by ear| straight)|to (?:check|see|hear|watch|preview|review|listen|verify)|(?:the|your) (?:new |whole |full |final |entire )?(?:{video}|timeline|changes))(?: back)?|"
        r"(?:move|drag|slide|set|place|park|put|position)(?:ing)? the (?:play ?head|scrubber|cursor|seek ?bar))\b",
        examples=("Scrub through the timeline.", "Play the video from the start.", "Move the playhead to 0:10."),
        never=("Play the role of the guide.",),
    ),
    Form(
        "use",
        r"{use} (?={the}|{label}|{name}|\w+ (?:button|slider|tool|panel|menu|icon))",
        needs="export play upload credits edit panel player control button timeline playhead path",
        examples=("Use the Export button.", "Try the speed slider.", "Use the volume slider on the audio track."),
        never=("Use the golden hour shot as the cover.", "Try a warmer tone next time."),
    ),
    Form(
        "upload",
        r"{upload}(?= |$)",
        needs="upload panel media",
        examples=("Upload your logo in the Media panel.",),
        never=("Upload speed is shown in scene 2.", "Please upload a PNG of your logo."),
    ),
    Form(
        "upload",
        r"{bring}(?= |$)",
        needs="upload own_place",
        examples=("Add a photo with the + button.", "Select your own photo in the Media panel."),
        never=("Add a comma after hello.", "Send me your logo."),
    ),
    Form(
        "use",
        r"(?:find|locate|look for|notice|spot|see)~? (?:the|an?|your) (?:[\w-]+ ){0,2}?(?=(?:export|download|save|upload|import|play|preview) (?:button|icon|option|menu|command|link)\b)",
        needs="export upload play",
        examples=("Please find the Export button at the bottom.",),
        never=("You can see the play button artwork in scene 2.",),
    ),
    Form(
        "export",
        r"{export}(?= (?:it|this|that|them|the|your|as|to|now|directly|from|via|in|at|when|whenever|once|anytime|any time|if|with|and|or|using|by|right|a|an|either|here|straight|again|everything|"
        r"both|all|mp4|1080p|4k|720p|{video}|[\ue000-\ue004])\b| ?$| ?[.,!;:)]| [\ue000-\ue004])(?!(?: (?:the|your|a|this))? (?:date|day|planet|app|world|time|money|energy|space|seat|moment|memories|best for|bees|whales|guide|menu pdf|brochure|template|ebook)\b)(?! in mind)",
        examples=("You can now export your video from the toolbar.", "Export it whenever you're ready.", "Download the MP4 from the toolbar."),
        never=("Export volumes grew 12%.", "Save the date is the title.", "Download the app is the closing line."),
    ),
    Form(
        "export",
        r"{fetch} (?:it|the|your|a|this)\b",
        needs="export",
        examples=("Grab it with the Download button.", "Share the reel from the Export menu."),
        never=("Get the look with two filters.",),
    ),
    Form(
        "select",
        r"{select} (?={the}|{label}|{name}|{clip}|\w+ (?:from|in|under|on)|as|\d)",
        needs="panel edit export upload play path control timeline",
        examples=("Select Regenerate from the menu.", "Choose Export in the File menu.", "Select the clip on the timeline."),
        never=("Choose one of the two endings.", "Pick a song you like and tell me."),
    ),
    Form(
        "edit",
        r"{edit}(?= |$)",
        needs="control panel timeline hands playhead player path",
        examples=("Trim it by pulling its edge.", "Adjust the volume in the Audio panel.", "Fine-tune it by dragging the edges."),
        never=("Make the intro shorter.", "Change nothing else."),
    ),
    Form(
        "use",
        r"(?!{stopwords})[a-z]+(?:-[a-z]+)?(?<!ed)(?<!ing)(?<!s)(?: (?:up|down|out|in|over|through|into|on|at|to))* (?=(?:the|your|its|that|this) )",
        needs="button panel upload media",
        examples=("Consult the Voices panel.", "Long-press the crop icon."),
        never=("Keep the menu card in the shot.", "Describe the panel in one sentence."),
    ),
    Form(
        "edit",
        r"(?!(?:i|we|he|she|it|they|the|a|an|this|that|there|my|our|your|his|her|its|these|those|no|each|all|for|with|in|on|at|from|to|by)\b)[a-z-]+(?<!ed)(?<!s)(?<!ing)(?: [^,;:]{0,80})? (?:by|with a|via|through|using) "
        r"(?:simply |just )?(?:{dragging}|(?:right-|double-)?click(?:ing)?|tapping|pressing|hitting|opening|selecting)\b(?! sounds?| effect)",
        examples=("Make it longer by dragging the right edge.",),
        never=("I fixed it by dragging the clip.",),
    ),
    Form(
        "edit",
        r"(?:edit|trim|adjust|fine-?tune|tweak|rearrange|re-?order|cut|change|modify|customi[sz]e|refine)(?: (?:it|them|the video|clips|your video))?\s*$",
        needs="invited",
        examples=("You can preview, edit or export it.",),
        never=("Rearrange.",),
    ),
    Form(
        "edit",
        r"(?:make|do|apply|perform|handle) (?:\w+ ){0,3}(?:edits?|changes?|adjustments?|tweaks?|corrections?|cuts?|trims?)\b",
        needs="control panel timeline hands player",
        examples=("Make small adjustments in the editor.",),
        never=("Make two changes to the story.",),
    ),
)
# Found anywhere in the clause, after its own subject.
STATEMENTS = (
    Form(
        "export",
        r"(?<!i )(?<!we )\b(?:can|may|could|must|should|has to|have to|needs to|need to) (?:now |also |then |always |easily |simply |directly |either )*be (?:exported|downloaded|rendered|saved)\b(?! (?:from (?!the (?:tool|menu|top|export|file|head|edit|upper|panel|side))|by (?!click|press|tap|hit|us|select)))",
        examples=("The reel can be exported from the toolbar.", "It can be downloaded by clicking Export."),
        never=("The lives of 40 dogs could be saved from the flood.",),
    ),
    Form(
        "preview",
        r"\b(?:can|may|could|should) (?:now |also |then |always |easily |simply |directly )*be (?:previewed|played(?: back)?|started|triggered|launched|watched|viewed|reviewed|scrubbed|checked|heard|seen|inspected)\b",
        needs="player timeline play playhead",
        examples=("The result can be previewed in the timeline.",),
        never=("The tower can be seen in scene 2.",),
    ),
    Form("preview", r"\b(?:can|may) (?:now |also |then )*be previewed\b", examples=("It can now be previewed.",)),
    Form(
        "edit",
        r"\b(?:can|may|could|should|must) (?:now |also |then |always |easily |simply |directly |still |further |even )*be (?:\w+-)?(?:adjusted|changed|moved|trimmed|dragged|edited|tweaked|customi[sz]ed|modified|resized|repositioned|rearranged|"
        r"re-?ordered|fine-?tuned|altered|replaced|swapped|removed|deleted|muted|shortened|extended|lengthened|split|cut|set|shifted|scaled|regenerated|renamed|controlled|lowered|raised|increased|reduced|cropped|rotated|toggled|"
        r"turned (?:on|off|up|down)|switched(?: on| off)?|selected|added|applied|picked|chosen|updated|corrected|disabled|enabled|refined)\b",
        needs="control panel timeline hands player",
        examples=("Its length can be changed by dragging the edge.", "Fonts can be changed in the Style panel."),
        never=("Clothes can be changed in the panel van.",),
    ),
    Form(
        "place",
        r"\b(?:(?:can|may|could|will) (?:now |also |then |always |easily |simply |directly )*be (?:found|accessed|seen|viewed|listed|opened|checked|reached|located|browsed|inspected|reviewed|managed|explored|displayed|read|looked up|compared)|"
        r"(?:is|are) (?:now |also |all |always |both |only |currently |still )*(?:available|listed|found|located|shown|displayed|accessible|visible|hidden|stored|kept|waiting|grouped|collected)|"
        r"(?:live|lives|sit|sits|are|is)(?: right| just| all| now)?(?= (?:in|under|inside|behind|within|on|at) )|appears?|shows? up)\b",
        needs="panel credits player",
        examples=("More filters are available in the Style panel.", "The balance can be found on the Billing page."),
        never=("The logo is in the bottom-right corner.", "The panel discussion is in scene 3."),
    ),
    Form(
        "edit",
        r"\b(?:can|may|could) (?:now |also |then |always |easily |simply |directly |still |further |even )*be (?:\w+-)?(?:\w+ed|made|cut|put|\w+en)\b",
        needs="hands",
        examples=("The fade can be made longer by moving its white handle.",),
    ),
    Form(
        "place",
        r"(?:(?:the|your|our|an?|this)? ?(?:big |blue |red |green |round |small )?(?:export|download|play|upload|save|import|preview) ?(?:button|icon|option|menu|command|arrow|link|)\b)(?: (?:to|for) \w+(?: \w+)?)? (?:is|sits|lives|can be found|waits|is located|is available|is found|is waiting|appears) (?:right |just |now |located |available |always )*(?:at|in|on|under|inside|behind|next to|below|above|up)\b(?!.{0,40}\b(?:of the (?:frame|shot|scene|picture|image|video|screen recording|end card|card)|mock-?up|frame|scene \d|footage))",
        needs="export play upload",
        examples=("The Export button is at the top right.", "You'll see that Export is in the File menu."),
        never=("The play button is in the center of the frame.", "The download button is in the mockup."),
    ),
    Form(
        "place",
        r"\b(?:waiting|waits|ready|available|yours|hidden|hiding|found|there)\b[^.]{0,30}\b(?:behind|under|via|with|through|using|at|in|from) the (?:\w+ ){0,2}?(?=(?:export|download|save|play|upload) (?:button|icon|menu|option|panel|dialog)\b)",
        needs="export play upload",
        examples=("It is waiting for you behind the Export button.",),
        never=("The child is waiting at the play area.",),
    ),
    Form(
        "place",
        r"(?:there's|there is|there are|you have|you've got|we have|look for|you'll see|you will see|you'll notice|notice) (?:also )?(?:an?|the|your) (?:\w+ ){0,3}?(?:export|download|play|upload|save|import|preview|regenerate|\ue000) (?:button|icon|option|menu|link)\b",
        needs="export play upload edit button",
        examples=("There's an Export button at the top right.",),
        never=("There is a play button icon in the thumbnail art of scene 2.",),
    ),
    Form(
        "use",
        r"(?:the|that|your|this) (?:\w+ ){0,2}(?:button|icon|slider|panel|tab|menu|toolbar|handles?|option)(?: (?:at|in|on|under) (?:the )?[\w-]+(?: [\w-]+){0,3}?)? (?:lets?|allows?|will(?: let| save| give| start| download| export| play)?|helps?|gives?|saves|starts|opens|takes|does|brings|exports|downloads|controls)\b",
        needs="export play upload credits edit panel control button",
        opens=True,
        examples=("The Export button in the toolbar saves it.", "The Style panel lets you pick another font."),
        never=("The Subscribe button takes the center in scene 4.", "That panel gives the room warmth."),
    ),
    Form(
        "gerund",
        r"(?:simply |just )?(?:(?:right-|double-)?clicking(?: on)?|tapping(?: on)?|pressing|hitting|dragging|selecting|opening|using|choosing|a (?:quick |single )?(?:click|tap|press) (?:on|of)|one (?:click|tap|press) (?:on|of)) (?:{the}|{label}|{name}).{0,120}?(?:\b(?:will|lets?|allows?|gives?|saves|starts|opens|shows|brings|takes|does|works|downloads|exports|plays|reveals|makes|can|and|is enough|creates|deletes|removes|moves|changes|would|helps)\b)",
        needs="export play upload credits edit panel player control button timeline playhead clip",
        opens=True,
        examples=("Clicking Export will save it.", "Dragging the edge makes the clip longer.", "One click on Export and it is yours."),
        never=("Clicking sounds will fade out at 0:12.", "Opening the film with rain makes it moody."),
    ),
)

TARGETS = (
    Target("playhead", r"\b(?:play ?head|scrubber|scrub bar|seek ?bar|progress bar|time cursor|the cursor)\b"),
    Target(
        "upload",
        r"(?:\b(?:upload|import|attach(?:ment)?|add[- ]media|add[- ]files?|browse|choose[- ]files?|paper ?clip|plus)(?: media| files?| your| a| or import)? (?:button|icon|sign|area|zone|box|panel|tab|dialog|window|menu|option|field|page|section|link|symbol|key|popup|control|tool)\b"
        r"|\bpaper ?clip|\bdrop ?zone|\bdrop area|(?<!speed )\b(?:upload|import)(?: media| files?)?\b(?! speed)|\battach\b|\badd media\b|\badd files?\b|\bchoose files?\b|\bbrowse(?: files?)?\b|(?<!\w)\+(?!\d|\w)|\buploader\b|\bfile picker\b)",
    ),
    Target("play", r"\b(?:(?:play(?:back)?|preview)(?: (?:button|icon|control|controls|key|triangle|arrow|symbol|preview))?\b(?! (?:window|pane|panel|monitor|player|screen|area|tab|mode|box|section|page|view))|space ?bar|space\b(?! for)|triangle|play/pause)"),
    Target("player", r"\b(?:preview(?:er)? (?:window|pane|panel|monitor|player|screen|area|tab|box|mode|section|page|view)|(?:video |media |built-in |preview )?player\b|viewer\b|monitor\b|playback (?:window|panel|controls|area)|full[- ]?screen(?: mode| view| preview)?)"),
    Target("credits", r"\b(?:billing|credits?\b(?! roll)|balance\b(?! slider| of the)|account\b|top[- ]?up|subscriptions?\b|pricing|plans?\b(?= page| tab|$| )|wallet|usage (?:page|tab|panel|section|meter|dashboard)|avatar|profile\b|upgrade\b|payments? (?:page|tab|section|settings))"),
    Target("export", r"\b(?:export|download|save(?: as)?|render|publish|share)\b(?:(?: (?:video|now|mp4|it|button|icon|option|menu|dialog|panel|tab|page|window|settings|key|link|arrow|section))\b)*"),
    Target("path", r"\b[\w+]+(?: [\w+]+)?(?: ?> ?[\w+]+(?: [\w+]+)?)+"),
    Target(
        "edit",
        r"\b(?:re-?generate|delete|remove|split|duplicate|copy|cut|undo|redo|apply(?: to all)?|generate|retry|try again|burn(?: in)?|replace|crop|mute|unmute|reset|confirm|ok|okay|done|trim|rename|rotate|flip|detach(?: audio)?|paste|unlock|lock|"
        r"auto[- ]?captions?|magic (?:cut|wand)|add (?:text|transition|music|a? ?caption)|ripple delete|enhance|refresh|swap|mirror|stabili[sz]e|denoise|reverse|freeze frame|trash(?: can)?|bin icon|pencil|wand|enter|backspace|remix|"
        r"rewrite|translate|merge|ungroup|group|unlink|hide|align|(?:cmd|ctrl|command|control) ?\+ ?[zyxcvd]|trash|scissors)(?: (?:button|icon|option|key|tool|command|menu))?\b",
    ),
    Target("control", r"\b(?:{control})\b"),
    Target("media", r"\b(?:media|assets?|uploads?) (?:library|bin|pool|panel|tab|browser|folder|section|area|page)\b"),
    Target("media_into", r"\b(?:into|to|onto|in|on|inside) (?:the |your )?(?:media|assets?|uploads?) (?:library|bin|pool|panel|tab|browser|folder|section|area|page)\b"),
    Target("panel", r"\b(?:{room}|(?<=open )\ue000(?= to\b| and\b|$|,))\b(?! discussion| of experts| show| talk| interview| van| wall| beats?\b)"),
    Target("timeline", r"\b(?:{time_line})"),
    Target("corner", r"\b(?:top|upper|bottom|lower)[- ](?:right|left)(?:[- ]hand)?(?: corner| side)?\b(?! of the (?:frame|shot|scene|picture|image))|\bcorner of the (?:screen|page|editor|window|app)"),
    Target("button", r"\b(?:button|icon|shortcut|menu item|hotkey|(?:cmd|ctrl|command|control|shift|alt|option) ?[+-] ?\w+)\b"),
    Target("clip", r"(?:\b(?:{clip})\b(?! (?:panel|tab|menu|section|page|library|drawer|editor|settings|icon|button|browser|list|track|sidebar|inspector|view|toolbar|picker|dropdown))|[\ue000\ue003])"),
)
HANDS = r"\bby (?:simply |just )?(?:{dragging}|pulling|clicking|right-clicking|double-clicking|tapping|pressing|sliding|scrubbing|using the|moving (?:the|its))\b|\bwith (?:the|your) mouse\b|\bdrag(?:ging)?[ -]and[ -]drop|\bby hand in the\b"
HERE = r"\b(?:here|there|anywhere)\b|(?:onto|into|in|on|to|inside|over) (?:the |your |this )?(?:[\w-]+ ){0,2}(?:window|page|chat|screen|editor|canvas|box|area|browser|tracks?)\b"
OWN = THINGS["own"]

PURPOSES = (
    Target("credits", r"(?:top[- ]?up|recharge|upgrade|purchase|refill|renew|subscribe|(?:buy|add|get|see|check|view|review|know|manage|monitor)(?: \w+){0,3} (?:credits?|balance|plans?|subscription|usage|points)\b|see what'?s left|see how (?:much|many)(?: \w+){0,3} (?:left|remain|remaining))\b"),
    Target("upload", r"(?:upload|import|attach|(?:add|select|choose|pick|insert|bring in|drop in|provide|use|replace (?:it|the \w+|scene \d+) with|swap in|load|include|put in|drop) (?:{own}|(?:a|the|your|some|any|more|new|another|an) (?:[\w-]+ ){0,2}(?:logo|photo|image|picture|file|files|clip|clips|footage|media|recording|png|jpg|mp3)\b))"),
    Target("export", r"(?:export|download|save|share|publish|render|get (?:it|the|your|a|an)\b|grab (?:it|the|your)\b|finish(?: up)?|finali[sz]e|deliver|post|keep (?:it|a copy)|receive)\b"),
    Target("preview", r"(?:preview|play|watch|hear|listen|re-?play|rewatch|see (?:it|the (?:result|video|clip|new|whole|full|final|changes?|animation|transition|motion|effect)\b|how (?:it|the|they|everything)|your (?:video|result)|everything)|feel|experience|check (?:it|how (?:it|the)|the (?:result|timing|flow|pacing|sync))|view (?:it|the (?:result|video))|look at it|scrub|judge|evaluate|enjoy|review (?:it|the (?:result|cut|video|edit|pacing)))\b"),
    Target("edit", r"(?:edit|change|adjust|tweak|modify|move|trim|swap|replace|delete|remove|mute|unmute|resize|rename|rearrange|re-?order|reposition|cut|split|shorten|extend|lengthen|fine-?tune|customi[sz]e|set|pick|choose|try|switch|turn|increase|decrease|raise|lower|make|speed|slow|crop|rotate|apply|regenerate|undo|redo|duplicate|refresh|fix|correct|retime|align|add|get rid|stretch|scale|start over|hide|lock|style|recolor|zoom|clean|soften|boost|reduce|restore|revert|bring|drop|tighten|nudge|push|give|create|generate|translate|rewrite|reset|toggle|enable|disable|snap|sync|loop|control|use|keep|insert|improve|update|convert|merge|animate|blur|brighten|darken)\b"),
    Target("inspect", r"(?:see|view|check|inspect|review|look|find|browse|explore|compare|read|learn|know|show|list|verify|confirm|discover|access|reveal|open|understand|get details)\b"),
    Target("matter", r"(?:the|a|an|your|more|all|its|further|other) (?=\w)"),
)

STOPWORDS = r"(?:the|my|your|our|its|his|her|their|a|an|it|i|we|he|she|they|you|who|what|which|where|how|is|are|was|were|has|have|will|can|could|would|should|may|does|did|do|don|not|never|nor|than|then|there|since|until|unless|into|onto|inside|under|behind|over|between|through|during|without|within|like|just|also|very|more|most|less|both|either|settings|panel|button|menu|tab|icon|maybe|perhaps|keep|let|have|has|had|imagine|think|describe|tell|say|send|give|want|like|need|know|mean|note|expect|hope|wish|wait|end|start|begin|begins|opens|thanks|thank|welcome|here|there|this|that|these|those|no|not|yes|all|both|some|two|three|four|five|one|each|every|another|any|in|on|at|for|with|from|to|of|by|as|if|when|while|only|about|because|nothing|everything|currently|now|music|total|scene|clip|added|made|using|after|before)\b"
VOCABULARY: dict[str, str] = {
    **{kind: verbs.replace(", ", "|") for kind, verbs in VERBS.items()},
    **THINGS,
    "clip": (
        r"(?:first|second|third|last|next|other|selected|long|short|new) \w+|clips?|titles?|captions?|subtitles?|tracks?|rows?|layers?|segments?|scenes?|elements?|thumbnails?|shots?|words?|lines?|texts?|overlays?|logos?|"
        r"watermarks?|stickers?|transitions?|cards?|images?|photos?|songs?|music|bgm|audio|voice ?overs?|videos?|blocks?|assets?|items?|names?|fonts?|presets?|styles?|colou?rs?|filters?|effects?|templates?|sections?|parts?|files?"
    ),
    "owned": "your|my|our|its",
    "name": NAME,
    "label": every_label(latin=True),
    "stopwords": STOPWORDS,
    "dragging": "dragging(?:[ -]and[ -]dropping)?",
}
EXPORT_LABELS = label_words("export", latin=True)

# Its subject is not the person at the editor.
BARE = r"(?!)"
SUBJECT = r"(?:i|we|he|she|they|it|let me|let us|let's|who|users?|viewers?|people|someone|nobody)(?:'ll|'ve|'d|'m|'re|'s)?\b(?! (?:can|may|could) (?:now |also )*be)"
HUMAN = r"(?:i|we|he|she|they|let me|let us|let's|who|users?|viewers?|people|someone|nobody)(?:'ll|'ve|'d|'m|'re|'s)?\b(?! (?:can|may|could) (?:now |also )*be)"
NOT = r"(?:do not|don't|never|not|no need|no longer|without|instead of|rather than|cannot|can't|couldn't|didn't|you don't|nothing)\b"
GERUND = r"(?!(?:bring|swing|ring|sing)\b)[a-z-]+ing\b"
PURPOSE = r"(?<!next )(?<!back )(?<!closer )\b(?:(?:in order |so as )?to|so (?:that )?you can|if you(?:'d)? (?:want|like|wish|need|prefer) to|and you can|for|where you can|which lets you|that lets you|and)(?= )\s+(?:(?:quickly|easily|simply|then|also|just|fully|better|further|really|now) )?(?={purposes})|\bfor (?=(?:the|a|an|your|more|all|its|further|other) \w)"
CLAIM = r"(?:\W*(?:and|so|now|then),? )?you(?:'ll| should| will) (?:now |already |also |still )*(?:see|notice|hear|have|get)\b(?!.{0,80}\b(?:{room})\b)"
POLITE_QUESTION = r"\W*(?:(?:also|then|now|next|and|so|ok|great|first),? )?(?:(?:can|could|would|will) you(?: please| kindly| just| also)*,? (?!rather|like|prefer|want|mind|see|find|hear|tell|confirm|share|check (?!the|your))|(?:would|do) you mind |why not |why don't you |how about (?=\w+ing)|may i ask you to |might i ask you to |please )"
LEAD = (
    r"\W*(?:(?:and|or|but|so|then|also|\ue004) )*(?:to (?!my|the|your|a )|if|when|whenever|once|after|before|in order to|in case|should you|as soon as|until|while|unless|since|because|now that|as|for|with|from|in|on|at|inside|under|via|"
    r"next|tip|note|hint|pro tip|ready|whenever|at this point|done|what's next|where to go next|your options|options|here's how|how to|two (?:options|ways)|from (?:here|there)|happy with|satisfied|"
    r"otherwise|alternatively|finally|lastly|first|second|then|meanwhile|simply|just|please|you can|you may|you could|feel free|to do|next steps?|step \d+|quick tip|reminder|heads up|"
    r"need|want|like|prefer|looking for|by the way|not happy|don't like|export|download|preview|save|saving|exporting|previewing|editing|edits|for edits|for export)\b"
)
BECAUSE = r"\W*(?:since|because|given that|as) (?=(?:the|it|this|that|there|i|clip|scene|your|we|they|both|all|[a-z]+ \d)\b)"
TAIL = (
    r"\W*(?:(?:and|or|then|but) )*(?:to|if|when|whenever|once|so|so that|so you|which|where|before|after|until|in order|without|while|unless|as|for|with|from|in|on|at|because|since|e\.g|such as|like|except|by|via|using|"
    r"it (?:will|'ll|should)|it'll|that(?:'ll| will)|this (?:will|should)|you'll|you will|and you|and it|and it'll|your .{1,40} (?:will|should)|the .{1,40} (?:will|should) (?:then |be |start|begin|update|follow|snap|adjust|save|download|appear|open)|"
    r"you should|everything|done|voil[aà]|that's it|easy|whatever|whichever|depending|either|just|only|no|not|enjoy|have fun|there|here|ok|okay|again|too|instead|anytime|any time|at any time|whenever)\b"
)
FINITE = (
    r"(?<=[\w\ue000-\ue004)] )(?:is|are|was|were|has|have|had|will|can|could|would|should|may|might|isn't|aren't|wasn't|won't|can't|didn't|don't|doesn't|runs?|lasts?|starts?|ends?|plays?|comes?|takes?|sits?|stays?|uses?|looks?|sounds?|feels?|shows?|keeps?|"
    r"needs?|fits?|reads?|says?|added|made|got|kept|cut|set|put|did|does|do|went|came|[a-z]{2,}ed|weighs?|costs?|appears?|fades?|contains?|includes?|covers?|opens?|works?|matches|follows?|remains?|leaves?)\b"
    r"|\b(?:i'm|i've|i'll|i'd|it's|that's|there's|here's|they're|we've|we're|we'll|you're|you've)\b"
    r"|\b(?:tell|let|say|send|reply|describe|ask|write|share your|give me|type|answer|message|respond|think|mention|point out|name the)\b"
)
GOVERNS = r"\b(?:i|we|he|she|they)(?:'d|'ll| will| would| can| could| should| may| might)\b(?! (?:recommend|suggest|advise|like you|need you|love you|say))"
SHARES = r"(?:^|\W)(?:i|we|they|you'll see (?:him|her|them|people)|users?|viewers?|people|players?|customers?|friends|hands|kids|children|someone|everyone)\b(?! (?:\w+ed|\w+ed|can't|couldn't|put|cut|set|built|made|kept|found|got|went|did|was|were|have|had)\b)|'ll\b|(?<!you )\b(?:will|can|could|would|should|may|might|must|to|let me|let's|does|did|helps?|lets?|makes?|watch(?:es)?|sees?|shows? how)\b(?! you\b)(?!.{0,200}\b(?:is|are|was|were|has|have|had)\b)"
STEP = r"(?:{select}|{drop}|{see}|{use}|{edit}|{play}|{go}|{export}|{fetch}|{upload}|{point}|{strike}|wait|type|enter|name|hold|release|repeat|search|done|hit|let go|you're done|then)\b(?! me\b| us\b|ing)"
WITHIN = r"\b(?:in|from|under|inside|on|out of) (?:the |your )?(?:[\w-]+ ){0,3}?(?:{room})\b"
PRESSED = r"(?:pick|choose|select|click|tap|press|hit|toggle|use|open)(?: on)?(?: the)? $"
SENDS = r"(?:upload|import|attach)\b"
SELECTS = r"(?:select|choose|pick|highlight|mark)\b(?! (?:one|your favou?rite|whichever|between|a (?:style|song|mood|look|name)))"
CHANGES = r"(?:{select}|{drop}|{edit})\b"
VOCABULARY["purposes"] = "|".join(target.pattern for target in PURPOSES if target.kind != "matter")

FILE_TYPES = r"\b(?:png|jpe?g|gif|webp|svg|mp4|mov|avi|webm|mkv|mp3|wav|m4a|aac|pdf|docx?|txt)s?\b(?:(?:,? (?:or|and) |, | / |/)(?:an? )?\.?(?:png|jpe?g|gif|webp|svg|mp4|mov|avi|webm|mkv|mp3|wav|m4a|aac|pdf|docx?|txt)s?\b)*(?: (?:file|image|photo|picture|clip|video)s?)?(?:[ (,]+(?:up to|under|below|max(?:imum)?|at most|smaller than|no larger than) [\d.]+ ?[mkg]b\)?)?"
LOOKED_AT = r"(?:preview|watch|review|check|see|view|replay|inspect|hear)(?:ing)? (?=(?:the|your|all|both|each) )"
PLACED = r",? (?:in|on|from|inside|via|with) (?:the |your )?(?:[\w-]+ ){0,3}(?:{room}|{time_line}|player|preview|viewer|monitor|window)\b"
REVIEWED = r"(?:\w+(?: (?:to|at|through|over))?) (?=(?:the|your|all|both|each|how|new|what|a|an) )"
