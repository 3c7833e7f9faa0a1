"""What an instruction comes to: verb, thing named and purpose → the action. Data, the same for every language.

The first row whose every column fits wins. "own" and "here" are targets too: a file of the person's, a place to drop it.
"""

from ai_to_video.wire.gui.grammar import Meaning

MEANINGS = (
    Meaning("preview_timeline", "drag drop edit preview", "playhead", examples=("Drag the playhead to 0:10.",)),
    Meaning("upload", "drag drop", "upload", examples=("Drag your logo into the upload area.",)),
    Meaning("upload", "drag drop", "own+here", examples=("Drop your own clip there.",)),
    Meaning("upload", "drag drop", "media_into", examples=("Drag it into the media library.",)),
    Meaning("upload", "drag drop", "own+timeline", examples=("Drop an MP3 onto the audio track.",)),
    Meaning("upload", "drag drop", "own+panel", examples=("Drop your photo into the Media panel.",)),
    Meaning("send_edit", "drag drop", examples=("Drag the title to the start.", "拖动标题调整位置。")),
    Meaning("upload", "upload", examples=("Upload a photo in the Media panel.",)),
    Meaning("export", "export", examples=("You can now export your video from the toolbar.",)),
    Meaning("preview_timeline", "preview", examples=("Preview it in the timeline.",)),
    Meaning("get_credits", "credits", examples=("Check your account.",)),
    Meaning("send_edit", "edit", examples=("Change the font in the Style panel.",)),
    Meaning("get_state", "go see place", "panel", "inspect", examples=("Open the Uploads panel to check the names.",)),
    Meaning(
        "get_state",
        "go see place point select use",
        "panel",
        "glance",
        examples=("Open the Scenes panel to check it.", "Click the Audio tab to view them."),
    ),
    Meaning(
        "upload",
        "point select use go see place gerund",
        "upload",
        examples=("Click Upload.", "Use the paperclip icon."),
    ),
    Meaning(
        "get_credits",
        "point select use go see place gerund",
        "credits",
        examples=("Open the Billing tab.", "Go to Settings > Billing to check the details."),
    ),
    Meaning(
        "export", "point select use go see place gerund", "export", examples=("Click Export.", "Go to File > Export.")
    ),
    Meaning("preview_timeline", "point use place select gerund", "play", examples=("Press Play.",)),
    Meaning("preview_timeline", "go", "play", examples=("Switch to Preview.",)),
    Meaning(
        "preview_timeline", "point use go see place select gerund", "player", examples=("Open the preview window.",)
    ),
    Meaning("preview_timeline", "point use", "playhead", examples=("Use the scrubber.",)),
    Meaning("upload", "point select use go see place", "", "upload", examples=("Click the icon to attach a file.",)),
    Meaning("send_edit", "point select use go gerund", "edit", examples=("Choose Regenerate from the menu.",)),
    Meaning("send_edit", "point select use go gerund", "control", examples=("Use the volume slider.",)),
    Meaning("get_credits", "point select use go see place", "", "credits", examples=("Open Settings to top up.",)),
    Meaning("export", "point select use go see place", "", "export", examples=("Open the File menu to export it.",)),
    Meaning(
        "preview_timeline",
        "point select use go see place",
        "",
        "preview glance",
        examples=("Go to the timeline to watch it.",),
    ),
    Meaning("upload", "select", "own+panel", examples=("Select your own photo in the Media panel.",)),
    Meaning("send_edit", "select", "within", examples=("Pick another song in the Music panel.",)),
    Meaning("send_edit", "use", "panel", "edit", examples=("Use the Style panel to change the font.",)),
    Meaning("get_state", "point select use go see place gerund", "panel", examples=("Open the Style panel.",)),
    Meaning("preview_timeline", "see", "timeline", examples=("Take a look at the timeline.",)),
    Meaning("get_state", "go place", "timeline", examples=("Open the timeline.",)),
    Meaning("get_state", "point select", "", "inspect", examples=("Click the clip to see its details.",)),
    Meaning("send_edit", "point select use gerund", examples=("Click Burn.", "Right-click the clip.")),
)
