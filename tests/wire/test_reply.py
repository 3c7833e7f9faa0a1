"""A stream of bytes becomes one Reply: what was recorded, in any cut, and whatever else may arrive."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_to_video.wire.events import HEARTBEAT_BYTES, SSEReader, encode_event
from ai_to_video.wire.reply import Reply, ReplyFold, read_reply

RECORDINGS = Path(__file__).parents[1] / "recordings"
STREAMS = sorted(RECORDINGS.rglob("*.sse"))


def fold(*chunks: bytes) -> Reply:
    reader, folded = SSEReader(), ReplyFold()
    for chunk in chunks:
        for event in reader.feed(chunk):
            folded.add(event)
    for event in reader.close():
        folded.add(event)
    return folded.reply()


def frame(payload: object) -> bytes:
    return b"data: " + json.dumps(payload, ensure_ascii=False).encode() + b"\n\n"


def adk(*parts: dict, **more: object) -> bytes:
    return frame({"content": {"parts": list(parts), "role": "model"}, "invocationId": "e-1", "author": "nemo", **more})


@pytest.mark.parametrize("path", STREAMS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_recorded_stream_reads_as_expected(path):
    expected = json.loads((path.parent / f"{path.name.removesuffix('.sse')}.expected.json").read_text("utf-8"))
    reply = read_reply(path.read_bytes())
    assert {
        "messages": list(reply.messages),
        "tools": list(reply.tools),
        "error": reply.error or None,
        "silent": reply.silent,
        "state_keys": list(reply.state_keys),
    } == expected


def test_there_are_recordings_of_every_kind():
    assert {path.parent.name for path in STREAMS} == {"adk-1.22.1", "adk-1.23.0", "adk-2.13.0", "synthetic"}


@pytest.mark.parametrize("path", STREAMS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_recorded_stream_reads_the_same_byte_by_byte_and_with_any_line_end(path):
    data = path.read_bytes()
    whole = read_reply(data)
    assert fold(*(data[i : i + 1] for i in range(len(data)))) == whole
    if "raise_quotes" not in path.name:
        for end in (b"\r", b"\r\n"):
            changed = data.replace(b"\n", end)
            assert fold(*(changed[i : i + 1] for i in range(len(changed)))) == whole
    assert read_reply(b"\xef\xbb\xbf" + data) == whole


@given(stream=st.sampled_from(STREAMS), cuts=st.lists(st.integers(0, 3000), max_size=12))
def test_any_cut_of_the_bytes_gives_the_same_reply(stream, cuts):
    data = stream.read_bytes().replace(b"\n\n", b"\r\n\r\n")
    places = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    assert fold(*(data[a:b] for a, b in pairwise(places))) == read_reply(data)


NOISE = st.one_of(
    st.binary(max_size=80),
    st.sampled_from([b"data: ", b"data:", b"\n", b"\r", b"\r\n", b"\n\n", b'{"error": "', b'"}', b": x", b"id: 1"]),
    st.sampled_from([b"event: heartbeat", b'{"type":"text","content":"a"}', b'{"content":{"parts":[{"text":"a"}]}}']),
    st.sampled_from([b"\xe2\x80", b"\xa8", b"[" * 2000, b'{"code":0,"data":' * 300, b'{"type":null}']),
    st.just(b'{"content":{"parts":[null,{"text":null},{"functionCall":[]}]}}'),
)


@given(pieces=st.lists(NOISE, max_size=12))
def test_no_bytes_make_the_reader_raise_and_no_cut_changes_the_reply(pieces):
    assert fold(*pieces) == read_reply(b"".join(pieces))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = [
    "content",
    "parts",
    "text",
    "thought",
    "partial",
    "functionCall",
    "function_call",
    "functionResponse",
    "name",
    "args",
    "type",
    "code",
    "message",
    "error",
    "errorCode",
    "error_code",
    "errorMessage",
    "data",
    "success",
    "detail",
    "actions",
    "stateDelta",
    "state_delta",
    "author",
    "invocationId",
    "heartbeat",
]
STRANGE = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3000)
    | st.sampled_from(["", "text", "error", "system", "Error: x", "ping"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=20,
)


@given(payloads=st.lists(STRANGE | JSON, max_size=5))
def test_no_json_makes_the_reader_raise(payloads):
    reply = read_reply(b"".join(frame(payload) for payload in payloads if "\\ud" not in json.dumps(payload)))
    assert all(isinstance(words, str) for words in (*reply.messages, *reply.tools, reply.error, *reply.state_keys))


@given(
    texts=st.lists(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip), max_size=4),
    end=st.sampled_from(["\n", "\r", "\r\n"]),
    cut=st.integers(1, 40),
)
def test_text_in_pieces_is_told_once_and_whole_whatever_letters_it_holds(texts, end, cut):
    data = b""
    for text in texts:
        data += b"".join(encode_event(text=text[i : i + 3], partial=True) for i in range(0, len(text), 3))
        data += encode_event(text=text, partial=False)
    data = data.replace(b"\n", end.encode())
    assert fold(*(data[i : i + cut] for i in range(0, len(data), cut))).messages == tuple(texts)


def test_pieces_that_no_whole_message_follows_are_the_message():
    reply = read_reply(adk({"text": "Your "}, partial=True) + adk({"text": "video"}, partial=True))
    assert reply.messages == ("Your video",)


def test_a_tool_call_between_pieces_and_their_whole_loses_nothing():
    data = adk({"text": "Add"}, partial=True) + adk({"functionCall": {"name": "edit", "args": {}}})
    reply = read_reply(data + adk({"text": "Added."}, partial=False))
    assert (reply.messages, reply.tools) == (("Added.",), ("edit",))


def test_two_agents_that_speak_at_once_do_not_mix_their_pieces():
    pieces = [("a", "He"), ("b", "Wo"), ("a", "llo"), ("b", "rld")]
    data = b"".join(encode_event(text=text, partial=True, author=author) for author, text in pieces)
    assert read_reply(data + encode_event(text="Hello", author="a")).messages == ("Hello", "World")


def test_the_same_message_twice_is_told_twice():
    assert read_reply(adk({"text": "Done."}) * 2).messages == ("Done.", "Done.")


def test_a_message_is_told_live_as_soon_as_it_is_whole():
    folded, shown = ReplyFold(), []
    stream = adk({"text": "Raw "}, partial=True) + adk({"text": "Raw video."}) + adk({"text": "Added BGM."})
    for event in SSEReader().feed(stream):
        shown.append(folded.add(event))
    assert shown == ["", "Raw video.", "Added BGM."]


def test_thoughts_are_never_shown():
    thought = {"text": "the user wants X", "thought": True}
    data = (
        adk(thought, partial=True)
        + adk(thought, {"text": "Here you go."})
        + frame({"type": "thinking", "content": "hm"})
    )
    assert read_reply(data).messages == ("Here you go.",)


def test_both_spellings_of_every_key_are_read():
    data = frame(
        {
            "content": {
                "parts": [{"text": "Hi"}, {"function_call": {"name": "edit"}}, {"function_response": {"name": "edit"}}]
            },
            "actions": {"state_delta": {"draft": {}}},
            "error_code": "500",
            "error_message": "boom",
        }
    )
    assert read_reply(data) == Reply(("Hi",), ("edit",), "500: boom", False, ("draft",))


@pytest.mark.parametrize(
    ("payload", "message"),
    [
        ({"type": "text", "content": "Hi"}, "Hi"),
        ({"type": "message", "content": "Hi"}, "Hi"),
        ({"type": "TEXT", "text": "Hi"}, "Hi"),
        ({"type": "chunk", "content": "Hi"}, "Hi"),
        ({"content": "Hi"}, "Hi"),
        ({"code": 0, "data": {"content": {"parts": [{"text": "Hi"}]}}}, "Hi"),
    ],
)
def test_words_are_found_in_every_form(payload, message):
    assert read_reply(frame(payload)).messages == (message,)


def test_chunks_of_the_typed_form_give_way_to_the_whole():
    data = frame({"type": "chunk", "content": "You"}) + frame({"type": "chunk", "content": "r video"})
    assert read_reply(data + frame({"type": "text", "content": "Your video"})).messages == ("Your video",)
    assert read_reply(data + frame({"type": "done"}) + frame({"type": "text", "content": "Bye"})).messages == (
        "Your video",
        "Bye",
    )


@pytest.mark.parametrize(
    "kind", ["tool_call", "tool_start", "toolcall_start", "tool_result", "tool_end", "toolcall_end"]
)
def test_tools_of_the_typed_form_are_named_and_stay_internal(kind):
    reply = read_reply(frame({"type": kind, "name": "edit", "args": {"secret": 1}}))
    assert (reply.tools, reply.messages, reply.silent) == (("edit",), (), True)


QUESTION = {
    "title": "Two things",
    "questions": [
        {"id": "a", "prompt": "Which style?", "options": [{"id": "1", "label": "Calm"}, {"id": "2", "label": "Loud"}]},
        {"id": "b", "prompt": "Which songs?", "options": [{"label": "One"}, {"label": "Two"}], "allow_multiple": True},
    ],
}


@pytest.mark.parametrize(
    "data",
    [
        frame({"type": "ask_question", **QUESTION}),
        frame({"type": "ask_question", "data": QUESTION}),
        adk({"functionCall": {"id": "1", "name": "ask_question", "args": QUESTION}}),
    ],
)
def test_a_question_is_shown_so_that_it_can_be_answered(data):
    reply = read_reply(data)
    assert (
        reply.question
        == "Two things\n1. Which style? (Calm / Loud)\n2. Which songs? (One / Two, several may be chosen)"
    )
    assert reply.messages == (reply.question,)
    assert not reply.silent


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (frame({"errorCode": "SAFETY", "errorMessage": "blocked"}), "SAFETY: blocked"),
        (frame({"errorCode": "MAX_TOKENS"}), "MAX_TOKENS"),
        (frame({"errorMessage": "blocked"}), "blocked"),
        (frame({"error": "boom"}), "boom"),
        (frame({"error": "E: boom", "error_details": {"error_type": "E", "stacktrace": "File x"}}), "E: boom"),
        (frame({"error": {"code": 2001, "message": "no credits"}}), "2001: no credits"),
        (b'data: {"error": "quota "pro" exceeded\nsee {docs}"}\n\n', 'quota "pro" exceeded\nsee {docs}'),
        (b'data: {"error": "first\n\nsecond: "x"\nid: 5"}\n\n', 'first\n\nsecond: "x"\nid: 5'),
        (b'data: {"error": "C:\\path "q""}\n\n', 'C:\\path "q"'),
        (b'data: {"error": "cut off here\nand', "cut off here\nand"),
        (encode_event(text="Error: boom", author="system"), "boom"),
        (frame({"code": 2001, "message": "Insufficient credits", "data": None}), "2001: Insufficient credits"),
        (frame({"code": "1002", "message": "gone"}), "1002: gone"),
        (frame({"success": False, "message": "boom"}), "boom"),
        (frame({"detail": "Session not found"}), "Session not found"),
        (frame({"type": "error", "content": "boom"}), "boom"),
        (frame({"type": "error", "code": 429, "message": "slow down"}), "429: slow down"),
        (b'{"code":1002,"message":"gone"}', "1002: gone"),
    ],
)
def test_every_shape_of_error_is_read(data, error):
    reply = read_reply(adk({"text": "So far."}) + data)
    assert (reply.messages, reply.error, reply.silent) == (("So far.",), error, False)
    assert read_reply(data).error == error


def test_what_follows_a_broken_error_is_still_read():
    data = b'data: {"error": "a "b"\n: still alive\n\n' + adk({"text": "After."})
    assert read_reply(data) == Reply(("After.",), (), 'a "b"', False)


def test_an_error_that_is_whole_swallows_no_lines_behind_it():
    data = b'data: {"error": "x", "error_details": {"n": 1}}\nid: 7\nnoise\n\n' + adk({"text": "After."})
    reply = read_reply(data)
    assert (reply.error, reply.messages) == ("x", ("After.",))


def test_the_first_of_several_errors_is_the_cause():
    assert read_reply(frame({"errorCode": "A", "errorMessage": "one"}) + frame({"error": "two"})).error == "A: one"


def test_the_end_of_a_regular_turn_without_words_is_no_error():
    assert read_reply(frame({"errorCode": "STOP", "content": None})).silent


def test_an_agent_that_quotes_an_error_has_not_failed():
    assert read_reply(adk({"text": "Error: is the title you asked for"})).error == ""


def test_the_words_of_the_user_are_not_an_answer():
    assert read_reply(encode_event(text="make a video", author="user")).silent


HICCUP = "I encountered a temporary issue. Please try again."


def test_the_temporary_issue_line_after_real_messages_is_dropped():
    reply = read_reply(adk({"text": "Title added."}) + adk({"text": HICCUP}, errorCode="500", errorMessage="hiccup"))
    assert (reply.messages, reply.error, reply.hiccup) == (("Title added.",), "500: hiccup", True)


def test_the_temporary_issue_line_alone_is_the_answer():
    reply = read_reply(adk({"text": HICCUP}) * 2)
    assert (reply.messages, reply.hiccup, reply.silent) == ((HICCUP, HICCUP), False, False)


@pytest.mark.parametrize(
    "beat",
    [
        HEARTBEAT_BYTES,
        b": \n",
        b"data:\n\n",
        b"data\n\n",
        b"data: \n\n",
        b"data: heartbeat\n\n",
        b"data: PING\n\n",
        b'data: "ping"\n\n',
        b"data:heartbeat\n\n",
        b"heartbeat\n\n",
        b"event: heartbeat\n\n",
        b"event: heartbeat\ndata: {}\n\n",
        b'event: ping\ndata: {"at": 5}\n\n',
        b"data: {}\n\n",
        b'data: {"type":"heartbeat"}\n\n',
        b'data: {"type": "ping"}\n\n',
        b'data: {"heartbeat":true}\n\n',
    ],
)
def test_every_form_of_heartbeat_is_life_and_nothing_else(beat):
    assert [event.kind for event in SSEReader().feed(beat)] == ["heartbeat"]
    assert read_reply(beat) == Reply()


@pytest.mark.parametrize(
    "junk", [b"data: hello\n\n", b"data: [DONE]\n\n", b"data: 5\n\n", b"data: null\n\n", b"data: {x\n\n"]
)
def test_junk_is_passed_over(junk):
    assert read_reply(junk) == Reply()
    assert read_reply(junk + adk({"text": "Hi"})).messages == ("Hi",)


def test_only_cr_and_lf_end_a_line():
    text = "one\u2028two\u2029three\u0085four\x0bfive\x0csix\x1cseven"
    assert read_reply(adk({"text": text})).messages == (text,)


def test_fields_other_than_data_are_ignored():
    data = b'id: 3\nretry: 10\nevent: message\ndata: {"type":"text",\ndata: "content":"Hi"}\n\n'
    assert read_reply(data).messages == ("Hi",)


def test_events_that_a_server_forgot_to_part_are_read_one_by_one():
    data = b'data: {"type":"text","content":"a"}\ndata: {"type":"text","content":"b"}\n\n'
    assert read_reply(data).messages == ("a", "b")


def test_the_last_frame_needs_no_blank_line_and_no_line_end():
    whole = adk({"text": "Hi"})
    assert read_reply(whole.rstrip(b"\n")).messages == ("Hi",)
    assert read_reply(whole[:-1]).messages == ("Hi",)


def test_an_event_of_a_megabyte_in_small_reads_is_one_event():
    text = "x" * 1_000_000
    data = adk({"text": text})
    assert fold(*(data[i : i + 4096] for i in range(0, len(data), 4096))).messages == (text,)


def test_what_the_engine_writes_reads_back():
    data = encode_event(
        thought="hm",
        text="Hi 导出",
        calls={"edit": {"op": "title"}},
        state_delta={"draft": {"t": []}, "a": 1},
        error_code="500",
        error_message="boom",
        invocation_id="e-1",
    ) + encode_event(results={"edit": {"ok": True}})
    assert data.count(b"\n\n") == 2
    assert b"null" not in data
    assert read_reply(data) == Reply(("Hi 导出",), ("edit",), "500: boom", False, ("a", "draft"))


def test_half_a_character_in_a_message_does_not_stop_the_engine():
    assert read_reply(encode_event(text="a\ud800b")).messages == ("a?b",)


def test_a_line_end_cut_in_half_ends_one_line():
    data = b'data: {"type":"text",\r\ndata: "content":"Hi"}\r\n\r\n'
    assert fold(*(data[i : i + 1] for i in range(len(data)))).messages == ("Hi",)


def test_a_line_end_inside_a_text_that_spans_data_lines_is_kept():
    assert read_reply(b'data: {"type":"text","content":"one\ndata: two"}\n\n').messages == ("one\ntwo",)


def test_noise_behind_a_broken_error_is_not_part_of_it():
    assert read_reply(b'data: {"error": "a "b" c"}\nnoise\n\n').error == 'a "b" c'


def test_a_system_message_inside_a_run_is_a_message():
    assert read_reply(encode_event(text="Error: none", author="system", invocation_id="e-1")).messages == (
        "Error: none",
    )


def test_a_signed_message_replaces_unsigned_pieces():
    data = encode_event(text="He", partial=True, author="") + encode_event(text="Hello", author="nemo")
    assert read_reply(data).messages == ("Hello",)


def test_the_temporary_issue_line_is_not_shown_live_after_real_messages():
    folded = ReplyFold()
    events = SSEReader().feed(adk({"text": "Title added."}) + adk({"text": HICCUP}))
    assert [folded.add(event) for event in events] == ["Title added.", ""]


def test_a_whole_message_of_nothing_but_space_replaces_nothing_and_says_nothing():
    assert read_reply(adk({"text": "Hello"}, partial=True) + adk({"text": " \n"})).messages == ("Hello",)
    assert read_reply(adk({"text": " \n"})).silent
