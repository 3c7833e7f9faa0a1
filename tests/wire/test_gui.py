"""The editor is taken out of what the agent says; what is left reads as if it had never been there."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ai_to_video.wire.gui import Action, Translation, translate


def names(text):
    return [action.name for action in translate(text).actions]


def test_a_message_without_instructions_comes_back_byte_for_byte():
    text = "  Title added:\t'Paradise Found'  \r\n\r\n* Music: “Open Road” (35%)  \n\n\n```\nclick(Export)\n```\n"
    assert translate(text) == Translation(text)


def test_a_content_clause_survives_the_instruction_in_its_sentence():
    said = translate('The music starts a little late; drag and drop "Sunrise Lo-fi" to the start of the audio track.')
    assert said.text.startswith("The music starts a little late.")
    assert said.actions == (Action("send_edit", 'move "Sunrise Lo-fi" to the start of the audio track'),)


def test_content_behind_an_instruction_opens_its_sentence_politely():
    assert translate("Preview it and tell me what you think.").text == "Please tell me what you think."
    assert translate("Open the Audio tab, the music is at 20%.").text == "Note: the music is at 20%."
    assert translate("先在时间轴预览，然后告诉我要改哪里。").text == "告诉我要改哪里。"


def test_a_reason_is_kept_without_its_because():
    assert translate("Since clip 2 is only 1.2 s long, drag its end to 2 s.").text == "Note: clip 2 is only 1.2 s long."


def test_a_bracket_that_instructs_goes_as_a_whole():
    text = "Subtitles added in two languages (you can change them in the Captions panel)."
    assert translate(text).text == "Subtitles added in two languages."


def test_a_ratio_at_the_end_of_a_bracket_is_no_number_of_a_list():
    said = translate("The square cut (0:20, 1:1) can be downloaded by tapping the arrow at the top.")
    assert said.text == "The square cut (0:20, 1:1)."
    assert [action.name for action in said.actions] == ["export"]


def test_brackets_around_content_stay_closed():
    said = translate("Title: red (0-3s, click it on the canvas to edit it) and bold.")
    assert said.text.count("(") == said.text.count(")")


def test_emptied_items_headings_and_announcements_fall_away():
    text = "## Result\nThe cut is 18 s.\n\n## Next steps\n- Click **Export**\n- Open the **Style** panel\n"
    assert translate(text).text == "## Result\nThe cut is 18 s.\n"
    assert translate("Done.\n\nWhat you can do next:\n* Press Play\n* Drag the clips\n").text == "Done.\n"


def test_a_heading_that_still_holds_something_stays():
    text = "## Next\n- Click Export\n- Tell me which ending you like"
    assert translate(text).text == "## Next\n- Tell me which ending you like"


def test_numbers_close_up_behind_a_step_that_fell_away():
    text = "1. Removed scene 4\n2. Click Play to check it\n3. Added a whip pan"
    assert translate(text).text == "1. Removed scene 4\n2. Added a whip pan"


def test_a_table_keeps_its_rows_and_loses_only_what_it_tells_to_do():
    text = "| Scene | Length | Next step |\n|---|---|---|\n| Beach | 4s | Click Export |"
    assert translate(text).text == "| Scene | Length | Next step |\n|---|---|---|\n| Beach | 4s |  |"
    assert names("| # | Voiceover |\n|---|---|\n| 1 | Open the Style panel |") == []


def test_bold_and_emoji_of_an_instruction_go_with_it():
    assert translate("All done! 👉 **Click Export** to save it 💾").text == "All done!"
    assert translate("Your ad is ready 🎉 Click Export").text == "Your ad is ready 🎉"


def test_a_script_is_never_taken_for_an_instruction():
    assert names('Voiceover:\n"Open the app, tap Start, and drag your photo onto the canvas."') == []
    assert names("Narration:\nClick Export. Drag the clip. Open the Media panel.") == []
    assert names("Caption 3: Tap the Export button") == []
    assert names("口播文案：\n打开媒体面板，点击导出。") == []


def test_the_same_words_after_the_script_do_instruct():
    text = "Narration:\nClick once. Your story is told.\n\nClick Export to save it."
    assert names(text) == ["export"]


def test_steps_to_one_end_are_one_action_and_alternatives_are_several():
    assert names("Select clip 2, right-click it and choose Regenerate.") == ["send_edit"]
    assert names("To slow it down, select clip 2, open the Speed panel, and drag the slider to 50%.") == ["send_edit"]
    assert names("1. Open the File menu\n2. Choose Export\n3. Select MP4") == ["export"]
    assert names("Click any row to edit it, or open the Inspector on the right.") == ["send_edit", "get_state"]
    assert names("您可以在时间轴面板预览，拖动标题调整位置，或点击导出。") == [
        "preview_timeline",
        "send_edit",
        "export",
    ]


def test_what_leads_in_to_an_instruction_says_what_it_is_for():
    assert names("To export it, click the arrow next to the title.") == ["export"]
    assert names("To change the font, open the Style panel.") == ["get_state"]


def test_the_agents_own_doings_and_questions_stay():
    for text in (
        "I clicked Export for you.", "I dragged the clip to 0:04 for you.", "I'll open the timeline and drag the clip.",
        "Should I export it?", "Can you see the title in the timeline?", "Viewers open the app, tap Start and hit Play.",
    ):  # fmt: skip
        assert translate(text) == Translation(text)


def test_what_a_person_needs_to_send_is_kept():
    assert translate("I need your logo. Click Upload and select a PNG or JPG.").text == "I need your logo. PNG or JPG."


def test_what_there_is_to_review_is_kept():
    said = translate("You can scrub through the timeline to review the 4 cuts at 0:03, 0:07 and 0:12.")
    assert said == Translation("To review: the 4 cuts at 0:03, 0:07 and 0:12.", said.actions)


def test_an_edit_that_names_content_is_told_as_a_suggestion():
    said = translate('Too early? Drag it after the "Open Road" title.')
    assert said.text == 'Too early? Suggested edit: move it after the "Open Road" title.'


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("Right-click the second clip and select Delete.", "delete the second clip"),
        ("Select clip 2, right-click it and choose Regenerate.", "regenerate clip 2"),
        ("Drag the title to the start.", "move the title to the start"),
        ("You can rearrange the scenes by dragging them on the timeline.", "rearrange the scenes"),
        ("Use the volume slider to lower the music.", "lower the music"),
        ("Double-click the title to edit it.", "edit the title"),
        ("请拖拽第一个片段到最后。", "移动第一个片段到最后"),
        ("右键点击该片段并选择“重新生成”。", "重新生成该片段"),
        ("Arrastra el título al inicio.", "mueve el título al inicio"),
    ],
)
def test_an_edit_is_handed_on_as_a_plain_command(words, command):
    assert [(action.name, action.text.lower()) for action in translate(words).actions] == [("send_edit", command)]


def test_addresses_code_and_file_names_are_never_cut():
    for text in (
        "Open https://nemovideo.com/workspace to claim the project.", "Run `open panel` and `click export`.",
        "点击导出_final.mp4 已生成。", "See click_export_final.mp4 in the shared folder.",
    ):  # fmt: skip
        assert translate(text).text == text


def test_long_messages_without_a_full_stop_are_read_to_their_end():
    assert names("and then click Export " * 1500) == ["export"]
    assert names("点击导出并" * 6000) == ["export"]
    assert names("word " * 20000) == []
    assert names("(" * 20000 + "“" * 20000 + "[" * 20000) == []
    assert len(names("- click Export\n" * 1000)) == 1000


def test_importing_the_door_loads_no_rule():
    code = "import sys, ai_to_video.wire.gui as g; print([m for m in sys.modules if m.startswith(g.__name__ + '.')])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == "['ai_to_video.wire.gui.action']"


WORDS = st.sampled_from(
    ["click", "tap", "press", "drag", "drop", "open", "export", "Export", "download", "save", "preview", "play", "upload", "select", "choose", "the", "a", "your", "it", "and", "or", "then", "to", "in", "on", "panel", "timeline", "button", "tab", "menu", "clip", "title", "music", "Export,", "Play.", '"Open', 'Road"', "`code`", "**bold**", "|", "-", "#", ">", "(", ")", ":", ";", "👉", "🎉", "you", "can", "please", "just", "if", "when", "I", "I'll", "she", "viewers", "点击", "导出", "“导出”", "拖动", "预览", "打开", "面板", "时间轴", "请", "您可以", "，", "。", "或", "并", "我", "已", "クリック", "してください", "を", "で", "エクスポート", "タイムライン", "、", "haz", "clic", "en", "Exportar", "arrastra", "el", "panel", "0:03", "35%", "beach.mp4", "https://a.example/open", "1.", "2.", "*", "_", "~~", "```", "voiceover:", "Caption:", "Scene", "标题："]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=24).map(" ".join))
def test_a_translation_is_its_own_translation(text):
    once = translate(text)
    assert translate(once.text) == Translation(once.text)
    assert once.actions or once.text == text


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_no_text_whatever_raises(text):
    once = translate(text)
    assert translate(once.text).text == once.text


LETTERS = "clkexportdagpnuivwsm"  # no word of the editor can be made without one of these


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(max_codepoint=0x2FFF, exclude_characters=LETTERS + LETTERS.upper()), max_size=120))
def test_text_without_words_of_the_editor_is_left_alone(text):
    assert translate(text) == Translation(text)
