"""Every endpoint of the service, asked as its clients ask, and what it answers when they ask wrongly."""

import io
import json

import httpx
import pytest
from PIL import Image
from tests.engine.door import BASE, SKILL, SOLAR, at_the_door, token

from ai_to_video.client.inprocess import InProcessTransport
from ai_to_video.engine import Terms, create_app
from ai_to_video.errors import ClientIdMissing, ExportBlocked, OutOfCredits, RateLimited, SessionGone, TokenInvalid
from ai_to_video.timeline import AUDIO, TEXT, VIDEO
from ai_to_video.wire import bodies
from ai_to_video.wire.envelope import decode

pytestmark = pytest.mark.anyio
EXPLAINER = f"turn this blog post into a 12-second explainer video: {SOLAR}"


def a_picture(fmt="PNG", size=(64, 48)):
    file = io.BytesIO()
    Image.new("RGB", size, "teal").save(file, fmt)
    return file.getvalue()


def the_error(answer, call=""):
    with pytest.raises(Exception) as caught:
        decode(answer.status_code, answer.headers["content-type"], answer.content, call=call)
    return caught.value


async def test_a_token_needs_a_client_id(door):
    assert isinstance(the_error(await door.http.post(bodies.ANONYMOUS_TOKEN), "token"), ClientIdMissing)


async def test_a_token_tells_whose_it_is_how_long_it_lasts_and_what_it_may_spend(door):
    answer = await door.http.post(bodies.ANONYMOUS_TOKEN, headers={bodies.CLIENT_ID: "a"})
    issued = bodies.read_token(answer.json()["data"])
    assert issued.token.startswith("nmv_usr_")
    assert issued.user_id.startswith("anon_")
    assert issued.expires_at.endswith("Z")
    assert issued.credits > 0


async def test_the_same_client_gets_the_same_account(tmp_path):
    async with at_the_door(tmp_path, "one") as first:
        await first.open()
        async with at_the_door(tmp_path, "one") as again:
            again.session_id = first.session_id
            assert (await again.state()).user_id
        async with at_the_door(tmp_path, "two") as other:
            other.session_id = first.session_id
            answer = await other.http.get(bodies.state_path(first.session_id), headers=other.headers)
            assert isinstance(the_error(answer, "state"), SessionGone)


async def test_tokens_are_kept_only_as_hashes(tmp_path):
    async with at_the_door(tmp_path) as door:
        secret = door.headers["Authorization"].removeprefix("Bearer ")
    everything = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert secret.encode() not in everything
    assert secret not in "".join(str(path) for path in tmp_path.rglob("*"))


@pytest.mark.parametrize("value", ["", "Bearer ", "Bearer nmv_usr_wrong", "Basic abc", "nmv_usr_x"])
async def test_a_bad_token_is_1001_and_401(door, value):
    answer = await door.http.get(bodies.CREDITS, headers={"Authorization": value})
    assert (answer.status_code, answer.json()["code"]) == (401, 1001)
    assert isinstance(the_error(answer), TokenInvalid)


async def test_a_token_ends_after_seven_days(tmp_path):
    now = [1_000_000.0]
    async with at_the_door(tmp_path, clock=lambda: now[0]) as door:
        assert (await door.credits())["available"]
        now[0] += 7 * 24 * 3600 + 1
        assert (await door.http.get(bodies.CREDITS, headers=door.headers)).status_code == 401


async def test_an_unknown_session_is_1002_and_404_as_adk_says_it(door):
    door.session_id = "5529798706024415232"
    answer = await door.send("hello")
    assert (answer.status_code, answer.json()["code"]) == (404, 1002)
    assert answer.json()["detail"] == "Session not found: 5529798706024415232"


@pytest.mark.parametrize("session_id", ["..", "../../etc", "5529798706024415232/../x", "x" * 400])
async def test_a_session_id_is_no_path(door, session_id):
    answer = await door.http.get(bodies.state_path(session_id), headers=door.headers)
    assert answer.status_code == 404


async def test_a_session_has_a_task_and_a_nineteen_digit_id(door):
    answer = await door.http.post(bodies.SESSION, json={"task_name": "project"}, headers=door.headers)
    session = bodies.read_session(answer.json()["data"])
    assert len(session.session_id) == 19
    assert session.session_id.isdigit()
    assert session.task_id
    claim = await door.http.post(
        bodies.CLAIM_TOKEN, json=bodies.claim_body(session.task_id, session.session_id), headers=door.headers
    )
    assert bodies.read_claim(claim.json()["data"]).startswith("clm_")


