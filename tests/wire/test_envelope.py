"""One decoder for every JSON answer: five shapes, code before status before words."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_to_video import errors
from ai_to_video.wire.envelope import decode, encode, encode_error, error_of, plain


def answer(status: int, body: object, call: str = "") -> object:
    return decode(status, "application/json", json.dumps(body).encode(), call=call)


def failure(status: int, body: object, call: str = "") -> errors.AiToVideoError:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    with pytest.raises(errors.AiToVideoError) as caught:
        decode(status, "text/html" if raw[:1] == b"<" else "application/json", raw, call=call)
    return caught.value


@pytest.mark.parametrize(
    ("body", "payload"),
    [
        ({"code": 0, "data": {"a": 1}}, {"a": 1}),
        ({"code": "0", "data": {"a": 1}}, {"a": 1}),
        ({"code": 200, "message": "ok", "data": {"a": 1}}, {"a": 1}),
        ({"code": None, "data": {"a": 1}}, {"a": 1}),
        ({"code": 0.0, "data": [1]}, [1]),
        ({"code": "OK", "data": {"a": 1}}, {"a": 1}),
        ({"code": 0, "a": 1}, {"code": 0, "a": 1}),
        ({"code": 0, "data": None}, {"code": 0, "data": None}),
        ({"code": 0, "data": {}}, {}),
        ({"success": True, "data": {"a": 1}}, {"a": 1}),
        ({"success": True, "a": 1}, {"success": True, "a": 1}),
        ({"taskId": "t", "status": "failed", "error": "boom"}, {"taskId": "t", "status": "failed", "error": "boom"}),
        ({"state": {}, "error": None}, {"state": {}, "error": None}),
        ([{"url": "u"}], [{"url": "u"}]),
    ],
)
def test_the_payload_is_found_in_every_good_answer(body, payload):
    assert answer(200, body) == payload


def test_what_one_end_encodes_the_other_decodes():
    assert answer(200, encode({"a": 1})) == {"a": 1}
    assert isinstance(failure(200, encode_error(2001, "Insufficient credits")), errors.OutOfCredits)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (1001, "token_invalid"),
        (1010, "token_invalid"),
        (1011, "token_invalid"),
        (1002, "session_gone"),
        (2001, "out_of_credits"),
        (4001, "unsupported_file"),
        (4002, "file_too_large"),
        (400, "client_id_missing"),
        (402, "export_blocked"),
        (403, "forbidden"),
        (429, "rate_limited"),
        (5000, "backend_failed"),
        (-1, "backend_failed"),
    ],
)
def test_a_code_decides_whatever_the_status(code, kind):
    for status in (200, 400, 401, 500):
        for body in ({"code": code, "message": "m"}, {"code": str(code), "msg": "m"}, {"error": {"code": code}}):
            if code in (5000, -1) and status in (400, 401):
                continue
            assert failure(status, body).code == kind


@pytest.mark.parametrize(
    ("status", "call", "kind"),
    [
        (401, "", "token_invalid"),
        (402, "render", "export_blocked"),
        (403, "", "forbidden"),
        (413, "upload", "file_too_large"),
        (415, "upload", "unsupported_file"),
        (429, "run", "rate_limited"),
        (400, "token", "client_id_missing"),
        (400, "run", "bad_argument"),
        (404, "state", "session_gone"),
        (404, "run", "session_gone"),
        (404, "upload", "session_gone"),
        (404, "poll", "not_found"),
        (404, "credits", "not_found"),
        (410, "state", "session_gone"),
        (409, "run", "busy"),
        (405, "run", "bad_argument"),
        (408, "", "backend_failed"),
        (500, "", "backend_failed"),
        (503, "", "backend_failed"),
        (302, "", "unintelligible"),
    ],
)
def test_without_a_code_the_status_decides(status, call, kind):
    assert failure(status, {}, call).code == kind
    assert failure(status, b"", call).code == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Token is invalid or expired", "token_invalid"),
        ("Invalid token", "token_invalid"),
        ("token not found", "token_invalid"),
        ("This token has been revoked", "token_invalid"),
        ("token has expired", "token_invalid"),
        ("missing authentication token", "token_invalid"),
        ("Session not found: 123", "session_gone"),
        ("RESOURCE_EXHAUSTED: Insufficient credits", "out_of_credits"),
        ("2001: Insufficient credits", "out_of_credits"),
        ("1002: gone", "session_gone"),
        ("积分不足", "out_of_credits"),
        ("RESOURCE_EXHAUSTED: try later", "rate_limited"),
        ("The last_update_time is earlier than the update_time in storage", "busy"),
        ("500: backend hiccup", "backend_failed"),
        ("RuntimeError: model exploded", "backend_failed"),
        ("", "backend_failed"),
    ],
)
def test_without_code_and_status_the_words_decide(text, kind):
    assert error_of(0, 200, text).code == kind


def test_words_narrow_a_status_that_says_little():
    assert failure(404, {"detail": "token not found"}, "credits").code == "token_invalid"
    assert failure(500, {"message": "Insufficient credits"}).code == "out_of_credits"
    assert failure(400, {"message": "Session not found"}, "upload").code == "session_gone"
    assert failure(403, {"error": "plan-required"}, "render").code == "export_blocked"
    assert failure(422, {"detail": "File type of a.exe is unknown"}, "upload").code == "unsupported_file"


def test_402_is_about_the_plan_when_exporting_and_may_be_about_credits_elsewhere():
    assert failure(402, {"message": "Insufficient credits"}, "render").code == "export_blocked"
    assert failure(402, {"message": "Insufficient credits"}, "run").code == "out_of_credits"
    assert failure(402, {}, "run").code == "export_blocked"


@pytest.mark.parametrize(
    "body",
    [
        {"message": "Slow disk here"},
        {"msg": "Slow disk here"},
        {"error": "Slow disk here"},
        {"error": {"message": "Slow disk here"}},
        {"detail": "Slow disk here"},
        {"detail": {"msg": "Slow disk here"}},
        {"reason": "Slow disk here"},
    ],
)
def test_the_words_of_the_service_are_found_wherever_they_stand(body):
    assert str(failure(500, body)) == "The video service said: Slow disk here."


@pytest.mark.parametrize(
    "body",
    [
        {"success": False, "error": "Slow disk here"},
        {"error": "Slow disk here"},
        {"code": "E_DISK", "msg": "Slow disk here"},
    ],
)
def test_a_failure_may_come_as_a_good_answer(body):
    assert str(failure(200, body)) == "The video service said: Slow disk here."


def test_a_validation_answer_names_the_place():
    detail = [
        {"type": "missing", "loc": ["body", "sessionId"], "msg": "Field required", "input": {"token": "nmv_usr_1"}}
    ]
    error = failure(422, {"detail": detail}, "run")
    assert (error.code, error.retryable) == ("bad_argument", False)
    assert str(error) == "The video service refused the request: sessionId, field required."


PAGE = b"<!doctype html><html><title>502 Bad Gateway</title>nginx</html>"


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (200, "unintelligible"),
        (302, "unintelligible"),
        (403, "unintelligible"),
        (404, "unintelligible"),
        (502, "backend_failed"),
        (503, "backend_failed"),
        (504, "backend_failed"),
        (413, "file_too_large"),
        (429, "rate_limited"),
    ],
)
def test_a_web_page_from_a_proxy_is_told_plainly(status, kind):
    error = failure(status, PAGE, "state")
    assert error.code == kind
    assert "<" not in str(error) and "nginx" not in str(error) and "Gateway" not in str(error)


def test_plain_text_keeps_its_status():
    assert failure(403, b"Forbidden: origin not allowed").code == "forbidden"
    assert failure(500, b"Internal Server Error").code == "backend_failed"
    assert failure(200, b"hello").code == "unintelligible"


def test_an_empty_answer_is_enough_only_where_nothing_is_needed():
    for call in ("upload", "render"):
        assert decode(200, "", b"", call=call) == {}
    assert decode(204, "", b"") == {}
    assert failure(200, b"", "state").code == "unintelligible"
    assert failure(200, b" null ", "credits").code == "unintelligible"
    assert failure(200, b"5", "credits").code == "unintelligible"


def test_a_byte_order_mark_does_no_harm():
    assert decode(200, "", b'\xef\xbb\xbf{"code":0,"data":{"a":1}}') == {"a": 1}


def test_how_long_to_wait_is_handed_on():
    with pytest.raises(errors.RateLimited) as caught:
        decode(429, "", b"{}", retry_after=7.5)
    assert caught.value.retry_after == 7.5
    assert errors.RateLimited().retry_after is None


@pytest.mark.parametrize(
    "text",
    [
        'Traceback (most recent call last): File "x.py", line 1',
        '{"code": 5, "token": "nmv_usr_1"}',
        "RuntimeError: model exploded",
        "bad token nmv_usr_abc here",
        "Authorization: Bearer abc",
        "see https://internal.example/x for more",
        "key eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9 refused",
        "word",
        "x " * 200,
        "",
    ],
)
def test_words_that_are_not_for_people_are_held_back(text):
    assert plain(text) == ""
    assert str(error_of(0, 200, text)) != text


def test_words_for_people_become_a_sentence():
    assert plain("500: the model\n is busy.") == "the model is busy."
    assert plain("模型繁忙，请稍后再试") == "模型繁忙，请稍后再试."


@given(status=st.integers(100, 599), body=st.binary(max_size=60), call=st.sampled_from(["", "run", "upload", "token"]))
def test_no_answer_at_all_breaks_the_decoder(status, body, call):
    try:
        decode(status, "", body, call=call)
    except errors.AiToVideoError as error:
        assert str(error) and error.hint


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(["", "0", "1001", "x y", "Traceback"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["code", "message", "data", "error", "detail", "success", "loc", "msg", "reason"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(status=st.sampled_from([200, 204, 301, 400, 402, 404, 422, 500]), body=VALUES)
def test_no_json_breaks_the_decoder(status, body):
    try:
        answer(status, body)
    except errors.AiToVideoError as error:
        assert not set("{}[]<>") & set(str(error))
