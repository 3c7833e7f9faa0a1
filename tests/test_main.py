"""server/main.py: the start on a bare machine, seen through what it would run."""

import ast
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAIN = ROOT / "server" / "main.py"


class Machine:
    """What is installed, whether uv is on PATH, which files exist, what pip and uv answer; `ran` is what was started."""

    def __init__(self, monkeypatch):
        self.packages = set()
        self.uv_on_path = True
        self.files = set()
        self.codes = {}
        self.ran, self.environments = [], []
        self._patch = monkeypatch
        monkeypatch.delenv("UV_SYSTEM_CERTS", raising=False)
        monkeypatch.setattr("importlib.util.find_spec", lambda name: name in self.packages or None)
        monkeypatch.setattr("shutil.which", lambda name: "/usr/bin/uv" if self.uv_on_path else None)
        monkeypatch.setattr(subprocess, "call", self._call)

    def _call(self, command, env=None, **_):
        self.ran.append(command)
        self.environments.append(env)
        return next((code for word, code in self.codes.items() if word in command), 0)

    def start(self, *argv):
        main = runpy.run_path(str(MAIN))["main"]
        with self._patch.context() as patch:
            patch.setattr("os.path.exists", self.files.__contains__)
            return main(list(argv))


@pytest.fixture
def machine(monkeypatch):
    return Machine(monkeypatch)


def test_any_python_since_3_8_can_read_it_and_it_needs_only_the_standard_library():
    tree = ast.parse(MAIN.read_text("utf-8"), feature_version=(3, 8))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported - {"ai_to_video"} <= sys.stdlib_module_names


def test_demo_on_a_bare_machine_runs_the_locked_environment(machine):
    assert machine.start("demo") == 0
    locked = ["/usr/bin/uv", "run", "--directory", str(ROOT), "--frozen", "--no-dev", "--extra", "local"]
    assert machine.ran == [[*locked, "python", "-m", "ai_to_video", "demo"]]


def test_test_runs_the_suite_and_passes_its_arguments_on(machine):
    machine.codes["pytest"] = 3
    assert machine.start("test", "tests/wire") == 3
    assert machine.ran[0][-4:] == ["--group", "test", "pytest", "tests/wire"]


def test_without_uv_it_is_fetched_with_pip_into_this_folder_only(machine, capsys):
    machine.uv_on_path = False
    machine.codes["pip"] = 1
    assert machine.start("demo") == 1
    (pip,) = machine.ran
    assert pip[pip.index("--target") + 1] == str(ROOT / ".uv")
    assert "could not be fetched" in capsys.readouterr().err


def test_uv_is_fetched_only_once(machine):
    machine.uv_on_path = False
    machine.files.add(own := str(ROOT / ".uv" / "bin" / ("uv.exe" if os.name == "nt" else "uv")))
    machine.start("demo")
    assert [command[0] for command in machine.ran] == [own]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these always have a store of certificates")
@pytest.mark.parametrize("store", ["/etc/ssl/certs/ca-certificates.crt", "/nowhere"])
def test_downloads_trust_whom_this_machine_trusts_where_that_is_known(machine, store):
    machine.files.add(store)
    machine.start("demo")
    assert ("UV_SYSTEM_CERTS" in machine.environments[0]) is (store != "/nowhere")


def test_a_machine_without_a_new_enough_python_is_told_so_plainly(machine, capsys):
    machine.codes |= {"find": 1, "run": 2}
    assert machine.start("demo") == 2
    assert "needs Python 3.11 or newer" in capsys.readouterr().err


def test_an_older_python_never_runs_the_program_itself(machine, monkeypatch):
    machine.packages = {"mcp", "numpy", "cv2"}
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    machine.start("demo")
    assert machine.ran[0][-4:] == ["python", "-m", "ai_to_video", "demo"]


@pytest.mark.parametrize("command", ["make", "doctor", "engine"])
def test_every_command_for_a_person_finds_its_packages(machine, command):
    machine.start(command, "x")
    assert machine.ran[0][-5:] == ["python", "-m", "ai_to_video", command, "x"]


@pytest.mark.parametrize("words", [[], ["serve", "--http"], ["--version"]])
def test_serving_never_installs_anything(machine, capsys, words):
    assert machine.start(*words) == 1
    assert machine.ran == []
    said = capsys.readouterr()
    assert said.out == ""
    assert "uv run --directory" in said.err


def test_where_everything_is_installed_it_is_the_command_line(machine, monkeypatch):
    machine.packages = {"mcp", "numpy", "cv2"}
    given = []
    monkeypatch.setattr("ai_to_video.cli.main", lambda argv: given.append(argv) or 7)
    assert machine.start("demo") == 7
    assert given == [["demo"]]
    assert machine.ran == []