async def test_a_fresh_session_has_no_draft(door):
    state = await door.state()
    assert not state.ready
    assert state.media == ()


async def test_a_text_becomes_a_timeline_of_four_tracks(door):
    reply = await door.say(EXPLAINER)
    state = await door.state()
    assert [track.kind for track in state.timeline.tracks] == [VIDEO, AUDIO, TEXT, TEXT]
    assert state.timeline.duration_ms == 12_000
    assert state.canvas == {"width": 1080, "height": 1920, "ratio": "9:16"}
    assert state.title == "Solar panels"
    assert "Export" in reply.messages[-1]
    assert {"draft", "canvas_config"} <= set(reply.state_keys)


async def test_the_raw_video_is_told_and_saved_before_it_is_finished(tmp_path):
    """The stages are seen from a second call while the first still streams."""
    seen = []

    async def between_the_stages(_):
        state = await other.state()
        seen.append([track.kind for track in state.timeline.tracks])

    async with at_the_door(tmp_path, sleep=between_the_stages) as door, at_the_door(tmp_path) as other:
        await door.open()
        other.session_id = door.session_id
        reply = await door.say(EXPLAINER)
    assert seen == [[], [VIDEO]]
    assert len(reply.messages) == 2
    assert reply.tools == ("plan_storyboard", "generate_video", "edit_multitrack")


async def test_the_stream_looks_like_the_agent_kits(door):
    answer = await door.send(EXPLAINER)
    assert answer.headers["content-type"] == "text/event-stream; charset=utf-8"
    frames = [frame for frame in answer.content.split(b"\n\n") if frame]
    events = [json.loads(frame[6:]) for frame in frames if frame.startswith(b"data: ")]
    assert all({"invocationId", "author", "id", "timestamp", "actions"} <= event.keys() for event in events)
    assert len({event["invocationId"] for event in events}) == 1
    assert {frame for frame in frames if not frame.startswith(b"data: ")} == {b": heartbeat"}
    roles = [event["content"]["role"] for event in events if "functionResponse" in str(event.get("content"))]
    assert set(roles) == {"user"}


async def test_drafts_are_spelled_in_several_ways_and_read_in_one(door):
    spellings = set()
    for _ in range(12):
        await door.open()
        await door.say(f"8 second video: {SOLAR}")
        answer = await door.http.get(bodies.state_path(door.session_id), headers=door.headers)
        draft = answer.json()["data"]["state"]["draft"]
        spellings.add(tuple(sorted(draft["t"][0]["sg"][0])))
        assert (await door.state()).timeline.duration_ms == 8000
    assert len(spellings) > 1


async def test_about_three_edits_in_ten_end_without_a_word(tmp_path):
    silent = 0
    async with at_the_door(tmp_path) as door:
        await door.open()
        await door.say(EXPLAINER)
        for number in range(40):
            before = (await door.state()).fingerprint
            reply = await door.say(f'change the title to "Take {number}"')
            assert (await door.state()).fingerprint != before
            silent += reply.silent
    assert 2 <= silent <= 25  # sessions roll their own dice; narrower bounds fail once in two hundred runs


async def test_an_edit_is_said_and_changes_the_timeline(door):
    await door.say(EXPLAINER)
    reply = await door.say("move the title to 0:02")
    assert "0:02" in reply.text
    assert reply.tools == ("edit_timeline",)
    title = next(track for track in (await door.state()).timeline.tracks if track.metadata.get("role") == "title")
    assert title.clips[0].start_ms == 2000


async def test_what_cannot_be_done_is_said_and_costs_nothing(door):
    await door.say(EXPLAINER)
    before, purse = (await door.state()).fingerprint, await door.credits()
    reply = await door.say("add a dancing robot to the video")
    assert "dancing robot" in reply.text
    assert (await door.state()).fingerprint == before
    assert await door.credits() == purse


