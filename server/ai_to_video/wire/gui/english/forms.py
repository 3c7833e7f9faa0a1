"""English: the ways to ask, in the order they are tried. Data; each with its own examples."""

from ai_to_video.wire.gui.grammar import Form

FORMS: tuple[Form, ...] = (
    Form(
        "drag",
        (
            "{drag}(?= (?:{the}|{clip}|{owned}|{name}|left|right|up|down|over|out|in|across|along|the|"
            r"\d|multiple|several|both|other|different|new|media|assets?|things|or|to {purposes})\b| "
            "{name})"
        ),
        examples=(
            "Drag the second clip to the front.",
            "Try dragging the title up a little.",
            "Click and drag its right edge.",
        ),
        never=(
            "Drag race footage covers the first 6 seconds.",
            "I dragged the clip to 0:04.",
            "Drag queens dance in scene 2.",
        ),
    ),
    Form(
        "drag",
        "hold~(?: down)? [^,;:]{1,24}?(?:while|as you|and|when) (?:you )?(?:drag|mov|trimm|click|scroll)",
        examples=("Hold Shift while dragging a clip.",),
        never=("Hold the shot while the voice ends.",),
    ),
    Form(
        "drop",
        "{drop} (?={the}|files|media|photos|images|clips|{name}|more|in )",
        needs="panel timeline upload player own_place media_into",
        examples=("Drop your clip in the Media panel.", "Place the logo on the timeline."),
        never=("Drop a comment below if you like it.", "Drop shadow added to the title."),
    ),
    Form(
        "credits",
        (
            r"(?!us(?:e|ing) (?:about |around |only |up to |just )?\d)(?:{see}|{go}|{use}|top~ up|buy~|purchase~|recharge~|upgrade~|add~|manage~|renew~|keep an "
            r"eye on)(?: [\w'>-]+){0,5}? (?:credits?|balance|account|billing|subscription|usage|wallet|"
            r"plan|points|pricing)\b"
        ),
        examples=(
            "Check your account for the remaining credits.",
            "Please visit the Billing page.",
            "You can view your balance in the dashboard.",
        ),
        never=("Balance of the audio is fine.", "The credits roll at 0:55."),
    ),
    Form(
        "point",
        (
            "{point}(?: on| onto| over| inside| in| into)?(?= (?:{the}|{label}|{clip}|{name}|here|"
            r"anywhere|\d|below|twice|outside|empty|[+>])(?:\W|$)| [+>]| \w+ ?(?:>| button| icon| tab| "
            r"menu| panel)|\b ?>)"
        ),
        examples=(
            "Click Export to save it.",
            "Just tap the gear icon.",
            "Right-click the clip.",
            "Double-click any row to edit it.",
        ),
        never=("Click track is at 120 BPM.", "A hand clicks the mouse.", "Tap dancing covers scene 2."),
    ),
    Form(
        "point",
        "(?:{point}|{strike})(?: on)? (?=[a-z])",
        named=True,
        examples=("Click Voices in the sidebar.", "Hit Continue to go on."),
        never=("Press release text is on the card.",),
    ),
    Form(
        "strike",
        (
            r"{strike} (?!{elsewhere})(?!(?:the|that|this) (?:like|subscribe|follow|bell|notification)\b)(?={the}|{label}|{name}|here|\w+ (?:button|icon|key|tab)|(?:ctrl|cmd|command|"
            "control|shift|alt|option)[ +-])"
        ),
        needs="export play upload credits edit panel player control button timeline playhead",
        examples=(
            "Press Play to watch it.",
            "Hit the Export button.",
            "If u like it, smash that export btn!",
            "Toggle the Layers panel.",
        ),
        never=(
            "Press release text is on the card.",
            "Hit the road with us!",
            "Smash that like button!",
            "Push the limits of your day.",
        ),
    ),
    Form(
        "go",
        r"{go}(?= (?:{the}|{label}|{name}|up|full|(?:[\w-]+ )?(?:{room})\b|{time_line}|\w+ ?>))",
        needs="panel timeline player credits path export upload play corner",
        examples=(
            "Open the Style panel.",
            "Head over to the Media Library.",
            "Go to File > Export.",
            "Switch to the Layers tab.",
        ),
        never=("Open on a foggy forest.", "Go to the beach and relax.", "Open the door and grab the spoon."),
    ),
    Form(
        "see",
        "{see}(?= |$)",
        needs="panel credits path upload",
        examples=(
            "You'll find the filters under Adjustments in the sidebar.",
            "Check the Inspector for details.",
        ),
        never=("You can see the barista in the top-right corner.", "Check out the new ending and tell me."),
    ),
    Form(
        "preview",
        (
            "preview(?:ing)?(?= (?:{the}|{video}|{clip}|how|in|on|from|before|now|at|with|via|and|or|"
            "first|changes?|here|again|right|directly|anytime|everything|scenes?|what|"
            r"[\ue000-\ue004])\b| ?$|[ ]?[,.!:;)])"
        ),
        examples=(
            "Preview it in the timeline.",
            "You can preview the cut.",
            "Feel free to preview how it flows.",
        ),
        never=("Preview image shows the barista.", "I'll preview both options for you."),
    ),
    Form(
        "preview",
        "{play}(?= |$)",
        needs="player timeline play playhead hands",
        examples=(
            "Watch it in the preview window.",
            "Review the cuts on the timeline.",
            "Play it in the player.",
        ),
        never=("Watch the sunrise with me.", "Play a soft piano under the voice."),
    ),
    Form(
        "preview",
        (
            "(?:scrub~(?: through| along| across| over| to| back)?|skim~ through|seek to|skip through|"
            "play~(?: back)? (?:it(?! cool| safe| by ear| straight| (?:on|in) (?:any|every|all|most|your) | anywhere| everywhere)|to (?:check|see|hear|watch|preview|"
            "review|listen|verify)|(?:the|your) (?:new |whole |full |final |entire )?(?:{video}|"
            "timeline|changes))(?: back)?|(?:move|drag|slide|set|place|park|put|position)(?:ing)? the "
            r"(?:play ?head|scrubber|cursor|seek ?bar))\b"
        ),
        examples=(
            "Scrub through the timeline.",
            "Play the video from the start.",
            "Move the playhead to 0:10.",
        ),
        never=("Play the role of the guide.",),
    ),
    Form(
        "preview",
        r"(?:go|put|make|set|switch|view|watch|open|expand|blow|pop|turn|bring|enter|maximi[sz]e)(?:ing)?(?: [\w']+){0,3}? (?:in(?:to)? |to |up )?full[- ]?screen\b",
        examples=("Go full screen and watch it.", "Put it in full screen."),
        never=("The full screen title stays for 2 s.",),
    ),
    Form(
        "use",
        r"{use} (?={the}|{label}|{name}|\w+ (?:button|slider|tool|panel|menu|icon))",
        needs="export play upload credits edit panel player control button timeline playhead path",
        examples=(
            "Use the Export button.",
            "Try the speed slider.",
            "Use the volume slider on the audio track.",
        ),
        never=("Use the golden hour shot as the cover.", "Try a warmer tone next time."),
    ),
    Form(
        "upload",
        "{upload}(?= |$)",
        needs="upload panel media",
        examples=("Upload your logo in the Media panel.",),
        never=("Upload speed is shown in scene 2.", "Please upload a PNG of your logo."),
    ),
    Form(
        "upload",
        "{bring}(?= |$)",
        needs="upload own_place",
        examples=("Add a photo with the + button.", "Select your own photo in the Media panel."),
        never=("Add a comma after hello.", "Send me your logo."),
    ),
    Form(
        "use",
        (
            r"(?:find~|locate~|look~ for|notice~|spot~) (?:the|an?|your) (?:[\w-]+ ){0,2}?(?=(?:export|"
            r"download|save|upload|import|play|preview) (?:button|icon|option|menu|command|link)\b)"
        ),
        needs="export upload play",
        examples=("Please find the Export button at the bottom.",),
        never=("You will notice the play button artwork in scene 2.",),
    ),
    Form(
        "export",
        (
            "{export}(?= (?:it|this|that|them|the|your|as|to|now|directly|from|via|in|at|when|whenever|"
            "once|anytime|any time|if|with|and|or|using|by|right|a|an|either|here|straight|again|"
            r"everything|both|all|mp4|1080p|4k|720p|{video}|[\ue000-\ue004])\b| ?$| ?[.,!;:)]| "
            r"[\ue000-\ue004])(?!(?: (?:the|your|a|this))? (?:date|day|planet|app|world|time|money|"
            "energy|space|seat|moment|memories|best for|bees|whales|guide|menu pdf|brochure|template|"
            r"ebook)\b)(?! in mind)(?!.{0,40} from (?:google|youtube|unsplash|pexels|spotify|(?:the|his|her|their|our|its) (?:[\w']+ )?(?:"
            r"site|website|store|shop|channel)\b))(?! (?:it|this|them|the \w+) (?:on|to) (?:instagram|tiktok|youtube|facebook|linkedin|all|any|"
            r"every)\b(?!.{0,60}(?:menu|button|panel|tab|dialog|click|icon)))"
        ),
        examples=(
            "You can now export your video from the toolbar.",
            "Export it whenever you're ready.",
            "Download the MP4 from the toolbar.",
        ),
        never=(
            "Export volumes grew 12%.",
            "Save the date is the title.",
            "Download the app is the closing line.",
        ),
    ),
    Form(
        "export",
        r"{fetch} (?:it|the|your|a|this)\b",
        needs="export",
        examples=("Grab it with the Download button.", "Share the reel from the Export menu."),
        never=("Get the look with two filters.",),
    ),
    Form(
        "use",
        (
            r"(?!{stopwords})[a-z]+(?: (?:it|them|this|that|everything|the \w+(?: \w+)?))?(?: (?:in|up|"
            "down|out|off))? (?:with|via|using|through) (?=[a-z])"
        ),
        needs="export play upload credits edit",
        named=True,
        examples=("Lock it in with Apply.",),
        never=("Open it with Mozart.",),
    ),
    Form(
        "use",
        (
            r"(?!{stopwords})[a-z]+(?: (?:it|them|this|that|everything|the \w+(?: \w+)?))?(?: (?:in|up|"
            r"down|out|off))? (?:with|via|using|through) (?:the |your )(?=(?:[\w-]+ ){0,2}(?:button|"
            r"icon|key|switch|toggle|slider|tool)\b)"
        ),
        needs="button control export play upload credits edit",
        examples=("You can solo them with the S button.",),
        never=("The host opens it with the red button.",),
    ),
    Form(
        "select",
        r"{select} (?={the}|{label}|{name}|{clip}|\w+ (?:from|in|under|on)|as|\d)",
        needs="panel edit export upload play path control timeline",
        examples=(
            "Select Regenerate from the menu.",
            "Choose Export in the File menu.",
            "Select the clip on the timeline.",
        ),
        never=("Choose one of the two endings.", "Pick a song you like and tell me."),
    ),
    Form(
        "point",
        (
            "(?!{stopwords})[a-z-]+(?<!ed)(?<!ing)(?<!s)(?: [^,;:]{0,60})? (?:by|through|via) "
            "(?:simply |just )?(?:pressing|hitting|tapping|clicking|choosing|selecting)(?: on)?(?= )"
        ),
        needs="play player export upload credits",
        examples=(
            "You can confirm by pressing Play.",
            "Save it by clicking Export.",
            "Check the sync by hitting the space bar.",
        ),
        never=("I checked it by pressing Play.", "He wins by hitting the ball."),
    ),
    Form(
        "use",
        (
            "(?:start~|launch~|begin~|trigger~|kick~ off|run~|fetch~|finish~|complete~|finali[sz]e|do~|"
            r"stop~) (?:it|this|that|them|(?:the|your) [\w-]+)(?: [\w-]+)? (?:with|via|from|using|"
            "through|by using) (?={the})"
        ),
        needs="export play upload credits edit panel player control button",
        examples=("Start it with the Export button.", "Kick off the render from the toolbar."),
        never=("Start it with the sunrise shot.", "Finish it with a warm smile."),
    ),
    Form(
        "edit",
        (
            r"(?!{stopwords})[a-z]+(?<!ed)(?<!ing)(?<!s)(?: [^,;:]{0,40})? by (?:simply |just )?(?:dropping|adding|placing|moving|pulling|sliding|applying|"
            r"setting|changing|lowering|raising|turning|splitting|cutting|picking|throwing|stretching|nudging)\b"
        ),
        needs="panel control timeline button",
        examples=("You could smooth it by dropping a fade from the Transitions tab.",),
        never=("You could warm it up by adding a shot of the sea.",),
    ),
    Form(
        "edit",
        "(?!mov(?:e|ing) (?:the|your) (?:mouse|cursor|pointer)){edit}(?= |$)",
        needs="control panel timeline hands playhead player path",
        examples=(
            "Trim it by pulling its edge.",
            "Adjust the volume in the Audio panel.",
            "Fine-tune it by dragging the edges.",
        ),
        never=("Make the intro shorter.", "Change nothing else."),
    ),
    Form(
        "use",
        (
            "(?!{stopwords})[a-z]+(?:-[a-z]+)?(?<!ed)(?<!ing)(?<!s)(?: (?:up|down|out|in|over|through|"
            "into|on|at|to))* (?=(?:the|your|its|that|this) "
            r"(?!(?:like|subscribe|follow|bell|notification)\b))"
        ),
        needs="button panel upload media",
        examples=("Consult the Voices panel.", "Long-press the crop icon."),
        never=("Keep the menu card in the shot.", "Describe the panel in one sentence."),
    ),
    Form(
        "edit",
        (
            "(?!(?:i|we|he|she|it|they|the|a|an|this|that|there|my|our|your|his|her|its|these|those|no|"
            r"can|may|could|might|must|each|all|for|with|in|on|at|from|to|by)\b)[a-z-]+(?<!ed)(?<!s)(?<!ing)(?: [^,;:]{0,80})? "
            "(?:by|with a|via|through|using) (?:simply |just )?(?:{dragging}|(?:right-|"
            r"double-)?click(?:ing)?|tapping|pressing|hitting|opening|selecting)\b(?! sounds?| effect)"
        ),
        examples=("Make it longer by dragging the right edge.",),
        never=("I fixed it by dragging the clip.",),
    ),
    Form(
        "edit",
        (
            "(?:edit|trim|adjust|fine-?tune|tweak|rearrange|re-?order|cut|change|modify|customi[sz]e|"
            r"refine)(?: (?:it|them|the video|clips|your video))?\s*$"
        ),
        needs="invited",
        examples=("You can preview, edit or export it.",),
        never=("Rearrange.",),
    ),
    Form(
        "edit",
        (
            r"(?:make|do|apply|perform|handle) (?:\w+ ){0,3}(?:edits?|changes?|adjustments?|tweaks?|"
            r"corrections?|cuts?|trims?)\b"
        ),
        needs="control panel timeline hands player",
        examples=("Make small adjustments in the editor.",),
        never=("Make two changes to the story.",),
    ),
    Form(
        "see",
        (
            r"(?!{stopwords})[a-z]+(?: (?:it|them|these|those|this|that|the \w+(?: \w+)?))?(?= (?:in|"
            "from|under|via|through|inside|within) )"
        ),
        needs="panel",
        invited=True,
        examples=("You can filter them in the Media panel.",),
        never=("You can wait in the menu screen of scene 2.",),
    ),
)
