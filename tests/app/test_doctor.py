"""The doctor: one line a layer, one mend where something is wrong, nothing secret, and nobody asked without need."""

import dataclasses
import http.server
import io
import json
import socket
import ssl
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ai_to_video.cli import main
from ai_to_video.doctor import World, examine
from ai_to_video.doctor.world import knock, proxy_for, shake_hands
from ai_to_video.errors import BadArgument
from ai_to_video.install import CLIENTS, Launch, Machine, install
from ai_to_video.settings import Settings

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DATE = "Sun, 22 Nov 2026 12:01:00 GMT"


def fails(error):
    def act(*_):
        raise error

    return act


def quiet(*_):
    return ""


@pytest.fixture
def world(tmp_path):
    """Where everything works."""
    return World(
        resolve=quiet,
        connect=quiet,
        shake_hands=quiet,
        knock=lambda _: DATE,
        proxy_for=quiet,
        now=lambda: NOW,
        which=lambda name: f"/usr/bin/{name}",
        environ={},
        machine=Machine("linux", tmp_path / "home"),
    )


@pytest.fixture
def examined(environ, world):
    """The exit code and the layers, with some of the world or the settings changed."""

    def run(changed=(), **variables):
        out = io.StringIO()
        settings = Settings.read(environ | {"NEMO_API_URL": "https://api.test"} | variables)
        code = examine(settings, as_json=True, out=out, world=dataclasses.replace(world, **dict(changed)))
        told = json.loads(out.getvalue())
        assert told["ok"] == (code == 0)
        return code, {layer["layer"]: layer for layer in told["layers"]}

    return run


def wrong(layers):
    return {name: layer["mend"] for name, layer in layers.items() if layer["state"] == "wrong"}


def test_a_sound_machine_is_told_layer_by_layer(examined):
    code, layers = examined()
    assert (code, wrong(layers)) == (0, {})
    assert list(layers) == [
        "Python", "Program", "Settings", "Jobs and cache", "Finished videos", "Own files", "Local engine", "Fonts",
        "PATH", "Chat programs", "Proxy", "DNS", "TLS", "Service", "Clock", "Token", "Credits", "Export right",
    ]  # fmt: skip
    assert "unknown" in layers["Export right"]["told"]


@pytest.mark.parametrize(
    ("changed", "layer", "mend"),
    [
        ({"version": (3, 9, 6)}, "Python", "Install Python 3.11"),
        ({"free_bytes": lambda _: 1000}, "Jobs and cache", "Free some space or set AI_TO_VIDEO_HOME"),
        ({"resolve": fails(socket.gaierror())}, "DNS", "NEMO_API_URL"),
        ({"shake_hands": fails(ssl.SSLCertVerificationError())}, "TLS", "SSL_CERT_FILE"),
        ({"knock": fails(TimeoutError())}, "Service", "HTTPS_PROXY"),
        ({"shake_hands": fails(ConnectionRefusedError()), "knock": fails(OSError())}, "Service", "network"),
        ({"now": lambda: datetime(2026, 11, 22, 13, tzinfo=UTC)}, "Clock", "set the time"),
        ({"now": lambda: datetime(1970, 1, 1, tzinfo=UTC), "knock": quiet}, "Clock", "set the time"),
        ({"proxy_for": lambda _: "http://ann:pw@proxy.test:3128", "connect": fails(OSError())}, "Proxy", "HTTPS_PROXY"),
        ({"knock": fails(BadArgument("The proxy set for this machine cannot be used.", hint="Unset it."))}, "Proxy", "Uns"),
    ],
)  # fmt: skip
def test_the_layer_that_fails_is_named_with_its_mend(examined, changed, layer, mend):
    code, layers = examined(changed)
    assert code == 1
    assert layer in wrong(layers)
    assert mend in wrong(layers)[layer]
    assert set(wrong(layers)) - {layer} <= {"Finished videos"}  # one disk, two folders
    assert "ann:pw" not in layers["Proxy"]["told"] + layers["Proxy"]["mend"]


def test_behind_a_proxy_names_are_not_looked_up_here(examined):
    sealed = {"resolve": fails(socket.gaierror()), "shake_hands": fails(ssl.SSLError())}
    code, layers = examined({**sealed, "proxy_for": lambda _: "http://proxy.test:3128"})
    assert code == 0
    assert layers["Proxy"]["told"].startswith("proxy.test:3128 is used")
    assert not {"DNS", "TLS"} & set(layers)


def test_a_folder_that_cannot_be_written_names_the_variable(examined, tmp_path):
    (tmp_path / "file").write_text("")
    code, layers = examined(AI_TO_VIDEO_OUTPUT_DIR=str(tmp_path / "file"))
    assert (code, list(wrong(layers))) == (1, ["Finished videos"])
    assert "set AI_TO_VIDEO_OUTPUT_DIR to another folder" in wrong(layers)["Finished videos"]


def test_a_folder_that_cannot_be_read_names_the_variable(examined, tmp_path):
    code, layers = examined(AI_TO_VIDEO_INPUT_DIRS=str(tmp_path / "gone"))
    assert (code, list(wrong(layers))) == (1, ["Own files"])
    assert "AI_TO_VIDEO_INPUT_DIRS" in wrong(layers)["Own files"]