async def test_a_long_list_of_orders_is_no_new_text(door):
    await door.say(EXPLAINER)
    before = len((await door.state()).timeline.tracks[0].clips)
    orders = [
        'Change the title to "Sunlight pays" please.',
        "Make the title red and move the title to the top.",
        "Turn the music down to 20 percent.",
        "Use slide transitions between all scenes.",
        "Change the background to navy.",
        "Remove scene 2 and then make the video 10 seconds long.",
        "Turn the captions off, and make it 16:9 please, thank you.",
        "Then fade out the music over 2 seconds.",
    ]
    await door.say(" ".join(orders))
    film = (await door.state()).timeline
    assert (film.title, film.duration_ms, film.width) == ("Sunlight pays", 10_000, 1920)
    assert len(film.tracks[0].clips) < before


async def test_a_second_text_makes_a_second_video(door):
    await door.say(EXPLAINER)
    text = "Tea was first drunk in China. Monks carried it to Japan in the ninth century. " * 6
    await door.say(text)
    assert "Tea" in (await door.state()).timeline.title


async def test_undo_goes_back_one_change_at_a_time(door):
    await door.say(EXPLAINER)
    first = (await door.state()).fingerprint
    await door.say('change the title to "One"')
    await door.say("remove the music")
    await door.say("undo")
    assert (await door.state()).timeline.title == "One"
    await door.say("撤销")
    assert (await door.state()).fingerprint == first
    assert "undo" in (await door.say("undo")).text


async def test_undo_after_a_second_video_brings_back_the_first(door):
    await door.say(EXPLAINER)
    first = (await door.state()).fingerprint
    await door.say("make a new 10-second video about coffee")
    assert (await door.state()).timeline.duration_ms == 10_000
    await door.say("undo")
    assert (await door.state()).fingerprint == first


async def test_another_take_of_the_same_text_looks_different(door):
    await door.say(EXPLAINER)
    first = (await door.state()).timeline
    await door.say("regenerate it with 20 seconds")
    second = (await door.state()).timeline
    assert second.duration_ms == 20_000
    assert second.title == first.title
    assert second.metadata["seed"] != first.metadata["seed"]


async def test_without_a_text_it_asks_for_one(door):
    reply = await door.say("convert my text or prompts")
    assert "text" in reply.question
    assert not (await door.state()).ready


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("hello", "Send me a text"),
        ("Thanks!", "Send me a text"),
        ("what can you do?", "Send me a text"),
        ("你好", "把文字发给我"),
        ("export 1080p MP4", "no video in this project yet"),
        ("undo", "no video in this project yet"),
        ("导出视频", "还没有视频"),
    ],
)
async def test_small_talk_and_early_orders_make_no_video(door, message, words):
    purse = await door.credits()
    assert words in (await door.say(message)).text
    assert not (await door.state()).ready
    assert await door.credits() == purse


@pytest.mark.parametrize(
    ("language", "message", "words"),
    [
        ("en", "a 10-second video about tea", "ready"),
        ("zh-CN", "做一个关于茶的10秒短视频", "已经做好了"),
        ("zh-TW", "製作一個關於茶的10秒影片，要活潑一點", "已經完成"),
    ],
)
async def test_it_answers_in_the_language_it_is_spoken_to(door, language, message, words):
    await door.open(language)
    assert words in (await door.say(message)).messages[-1]


async def test_a_second_run_on_a_busy_session_is_refused_in_the_stream(tmp_path):
    replies = []

    async def meanwhile(_):
        if not replies:
            replies.append(await door.say("remove the music"))

    async with at_the_door(tmp_path, sleep=meanwhile) as door:
        await door.open()
        await door.say(EXPLAINER)
        assert "earlier than the update_time" in replies[0].error
        assert (await door.state()).ready


async def test_of_two_processes_that_change_one_project_only_one_wins(tmp_path):
    replies = []

    async def meanwhile(_):
        if not replies:
            replies.append(await other.say(f"turn this into an 8-second video: {SOLAR}"))

    async with at_the_door(tmp_path, sleep=meanwhile) as door, at_the_door(tmp_path) as other:
        await door.open()
        other.session_id = door.session_id
        reply = await door.say(EXPLAINER)
        assert "earlier than the update_time" in reply.error
        assert not replies[0].error
        assert (await door.state()).timeline.duration_ms == 8000


