"""What is sent, strictly; what is answered, tolerantly."""

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_to_video.errors import BadArgument, Unintelligible
from ai_to_video.wire import bodies
from ai_to_video.wire.bodies import (
    Credits,
    ProjectState,
    RenderStatus,
    claim_body,
    read_claim,
    read_credits,
    read_render,
    read_session,
    read_state,
    read_token,
    read_uploaded,
    render_body,
    run_body,
    session_body,
    to_bytes,
    urls_body,
)


def test_bodies_are_sent_as_the_service_knows_them_and_hold_no_nulls():
    assert session_body() == {"task_name": "project"}
    assert session_body("zh-CN") == {"task_name": "project", "language": "zh-CN"}
    assert run_body("s", "hi") == {
        "app_name": "nemo_agent",
        "user_id": "me",
        "session_id": "s",
        "new_message": {"parts": [{"text": "hi"}]},
    }
    assert claim_body("t", "s") == {"task_id": "t", "session_id": "s"}
    assert urls_body(("https://a",)) == {"urls": ["https://a"], "source_type": "url"}
    assert render_body("r", "s", {"t": []}) == {
        "id": "r",
        "sessionId": "s",
        "draft": {"t": []},
        "output": {"format": "mp4", "quality": "high"},
    }
    assert render_body("r", "s", {}, "mov", "720p")["output"] == {
        "format": "mov",
        "quality": "high",
        "resolution": "720p",
    }


def test_an_empty_message_is_never_sent():
    for text in ("", "  \n"):
        with pytest.raises(BadArgument):
            run_body("s", text)


def test_ids_cannot_leave_their_place_in_a_path():
    assert bodies.state_path("a/../b?x") == "/api/state/nemo_agent/me/a%2F..%2Fb%3Fx/latest"
    assert bodies.upload_path("5529798706024415232") == "/api/upload-video/nemo_agent/me/5529798706024415232"
    assert bodies.render_path("r 1") == "/api/render/proxy/lambda/r%201"
    assert bodies.download_path("r") == "/api/render/proxy/r/download"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=25,
)


@given(draft=st.dictionaries(st.text(max_size=8), JSON, max_size=6) | st.lists(JSON))
def test_any_draft_survives_the_way_to_the_renderer_unchanged(draft):
    state = read_state(json.loads(json.dumps({"state": {"draft": draft}})))
    sent = json.loads(to_bytes(render_body("r", "s", state.draft)))
    assert sent["draft"] == draft
    assert json.dumps(sent["draft"]) == json.dumps(draft)


def test_a_draft_that_came_as_a_json_string_goes_as_an_object_and_xml_goes_as_it_is():
    assert render_body("r", "s", '{"t": [1.50, {"b": 1, "a": null}]}')["draft"] == {"t": [1.5, {"b": 1, "a": None}]}
    xml = '<draft duration="5"><track/></draft>'
    assert render_body("r", "s", xml)["draft"] == xml


def test_half_a_character_in_a_draft_can_be_sent():
    assert json.loads(to_bytes(render_body("r", "s", {"x": "\ud83d"})))["draft"] == {"x": "\ud83d"}


def test_a_token_is_read_and_kept_out_of_sight():
    token = read_token(
        {"token": "nmv_usr_x", "user_id": "anon_1", "expires_at": "2026-03-18T00:00:00Z", "credits": 100}
    )
    assert (token.token, token.user_id, token.expires_at, token.credits) == (
        "nmv_usr_x",
        "anon_1",
        "2026-03-18T00:00:00Z",
        100,
    )
    assert "nmv_usr_x" not in repr(token)
    assert read_token({"token": "x"}).credits == -1
    for payload in ({}, {"token": ""}, {"token": None}, None, [], "x"):
        with pytest.raises(Unintelligible):
            read_token(payload)


@pytest.mark.parametrize(
    "payload",
    [
        {"task_id": "t", "session_id": "5529798706024415232"},
        {"taskId": "t", "sessionId": 5529798706024415232},
        {"task_id": "t", "id": "5529798706024415232"},
        {"data": {"task_id": "t", "session_id": "5529798706024415232"}},
    ],
)
def test_a_session_id_is_a_string_wherever_it_stands(payload):
    session = read_session(payload)
    assert (session.session_id, session.task_id) == ("5529798706024415232", "t")