def test_a_bad_setting_is_told_with_its_mend(examined):
    code, layers = examined(AI_TO_VIDEO_DAILY_CREDITS="many")
    assert (code, wrong(layers)) == (1, {"Setting": "Correct or remove AI_TO_VIDEO_DAILY_CREDITS."})


@pytest.mark.parametrize(("backend", "state"), [("cloud", "note"), ("local", "wrong")])
def test_without_the_engine_only_who_needs_it_is_stopped(examined, monkeypatch, backend, state):
    monkeypatch.setattr("ai_to_video.doctor.machine.local_parts_missing", lambda: "Install it with this line: x")
    code, layers = examined(AI_TO_VIDEO_BACKEND=backend)
    assert (layers["Local engine"]["state"], code) == (state, int(state == "wrong"))
    assert "Fonts" not in layers


def test_missing_fonts_are_named(examined, monkeypatch):
    monkeypatch.setattr("ai_to_video.engine.look.fonts.files", dict)
    code, layers = examined()
    assert (code, list(wrong(layers))) == (1, ["Fonts"])
    assert "montserrat" in layers["Fonts"]["told"]


def test_an_empty_path_is_a_note_because_chat_programs_get_the_absolute_one(examined):
    code, layers = examined({"which": lambda _: None})
    assert (code, layers["PATH"]["state"]) == (0, "note")
    assert "ai-to-video install" in layers["PATH"]["mend"]


def test_a_chat_program_that_would_start_what_is_gone_is_named(examined, world, tmp_path):
    def put(name, command):
        install(CLIENTS[name], Path(CLIENTS[name].where(world.machine)), Launch(command, ())).carry_out()

    put("cursor", str(tmp_path / "gone" / "python"))
    put("codex", "uvx")
    put("gemini", str(Path(__file__)))
    code, layers = examined()
    assert (code, list(wrong(layers))) == (1, ["Cursor"])
    assert "ai-to-video install cursor" in wrong(layers)["Cursor"]
    assert layers["Codex"]["state"] == "note"
    assert "Gemini CLI" in layers["Chat programs"]["told"]


def test_the_local_backend_asks_nobody(examined):
    alone = dict.fromkeys(("resolve", "connect", "shake_hands", "knock"), fails(AssertionError()))
    code, layers = examined(alone, AI_TO_VIDEO_BACKEND="local")
    assert (code, "Token" in layers) == (0, False)


@pytest.fixture
def service():
    """Answers every HEAD with 404 and get_credits with what the test says; who was asked is kept."""

    class Handler(http.server.BaseHTTPRequestHandler):
        asked, answer = [], b'{"code":0,"data":{"available":7,"frozen":0,"total":100}}'

        def do_HEAD(self):
            self.send_error(404)

        def do_GET(self):
            self.asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(self.answer)

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", Handler
        server.shutdown()


@pytest.mark.parametrize(
    ("answer", "state", "left"),
    [
        (b'{"code":0,"data":{"available":7,"frozen":0,"total":100}}', "ok", "7 are available."),
        (b'{"code":0,"data":{"available":0,"frozen":0,"total":100}}', "ok", "none are left."),
        (b'{"code":1001,"message":"expired"}', "wrong", ""),
    ],
)
def test_the_token_is_tried_out_and_never_shown(examined, service, answer, state, left):
    url, handler = service
    handler.answer = answer
    code, layers = examined(NEMO_TOKEN="nmv_usr_secret", NEMO_API_URL=url)
    assert layers["Token"]["state"] == state
    assert layers.get("Credits", {}).get("told", "") == left
    assert code == int("7" not in left)
    assert "secret" not in str(layers)


def test_without_a_token_nothing_is_fetched_just_for_looking(examined, service):
    url, handler = service
    handler.asked.clear()
    code, layers = examined(NEMO_API_URL=url)
    assert (code, handler.asked) == (0, [])
    assert "anonymous token" in layers["Token"]["told"]


def test_any_answer_counts_and_tells_the_time(service):
    assert knock(service[0])


def test_no_answer_is_an_error_of_the_network():
    with pytest.raises(OSError):
        knock("http://127.0.0.1:9")


def test_a_service_that_cannot_prove_who_it_is_fails_the_handshake(service):
    port = int(service[0].rpartition(":")[2])
    with pytest.raises(ssl.SSLError):
        shake_hands("127.0.0.1", port)


def test_this_machine_itself_is_never_behind_a_proxy(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.test:1")
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.test:1")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    assert proxy_for("http://127.0.0.1:8787") == ""
    assert proxy_for("https://api.test") == "http://proxy.test:1"


def test_the_command_prints_lines_or_json(environ, monkeypatch, capsys):
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert main(["doctor"]) == 1  # nothing listens at the address of the tests
    lines = capsys.readouterr().out.splitlines()
    assert all(line[:6] in ("ok    ", "note  ", "WRONG ") for line in lines)
    assert main(["doctor", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [f"{one['layer']}:" in line for one, line in zip(told["layers"], lines, strict=True)] == [True] * len(lines)