async def test_a_run_goes_on_when_nobody_listens(tmp_path):
    async with at_the_door(tmp_path) as door:
        await door.open()
        body = bodies.run_body(door.session_id, EXPLAINER)
        async with door.http.stream("POST", bodies.RUN_SSE, json=body, headers=door.headers) as answer:
            assert answer.status_code == 200
        for _ in range(1000):
            if len((await door.state()).timeline.tracks) == 4:
                break
        assert len((await door.state()).timeline.tracks) == 4


async def test_prices_are_counted_and_an_empty_purse_is_2001(tmp_path):
    async with at_the_door(tmp_path, terms=Terms(credits=115, generation=100, edit=10, silent=0)) as door:
        await door.open()
        await door.say(EXPLAINER)
        assert await door.credits() == {"available": 15, "frozen": 0, "total": 15}
        await door.say("remove the music")
        assert (await door.credits())["available"] == 5
        answer = await door.send("turn off the captions")
        assert answer.json()["code"] == 2001
        assert isinstance(the_error(answer, "run"), OutOfCredits)
        assert (await door.credits())["available"] == 5


async def test_credits_are_frozen_while_a_run_works(tmp_path):
    seen = []

    async def meanwhile(_):
        seen.append(await door.credits())

    async with at_the_door(tmp_path, terms=Terms(credits=500), sleep=meanwhile) as door:
        await door.open()
        await door.say(EXPLAINER)
        assert seen[0] == {"available": 400, "frozen": 100, "total": 500}
        assert await door.credits() == {"available": 400, "frozen": 0, "total": 400}


async def test_too_many_requests_are_429_until_a_minute_has_passed(tmp_path):
    now = [5_000_000.0]
    async with at_the_door(tmp_path, terms=Terms(requests_a_minute=3), clock=lambda: now[0]) as door:
        for _ in range(3):
            assert (await door.http.get(bodies.CREDITS, headers=door.headers)).status_code == 200
        answer = await door.http.get(bodies.CREDITS, headers=door.headers)
        assert isinstance(the_error(answer), RateLimited)
        assert int(answer.headers["retry-after"]) > 0
        now[0] += 61
        assert (await door.http.get(bodies.CREDITS, headers=door.headers)).status_code == 200


async def test_tokens_can_be_limited_to_some_a_week(tmp_path):
    app = create_app(tmp_path, terms=Terms(tokens_a_week=1))
    async with httpx.AsyncClient(transport=InProcessTransport(app), base_url=BASE) as http:
        assert await token(http)
        answer = await http.post(bodies.ANONYMOUS_TOKEN, headers={bodies.CLIENT_ID: "3f2a"})
        assert answer.status_code == 429
        assert await token(http, "another")


# --- what is not let in ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "10.0.0.5", "engine.localhost.evil.com"])
async def test_another_host_name_is_refused(door, host):
    answer = await door.http.get(bodies.CREDITS, headers={**door.headers, "Host": host})
    assert answer.status_code == 403


@pytest.mark.parametrize("host", ["localhost:8787", "127.0.0.1:8787", "[::1]:8787", "engine"])
async def test_loopback_names_are_let_in(door, host):
    assert (await door.http.get(bodies.CREDITS, headers={**door.headers, "Host": host})).status_code == 200


async def test_a_page_of_another_origin_is_refused(door):
    answer = await door.http.get(bodies.CREDITS, headers={**door.headers, "Origin": "https://evil.example"})
    assert (answer.status_code, answer.text) == (403, "Forbidden: origin not allowed")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b'{"session_id": 5}',
        b'{"session_id": "x", "new_message": "text"}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
async def test_a_malformed_run_is_refused_in_words(door, body):
    answer = await door.http.post(bodies.RUN_SSE, content=body, headers=door.headers)
    assert answer.status_code in {404, 422}
    assert answer.json()["message"]


@pytest.mark.parametrize("parts", [[], [{}], [{"text": ""}], [{"text": "  "}], [{"text": 5}], "text", None])
async def test_a_message_without_text_starts_nothing(door, parts):
    body = {"session_id": door.session_id, "new_message": {"parts": parts}}
    answer = await door.http.post(bodies.RUN_SSE, json=body, headers=door.headers)
    assert answer.status_code == 422


async def test_camel_case_bodies_are_read_too(door):
    body = {
        "appName": "nemo_agent",
        "sessionId": door.session_id,
        "newMessage": {"parts": [{"text": "video about tea"}]},
    }
    answer = await door.http.post(bodies.RUN_SSE, json=body, headers=door.headers)
    assert answer.status_code == 200