def test_the_bind_id_is_read_and_me_is_none():
    assert read_session({"session_id": "s", "user_id": "anon_1"}).user_id == "anon_1"
    assert read_session({"session_id": "s", "bind_id": "b"}).user_id == "b"
    assert read_session({"session_id": "s", "user_id": "me"}).user_id == ""
    with pytest.raises(Unintelligible):
        read_session({})


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ({"available": 25000, "frozen": 40, "total": 25040}, Credits(25000, 40, 25040)),
        ({"available": 99.5, "frozen": 0.5, "total": 100.0}, Credits(99.5, 0.5, 100)),
        ({"available": "7"}, Credits(7, -1, 7)),
        ({"available": 7, "frozen": 3}, Credits(7, 3, 10)),
        ({"total": 10, "frozen": 4}, Credits(6, 4, 10)),
        ({"available": -5, "frozen": -2, "total": 0}, Credits(0, 0, 0)),
        ({"available": None, "frozen": True, "total": "many"}, Credits()),
        ({}, Credits()),
        (None, Credits()),
    ],
)
def test_credits_are_read_as_far_as_they_are_told(payload, expected):
    assert read_credits(payload) == expected


def test_a_claim_token_may_be_missing():
    assert read_claim({"claim_token": "clm_x", "expires_in": 604800}) == "clm_x"
    assert read_claim({}) == read_claim(None) == ""


FILE = {
    "filename": "video.mp4",
    "file_type": "video",
    "cdn_url": "https://c/v.mp4?sig=1",
    "duration": 30.5,
    "width": 1920,
    "height": 1080,
    "fps": 30,
    "size": 12,
}


@pytest.mark.parametrize(
    "payload",
    [
        {"files": [FILE], "session_state_applied": True},
        {"uploaded_files": [{**FILE, "url": FILE["cdn_url"]}], "session_state_applied": True},
        {"file": FILE, "session_state_applied": True},
        {"data": [FILE], "session_state_applied": True},
        {"data": {"files": [FILE], "session_state_applied": True}},
        {**FILE, "session_state_applied": True},
    ],
)
def test_an_uploaded_file_is_read_from_every_shape(payload):
    uploaded = read_uploaded(payload)
    (media,) = uploaded.media
    assert (media.name, media.kind, media.source) == ("video.mp4", "video", "https://c/v.mp4?sig=1")
    assert (media.duration_ms, media.width, media.height, media.bytes) == (30500, 1920, 1080, 12)
    assert uploaded.applied


def test_an_upload_told_in_few_words_is_still_one():
    assert read_uploaded([FILE]).media[0].name == "video.mp4"
    assert read_uploaded({"file_id": "f", "asset_url": "https://c/my%20cat.PNG"}).media[0].kind == "image"
    assert read_uploaded({"files": ["https://c/a.mp3"]}).media[0].name == "a.mp3"
    for payload in ({"files": []}, {}, None, {"files": [None, {}, 3]}):
        assert read_uploaded(payload) == bodies.Uploaded()


DRAFT = {"t": [{"tt": 0, "sg": [{"st": 0, "d": 5000}]}], "d": 5000, "m": {"title": "Rain"}}


@pytest.mark.parametrize(
    "payload",
    [
        {"session_id": "s", "state": {"draft": DRAFT}},
        {"data": {"state": {"draft": DRAFT}}},
        {"draft": DRAFT},
        {"state": {}, "draft": DRAFT},
        {"state": {"draft": json.dumps(DRAFT)}},
        {"state": json.dumps({"draft": DRAFT})},
        {"state": {"user:draft": DRAFT}},
        {"state": {"app:draft": DRAFT, "temp:x": 1}},
        {"project": {"timeline_draft": DRAFT}},
        {"state": {"draft": {}}, "draft": DRAFT},
    ],
)
def test_the_draft_is_found_wherever_it_stands(payload):
    state = read_state(payload)
    assert state.draft == DRAFT
    assert (state.title, state.ready, state.timeline.duration_ms) == ("Rain", True, 5000)


