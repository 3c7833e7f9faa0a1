"""What passes here holds no secret, and is still worth reading."""

import json
import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ai_to_video.client import RedactingFilter, redact
from ai_to_video.client.redact import HIDDEN, redact_headers

SECRET = "s3cr3t-Value_9"


@pytest.mark.parametrize(
    "text",
    [
        f"Authorization: Bearer {SECRET}",
        f"authorization=basic {SECRET}==",
        f'{{"token": "{SECRET}", "x": 1}}',
        f'{{"claim_token":"{SECRET}"}}',
        f"{{'access_token': '{SECRET}'}}",
        json.dumps({"inner": json.dumps({"token": SECRET, "inner": json.dumps({"client_id": SECRET})})}),
        f"X-Client-Id: {SECRET}",
        f"NEMO_TOKEN={SECRET}",
        f"https://nemo.test/workspace/claim?ct={SECRET}&x=1",
        f"https://nemo.test/register?bind={SECRET}",
        f"https://cdn.test/a.mp4?X-Amz-Signature={SECRET}&Expires=1",
        rf'{{"url":"https:\/\/cdn.test\/a.mp4?Signature={SECRET}\u0026b={SECRET}"}}',
        f"https://cdn.test/a.mp4#{SECRET}",
        f"https://user:{SECRET}@proxy.test:8080/path",
        "nmv_usr_" + SECRET,
        "the link holds clm_" + SECRET,
        f'{{"user_id":"{SECRET}","bindId":"{SECRET}"}}',
        f'HTTP Request: GET https://cdn.test/a.mp4?sig={SECRET} "HTTP/1.1 200 OK"',
        f'{{"password" : "{SECRET}\nwith a second line"}}',
        f"token={SECRET};secret={SECRET}",
        json.dumps({"token": f'{SECRET}" and \\{SECRET}\\'}),
        json.dumps(json.dumps({"token": f'{SECRET}" and {SECRET}'})),
        f'data: {{"token":"{SECRET}',
        rf'{{"x":"{{\"token\":\"{SECRET}","y":"it is \"cut\" off"}}',
    ],
)
def test_no_secret_passes_and_a_second_time_changes_nothing(text):
    clean = redact(text)
    assert SECRET not in clean
    assert "s3cr3t" not in clean
    assert HIDDEN in clean
    assert redact(clean) == clean


@pytest.mark.parametrize(
    "text",
    [
        "The video has 3 tracks (0-10s, 35%).",
        'data: {"content":{"parts":[{"text":"Say: \\"token of love\\", then fade."}]},"partial":true}',
        '{"app_name":"nemo_agent","user_id":"me","session_id":"5529798706024415232"}',
        '{"usageMetadata":{"promptTokenCount":12,"candidatesTokenCount":3}}',
        "GET /api/credits/balance/simple HTTP/1.1",
        "https://static1.nemovideo.ai/render-result/render_1.mp4",
        "",
    ],
)
def test_what_is_no_secret_stays(text):
    assert redact(text) == text


def test_json_stays_json_and_keeps_its_shape():
    body = {
        "code": 0,
        "data": {"token": "abc123", "user_id": 12345, "expires_at": "2026", "url": "https://a.test/b?c=d"},
    }
    clean = json.loads(redact(json.dumps(body)))
    assert clean == {
        "code": 0,
        "data": {"token": HIDDEN, "user_id": 0, "expires_at": "2026", "url": f"https://a.test/b?{HIDDEN}"},
    }


def test_secrets_known_by_their_words_are_found_anywhere():
    assert redact("it was hunter2, really", ["hunter2", ""]) == f"it was {HIDDEN}, really"


def test_secret_headers_are_hidden_whole():
    headers = {"Authorization": "Bearer x", "X-Client-Id": "c", "Set-Cookie": "a=b", "X-Skill-Source": "ai-to-video"}
    headers["Location"] = "https://a.test/?sig=1"
    assert redact_headers(headers) == {
        "Authorization": HIDDEN,
        "X-Client-Id": HIDDEN,
        "Set-Cookie": HIDDEN,
        "X-Skill-Source": "ai-to-video",
        "Location": f"https://a.test/?{HIDDEN}",
    }


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_without_failing_and_twice_is_once(text):
    assert redact(redact(text)) == redact(text)


ODD = ["token: x\\", 'ct="a', 'https://a?b\\"', 'bearer abcd"', "'token': '", '"token":"', '\\"token\\":\\"x', "me"]


@settings(deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.sampled_from(ODD),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["token", "ct", "x", "url", "user_id"]), inner),
        max_leaves=8,
    )
)
def test_any_json_stays_json_also_inside_a_string(value):
    for text in (json.dumps(value), json.dumps(value, ensure_ascii=False), json.dumps(json.dumps(value))):
        json.loads(redact(text))


def test_a_log_line_loses_its_secrets_in_words_arguments_and_traceback(caplog):
    log = logging.getLogger("ai_to_video.test_redact")
    guard = RedactingFilter(["hunter2"])
    log.addFilter(guard)
    try:
        raise ValueError(f"refused Bearer {SECRET} and hunter2")
    except ValueError:
        log.exception("calling %s", f"https://a.test/?ct={SECRET}")
    finally:
        log.removeFilter(guard)
    assert SECRET not in caplog.text
    assert "hunter2" not in caplog.text
    assert "Traceback" in caplog.text
    assert "https://a.test/" in caplog.text