# --- uploads --------------------------------------------------------------------------------------------------------


async def test_an_upload_is_known_by_content_and_shows_in_the_state(door):
    answer = await door.upload("holiday.png", a_picture())
    file = answer.json()["data"]["files"][0]
    assert (file["filename"], file["file_type"], file["width"], file["height"]) == ("holiday.png", "image", 64, 48)
    assert answer.json()["data"]["session_state_applied"] is True
    media = (await door.state()).media
    assert [(item.name, item.kind) for item in media] == [("holiday.png", "image")]
    assert (await door.http.get(file["cdn_url"])).content == a_picture()


async def test_the_name_follows_the_content(door):
    answer = await door.upload("photo.png", a_picture("JPEG"))
    assert answer.json()["data"]["files"][0]["filename"] == "photo.jpg"


async def test_the_same_file_is_taken_once_and_another_of_its_name_gets_a_number(door):
    await door.upload("a.png", a_picture())
    again = await door.upload("b.png", a_picture())
    assert again.json()["data"]["files"][0]["filename"] == "a.png"
    other = await door.upload("a.png", a_picture(size=(10, 10)))
    assert other.json()["data"]["files"][0]["filename"] == "a-2.png"
    assert len((await door.state()).media) == 2


@pytest.mark.parametrize(
    "name", ["../../evil.png", "/etc/passwd.png", "C:\\x\\evil.png", "\u202eevil.png", "a" * 500 + ".png"]
)
async def test_an_upload_name_is_no_path(door, tmp_path, name):
    answer = await door.upload(name, a_picture())
    stored = answer.json()["data"]["files"][0]["filename"]
    assert "/" not in stored
    assert "\\" not in stored
    assert len(stored) < 100
    assert {path.suffix for path in (tmp_path / "sessions").rglob("uploads/*")} == {".png"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.txt", b"hello"),
        ("fake.png", b"MZ" + b"\0" * 100),
        ("page.jpg", b"<html><body>hi</body></html>"),
        ("empty.png", b""),
        ("broken.png", a_picture()[:40]),
        ("broken.mp4", b"\0\0\0\x18ftypisom" + b"\0" * 64),
    ],
)
async def test_what_cannot_be_shown_is_4001(door, tmp_path, name, content):
    answer = await door.upload(name, content)
    assert (answer.status_code, answer.json()["code"]) == (415, 4001)
    assert (await door.state()).media == ()
    assert not list(tmp_path.rglob(".upload-*"))


async def test_what_is_too_large_is_4002(tmp_path):
    async with at_the_door(tmp_path, terms=Terms(upload_bytes=1000)) as door:
        await door.open()
        answer = await door.upload("big.png", a_picture() + b"\0" * 1000)
        assert (answer.status_code, answer.json()["code"]) == (413, 4002)


async def test_links_are_not_fetched_and_that_is_said(door):
    answer = await door.http.post(
        bodies.upload_path(door.session_id), json=bodies.urls_body(["https://example.com/a.mp4"]), headers=door.headers
    )
    assert answer.status_code == 422
    assert "offline" in str(the_error(answer, "upload"))


async def test_an_upload_without_a_file_is_refused_in_words(door):
    answer = await door.http.post(
        bodies.upload_path(door.session_id), files=[("nothing", ("a.png", b"x"))], headers=door.headers
    )
    assert answer.status_code == 422
    answer = await door.http.post(
        bodies.upload_path(door.session_id),
        content=b"--x\r\nbroken",
        headers={**door.headers, "content-type": "multipart/form-data; boundary=x"},
    )
    assert answer.status_code == 422


async def test_an_uploaded_picture_is_used_where_it_was_asked_for(door):
    await door.upload("logo.png", a_picture())
    await door.say(f"turn this into a 20-second video, put logo.png at the end: {SOLAR}")
    scenes = (await door.state()).timeline.tracks[0].clips
    assert scenes[-1].metadata["media"] == "logo.png"
    assert scenes[-1].source == "logo.png"


async def test_an_export_without_attribution_is_402(door):
    await door.say(EXPLAINER)
    for missing in SKILL:
        headers = {name: value for name, value in door.headers.items() if name != missing}
        answer = await door.submit(headers=headers)
        assert answer.status_code == 402
        assert isinstance(the_error(answer, "render"), ExportBlocked)