@pytest.mark.parametrize(
    "payload", [{}, {"state": {}}, {"state": None}, {"state": {"draft": {}}}, None, [], "x", {"state": "x"}]
)
def test_a_fresh_session_is_empty_and_no_error(payload):
    state = read_state(payload)
    assert not state.ready and not state.timeline.tracks and state.media == ()
    assert state.fingerprint == read_state({}).fingerprint


def test_an_xml_draft_is_ready_and_goes_back_untouched():
    xml = ' <draft duration="4000"><track type="video"><clip name="a" start="0" end="4000"/></track></draft>'
    state = read_state({"state": {"draft": xml}})
    assert state.ready and state.draft == xml and state.timeline.duration_ms == 4000


def test_media_are_found_in_lists_maps_and_maps_of_lists():
    infos = [{**FILE, "duration": 30.5}, {**FILE, "cdn_url": "https://c/v.mp4?sig=2"}]
    generated = {
        "x1": {"url": "https://c/g.webp", "duration": 4000},
        "audios": [{"url": "https://c/m.mp3", "duration": 12}],
    }
    state = read_state(
        {"state": {"video_infos": infos, "generated_media": generated, "files:up": [{"s3_key": "up/a.png"}]}}
    )
    assert [(item.name, item.kind, item.duration_ms) for item in state.media] == [
        ("video.mp4", "video", 30500),
        ("g.webp", "image", 4000),
        ("m.mp3", "audio", 12000),
        ("a.png", "image", 0),
    ]
    assert state.media[0].source == "https://c/v.mp4?sig=1"
    long = read_state({"state": {"video_infos": [{"url": "https://c/long.mp4", "duration": 1234.5}]}})
    assert long.media[0].duration_ms == 1_234_500


def test_the_fingerprint_tells_any_change_and_no_mere_reordering():
    def print_of(**state: object) -> str:
        return read_state({"state": state}).fingerprint

    assert print_of(draft={"a": 1, "b": {"c": 2, "d": 3}}) == print_of(draft={"b": {"d": 3, "c": 2}, "a": 1})
    assert print_of(draft='{"b": 2, "a": 1}') == print_of(draft={"a": 1, "b": 2})
    base = {"draft": DRAFT, "video_infos": [FILE], "generated_media": {}, "canvas_config": {"ratio": "9:16"}}
    prints = {
        print_of(**base),
        print_of(**{**base, "draft": {**DRAFT, "unknown": 1}}),
        print_of(**{**base, "video_infos": []}),
        print_of(**{**base, "generated_media": {"a": "https://x/y.mp4"}}),
        print_of(**{**base, "canvas_config": {"ratio": "1:1"}}),
    }
    assert len(prints) == 5
    assert print_of(**base) == print_of(**base, video_analyses={"x": 1})


def test_who_and_what_a_state_belongs_to():
    state = read_state(
        {"task_id": "t", "task_name": "My film", "user_id": "anon_1", "state": {"canvas_config": {"ratio": "1:1"}}}
    )
    assert (state.task_id, state.title, state.user_id, state.canvas) == ("t", "My film", "anon_1", {"ratio": "1:1"})
    assert read_state({"task_name": "project"}).title == ""


@pytest.mark.parametrize(
    ("payload", "link"),
    [
        ({"state": {"contact_sheet": "http://engine.localhost/a.jpg"}}, "http://engine.localhost/a.jpg"),
        ({"data": {"contactSheet": "/files/a.jpg"}}, "/files/a.jpg"),
        ({"state": {}}, ""),
        ({"state": {"contact_sheet": None}}, ""),
        ({"state": {"contact_sheet": {"url": "https://a.example/a.jpg"}}}, ""),
        ({"state": {"contact_sheet": "file:///etc/passwd"}}, ""),
        ({"state": {"contact_sheet": ["javascript:1"]}}, ""),
    ],
)
def test_a_state_may_tell_where_all_scenes_are_seen_at_a_glance(payload, link):
    assert read_state(payload).contact_sheet == link


