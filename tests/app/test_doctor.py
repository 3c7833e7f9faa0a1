"""The doctor: one line a layer, one mend where something is wrong, nothing secret."""

import io
import socket
import ssl
from urllib.error import HTTPError, URLError

import pytest

from ai_to_video import doctor
from ai_to_video.settings import Settings


@pytest.fixture
def reach(monkeypatch):
    """What the network answers: an exception is raised."""

    def answer(error=None):
        def urlopen(request, timeout):
            if error:
                raise error
            return io.BytesIO()

        monkeypatch.setattr(doctor, "urlopen", urlopen)

    return answer


def examined(environ, **more):
    out = io.StringIO()
    code = doctor.examine(Settings.read(environ | more), out)
    return code, out.getvalue()


def test_a_sound_machine_is_told_layer_by_layer(environ, reach):
    reach()
    code, told = examined(environ)
    assert code == 0
    assert all(line.startswith("ok ") for line in told.splitlines())
    layers = [line[6:].split(":")[0] for line in told.splitlines()]
    assert layers[:3] == ["Python", "Program", "Settings"]
    assert layers[-3:] == ["Local engine", "Service", "Account"]


@pytest.mark.parametrize(
    ("error", "layer"),
    [
        (URLError(socket.gaierror()), "DNS"),
        (URLError(ssl.SSLCertVerificationError()), "TLS"),
        (URLError(ConnectionRefusedError()), "does not answer"),
        (TimeoutError(), "does not answer"),
    ],
)
def test_what_stands_in_the_way_of_the_service_is_named(environ, reach, error, layer):
    reach(error)
    code, told = examined(environ)
    assert code == 1
    (wrong,) = [line for line in told.splitlines() if line.startswith("WRONG")]
    assert layer in wrong
    assert "Check" in wrong


def test_any_answer_of_the_service_is_an_answer(environ, reach):
    reach(HTTPError("http://x", 404, "", {}, None))
    assert examined(environ)[0] == 0


def test_a_folder_that_cannot_be_written_names_the_variable(environ, reach, tmp_path):
    reach()
    (tmp_path / "file").write_text("")
    code, told = examined(environ, AI_TO_VIDEO_OUTPUT_DIR=str(tmp_path / "file"))
    assert code == 1
    assert "set AI_TO_VIDEO_OUTPUT_DIR to another folder" in told


def test_a_bad_setting_is_told_with_its_mend(environ, reach):
    reach()
    code, told = examined(environ, AI_TO_VIDEO_DAILY_CREDITS="many")
    assert code == 1
    assert "Correct or remove AI_TO_VIDEO_DAILY_CREDITS." in told


def test_the_local_backend_needs_no_service(environ, reach):
    reach(URLError(socket.gaierror()))
    code, told = examined(environ, AI_TO_VIDEO_BACKEND="local")
    assert (code, "Account" in told) == (0, False)


def test_the_token_is_tried_out_and_never_shown(environ, reach):
    reach()
    code, told = examined(environ, NEMO_TOKEN="nmv_usr_secret")
    assert code == 1  # nothing listens at the address of the tests
    assert "WRONG Account" in told
    assert "secret" not in told