def test_where_the_scenes_are_seen_is_no_change_of_the_project():
    told = {"draft": DRAFT, "contact_sheet": "/files/a.jpg"}
    assert read_state({"state": told}).fingerprint == read_state({"state": {"draft": DRAFT}}).fingerprint


URL = "https://static1.example/render-result/r.mp4"


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        (
            {
                "taskId": "r",
                "status": "completed",
                "progress": 100,
                "output": {"url": URL, "duration": 10.5, "size": 99},
            },
            RenderStatus("r", "completed", 100, URL, "", 10.5, 99),
        ),
        ({"id": "r", "status": "COMPLETED", "outputUrl": URL}, RenderStatus("r", "completed", 100, URL)),
        ({"data": {"id": "r", "status": "completed", "outputUrl": URL}}, RenderStatus("r", "completed", 100, URL)),
        ({"result": {"status": "done", "download_url": URL}}, RenderStatus("own", "completed", 100, URL)),
        ({"data": {"data": {"status": "success", "output_url": URL}}}, RenderStatus("own", "completed", 100, URL)),
        ({"status": "finished", "output": URL}, RenderStatus("own", "completed", 100, URL)),
        ({"status": "completed"}, RenderStatus("own", "completed", 100, "")),
        ({"status": "completed", "outputUrl": None, "url": ""}, RenderStatus("own", "completed", 100, "")),
        ({"success": True, "status": "success", "data": {"id": "r"}}, RenderStatus("r", "pending", -1)),
        (
            {"status": "success", "data": {"status": "rendering", "progress": 0.5}},
            RenderStatus("own", "processing", 50),
        ),
        ({"id": "r", "status": "pending", "progress": 5}, RenderStatus("r", "pending", 5)),
        ({"render_id": 7, "status": "in progress", "progress": "40%"}, RenderStatus("7", "processing", 40)),
        ({"status": "in-progress", "progress": 1}, RenderStatus("own", "processing", 1)),
        ({"status": "compositing", "progress": 400}, RenderStatus("own", "processing", 100)),
        ({"status": "failed", "error": "Too many layers"}, RenderStatus("own", "failed", -1, "", "Too many layers.")),
        (
            {"status": "error", "error": {"message": "Too many layers"}},
            RenderStatus("own", "failed", -1, "", "Too many layers."),
        ),
        ({"status": "cancelled", "message": "KeyError: 'x'"}, RenderStatus("own", "failed")),
        ({"status": "timeout"}, RenderStatus("own", "failed")),
        ({"error": "Too many layers"}, RenderStatus("own", "failed", -1, "", "Too many layers.")),
        ({"url": URL}, RenderStatus("own", "completed", 100, URL)),
        ({}, RenderStatus("own", "pending")),
        (None, RenderStatus("own", "pending")),
        ({"status": "completed", "url": "javascript:alert(1)"}, RenderStatus("own", "completed", 100, "")),
    ],
)
def test_a_render_is_read_from_every_shape(payload, expected):
    assert read_render(payload, "own") == expected


STRANGE = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["https://x/a.mp4", "{}"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "data",
                    "state",
                    "draft",
                    "status",
                    "progress",
                    "output",
                    "url",
                    "files",
                    "file",
                    "video_infos",
                    "duration",
                    "size",
                    "error",
                    "message",
                    "id",
                    "result",
                    "generated_media",
                    "canvas_config",
                    "user:draft",
                    "available",
                    "frozen",
                    "total",
                    "t",
                    "sg",
                    "m",
                ]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=20,
)


@given(payload=STRANGE)
def test_no_answer_breaks_a_reader_and_every_field_has_its_type(payload):
    values = [read_credits(payload), read_uploaded(payload), read_state(payload), read_render(payload, "own")]
    assert isinstance(read_claim(payload), str)
    state, render = values[2], values[3]
    assert isinstance(state, ProjectState) and isinstance(render, RenderStatus)
    assert render.status in {"pending", "processing", "completed", "failed"}
    assert render.progress == -1 or 0 <= render.progress <= 100
    assert {field.name: type(getattr(render, field.name)) for field in fields(render)}["url"] is str
