"""Putting ai-to-video into a chat program's settings: right place, right words, nothing else touched, undone exactly."""

import json
import os
import sys
import tomllib
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mcp import Client, StdioServerParameters

from ai_to_video.cli import main
from ai_to_video.errors import BadArgument
from ai_to_video.install import CLIENTS, Launch, Machine, install, jsonc, toml, uninstall

LAUNCH = Launch("/opt/python/bin/python3", ("-m", "ai_to_video"))
HOME = {
    "darwin": Machine("darwin", PurePosixPath("/Users/ann")),
    "linux": Machine("linux", PurePosixPath("/home/ann")),
    "win32": Machine("win32", PureWindowsPath("C:/Users/Ann Lee")),
}
WHERE = {
    "claude-desktop": (
        "/Users/ann/Library/Application Support/Claude/claude_desktop_config.json",
        "/home/ann/.config/Claude/claude_desktop_config.json",
        r"C:\Users\Ann Lee\AppData\Roaming\Claude\claude_desktop_config.json",
    ),
    "claude-code": ("/Users/ann/.claude.json", "/home/ann/.claude.json", r"C:\Users\Ann Lee\.claude.json"),
    "cursor": ("/Users/ann/.cursor/mcp.json", "/home/ann/.cursor/mcp.json", r"C:\Users\Ann Lee\.cursor\mcp.json"),
    "vscode": (
        "/Users/ann/Library/Application Support/Code/User/mcp.json",
        "/home/ann/.config/Code/User/mcp.json",
        r"C:\Users\Ann Lee\AppData\Roaming\Code\User\mcp.json",
    ),
    "windsurf": (
        "/Users/ann/.codeium/windsurf/mcp_config.json",
        "/home/ann/.codeium/windsurf/mcp_config.json",
        r"C:\Users\Ann Lee\.codeium\windsurf\mcp_config.json",
    ),
    "zed": (
        "/Users/ann/.config/zed/settings.json",
        "/home/ann/.config/zed/settings.json",
        r"C:\Users\Ann Lee\AppData\Roaming\Zed\settings.json",
    ),
    "gemini": (
        "/Users/ann/.gemini/settings.json",
        "/home/ann/.gemini/settings.json",
        r"C:\Users\Ann Lee\.gemini\settings.json",
    ),
    "codex": ("/Users/ann/.codex/config.toml", "/home/ann/.codex/config.toml", r"C:\Users\Ann Lee\.codex\config.toml"),
    "openclaw": (
        "/Users/ann/.openclaw/openclaw.json",
        "/home/ann/.openclaw/openclaw.json",
        r"C:\Users\Ann Lee\.openclaw\openclaw.json",
    ),
}
SPOKEN = {"command": "/opt/python/bin/python3", "args": ["-m", "ai_to_video"]}
WHOLE = {
    "claude-desktop": {"mcpServers": {"ai-to-video": SPOKEN}},
    "claude-code": {"mcpServers": {"ai-to-video": {"type": "stdio", **SPOKEN, "timeout": 900000}}},
    "cursor": {"mcpServers": {"ai-to-video": {"type": "stdio", **SPOKEN}}},
    "vscode": {"servers": {"ai-to-video": {"type": "stdio", **SPOKEN}}},
    "windsurf": {"mcpServers": {"ai-to-video": SPOKEN}},
    "zed": {"context_servers": {"ai-to-video": {**SPOKEN, "source": "custom"}}},
    "gemini": {"mcpServers": {"ai-to-video": {**SPOKEN, "timeout": 900000}}},
    "codex": {"mcp_servers": {"ai-to-video": {**SPOKEN, "startup_timeout_sec": 120, "tool_timeout_sec": 900}}},
    "openclaw": {
        "mcp": {"servers": {"ai-to-video": {**SPOKEN, "requestTimeoutMs": 900000, "connectionTimeoutMs": 120000}}}
    },
}
LIVED_IN = """{
  // my servers
  "theme": "dark", /* evening */
  "KEY": {
    "other": {
      "command": "npx", // not "KEY": {"ai-to-video"
      "env": {"TOKEN": "keep-me", "url": "http://x//y"},
    }, // the last one
  },
  "fonts": [12, 1.5e3, null,]
}
"""
CODEX = """# how I like it
model = "o9"

[mcp_servers.other] # mine
command = "npx"
args = ["[mcp_servers.ai-to-video]"]

# what it may see
[mcp_servers.other.env]
TOKEN = "keep-me"

# looks
[tui]
theme = "dark"
"""
every_client = pytest.mark.parametrize("client", CLIENTS.values(), ids=CLIENTS)
every_json = pytest.mark.parametrize("client", [c for c in CLIENTS.values() if not c.toml], ids=lambda c: c.name)


def lived_in(client):
    if client.toml:
        return CODEX
    text = LIVED_IN.replace("KEY", client.keys[0], 1)
    return (
        text
        if len(client.keys) == 2
        else text.replace('"other": {', '"servers": {\n    "other": {').replace("}, //", "},\n  }, //")
    )


def meaning(client, text):
    return tomllib.loads(text) if client.toml else jsonc.read(text)


@every_client
@pytest.mark.parametrize("system", HOME)
def test_each_program_is_found_where_it_keeps_its_settings(client, system):
    assert str(client.where(HOME[system])) == WHERE[client.name][list(HOME).index(system)]


def test_variables_that_move_the_settings_are_followed():
    linux = {
        "XDG_CONFIG_HOME": "/cfg",
        "CODEX_HOME": "/codex",
        "CLAUDE_CONFIG_DIR": "/claude",
        "OPENCLAW_STATE_DIR": "/claw",
    }
    moved = Machine("linux", PurePosixPath("/home/ann"), linux)
    assert {
        name: str(CLIENTS[name].where(moved)) for name in ("vscode", "zed", "codex", "claude-code", "openclaw")
    } == {
        "vscode": "/cfg/Code/User/mcp.json",
        "zed": "/cfg/zed/settings.json",
        "codex": "/codex/config.toml",
        "claude-code": "/claude/.claude.json",
        "openclaw": "/claw/openclaw.json",
    }
    roaming = Machine("win32", PureWindowsPath("C:/Users/ann"), {"APPDATA": r"D:\Roaming"})
    assert str(CLIENTS["vscode"].where(roaming)) == r"D:\Roaming\Code\User\mcp.json"


def test_claude_from_the_windows_store_has_a_folder_of_its_own():
    store = Machine("win32", PureWindowsPath("C:/Users/ann"), exists=lambda path: "Packages" in path.parts)
    assert str(CLIENTS["claude-desktop"].where(store)) == (
        r"C:\Users\ann\AppData\Local\Packages\Claude_pzs8sxrjxfjjc\LocalCache\Roaming\Claude\claude_desktop_config.json"
    )


@every_client
def test_a_new_file_says_exactly_what_the_program_reads(client, tmp_path):
    path = tmp_path / "deep" / "settings"
    install(client, path, LAUNCH).carry_out()
    assert meaning(client, path.read_text("utf-8")) == WHOLE[client.name]
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0


@every_client
def test_what_is_there_stays_letter_by_letter(client, tmp_path):
    path = tmp_path / "settings"
    path.write_text(lived_in(client), "utf-8")
    install(client, path, LAUNCH).carry_out()
    after = path.read_text("utf-8")
    lines = iter(after.splitlines())
    for line in lived_in(client).splitlines():  # in the same order, each as it was but for one comma
        assert any(found in (line, line + ",") or found.replace(",", "", 1) == line for found in lines), line
    expected = meaning(client, lived_in(client))
    here = expected
    for key in client.keys[:-1]:
        here = here[key]
    whole = WHOLE[client.name]
    for key in client.keys:
        whole = whole[key]
    here["ai-to-video"] = whole
    assert meaning(client, after) == expected


@every_client
@pytest.mark.parametrize("before", [None, "", "lived in"])
def test_taking_it_out_leaves_the_file_as_it_was_to_the_byte(client, before, tmp_path):
    path = tmp_path / "settings"
    text = lived_in(client) if before else before
    if text is not None:
        path.write_bytes(text.replace("\n", "\r\n").encode())
    install(client, path, LAUNCH).carry_out()
    install(client, path, LAUNCH).carry_out()
    uninstall(client, path).carry_out()
    assert (path.read_bytes() if path.exists() else None) == (
        None if text is None else text.replace("\n", "\r\n").encode()
    )
    assert not list(tmp_path.glob(".*"))


@every_client
def test_a_second_time_changes_nothing(client, tmp_path):
    path = tmp_path / "settings"
    path.write_text(lived_in(client), "utf-8")
    install(client, path, LAUNCH).carry_out()
    again = install(client, path, LAUNCH)
    assert not again.needed
    assert again.backup.read_text("utf-8") == lived_in(client)


@every_client
def test_what_others_changed_since_stays_when_it_is_taken_out(client, tmp_path):
    path = tmp_path / "settings"
    path.write_text(lived_in(client), "utf-8")
    install(client, path, LAUNCH).carry_out()
    changed = path.read_text("utf-8").replace("dark", "light")
    path.write_text(changed, "utf-8")
    uninstall(client, path).carry_out()
    assert meaning(client, path.read_text("utf-8")) == meaning(client, lived_in(client).replace("dark", "light"))
    assert path.read_text("utf-8").count("//") == lived_in(client).count("//")


@every_client
def test_variables_a_person_set_survive_a_new_installation(client, tmp_path):
    path = tmp_path / "settings"
    install(client, path, Launch("/old/python", ("-m", "ai_to_video"))).carry_out()
    text = path.read_text("utf-8")
    if client.toml:
        text += '\n[mcp_servers.ai-to-video.env]\nNEMO_TOKEN = "mine"\n'
    else:
        text = text.replace('"command"', '"env": {"NEMO_TOKEN": "mine"},\n"command"')
    path.write_text(text, "utf-8")
    install(client, path, LAUNCH).carry_out()
    entry = meaning(client, path.read_text("utf-8"))
    for key in client.keys:
        entry = entry[key]
    assert (entry["command"], entry["env"]) == (LAUNCH.command, {"NEMO_TOKEN": "mine"})
    uninstall(client, path).carry_out()
    assert "mine" not in (path.read_text("utf-8") if path.exists() else "")


@every_json
@pytest.mark.parametrize("broken", ['{"a": }', '{"a": 1 "b": 2}', "[1, 2", '{"KEY": []}', "[]", '{"a": "x\n"}'])
def test_a_file_that_makes_no_sense_is_left_alone_and_named(client, broken, tmp_path):
    path = tmp_path / "settings"
    path.write_text(broken.replace("KEY", client.keys[0]), "utf-8")
    with pytest.raises(BadArgument) as told:
        install(client, path, LAUNCH)
    assert str(path) in str(told.value)
    assert "--print" in told.value.hint
    assert path.read_text("utf-8") == broken.replace("KEY", client.keys[0])


@pytest.mark.parametrize(
    "text",
    ["model = ", '[mcp_servers]\nai-to-video = { command = "x" }', 'mcp_servers = { other = { command = "x" } }'],
)
def test_a_toml_file_that_cannot_be_changed_line_by_line_is_left_alone(text, tmp_path):
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(BadArgument):
        install(CLIENTS["codex"], path, LAUNCH)
    assert path.read_text("utf-8") == text


def test_a_link_to_a_file_elsewhere_stays_a_link(tmp_path):
    kept = tmp_path / "dotfiles.json"
    kept.write_text('{"a": 1}', "utf-8")
    path = tmp_path / "settings.json"
    path.symlink_to(kept)
    install(CLIENTS["zed"], path, LAUNCH).carry_out()
    assert path.is_symlink()
    assert jsonc.read(kept.read_text("utf-8"))["a"] == 1


@pytest.mark.skipif(os.name != "posix", reason="rights of files are another matter on Windows")
def test_the_rights_of_a_file_with_secrets_stay(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text("{}", "utf-8")
    path.chmod(0o640)
    change = install(CLIENTS["cursor"], path, LAUNCH)
    change.carry_out()
    assert [one.stat().st_mode & 0o777 for one in (path, change.backup)] == [0o640, 0o640]


def test_an_interpreter_in_a_cache_is_not_written_down():
    swept = "/home/ann/.cache/uv/archive-v0/x1y2/bin/python"
    assert Launch.of(swept, "/usr/bin/uv") == Launch("/usr/bin/uv", ("tool", "run", "ai-to-video"))
    assert Launch.of("/opt/venv/bin/python", "/usr/bin/uv") == Launch("/opt/venv/bin/python", ("-m", "ai_to_video"))


@pytest.fixture
def home(monkeypatch, tmp_path, environ):
    for name in ("XDG_CONFIG_HOME", "APPDATA", "CODEX_HOME", "UV"):
        monkeypatch.delenv(name, raising=False)
    for name, value in (environ | {"NEMO_TOKEN": "nmv_usr_secret"}).items():
        monkeypatch.setenv(name, value)
    return tmp_path / "home"


def test_the_command_line_puts_in_says_so_and_takes_out(home, capsys):
    assert main(["install", "cursor"]) == 0
    told = capsys.readouterr().out
    path = home / ".cursor" / "mcp.json"
    entry = json.loads(path.read_text("utf-8"))["mcpServers"]["ai-to-video"]
    assert Path(entry["command"]) == Path(sys.executable)
    assert (str(path) in told, "NEMO_TOKEN" in told, "Restart" in told) == (True, True, True)
    assert main(["install", "cursor"]) == 0
    assert "already in" in capsys.readouterr().out
    assert main(["uninstall", "cursor"]) == 0
    assert not path.exists()
    assert main(["uninstall", "cursor"]) == 0
    assert "is not in" in capsys.readouterr().out


@every_client
def test_showing_writes_nothing_and_never_a_token(client, home, capsys):
    assert main(["install", client.name, "--print"]) == 0
    said = capsys.readouterr()
    assert "ai_to_video" in str(meaning(client, said.out))
    assert client.title in said.err
    assert "secret" not in said.out + said.err
    assert not home.exists()


def test_showing_works_where_the_file_is_broken(home, capsys):
    path = home / ".cursor" / "mcp.json"
    path.parent.mkdir(parents=True)
    path.write_text("{oops", "utf-8")
    assert main(["install", "cursor"]) == 1
    assert "from line 1" in capsys.readouterr().err
    assert main(["install", "cursor", "--print"]) == 0


async def test_what_is_written_starts_the_server(anyio_backend, home, monkeypatch):
    main(["install", "claude-desktop"])
    (path,) = home.rglob("claude_desktop_config.json")
    entry = json.loads(path.read_text("utf-8"))["mcpServers"]["ai-to-video"]
    alone = {"HOME": str(home), "PATH": ""}
    async with Client(
        StdioServerParameters(command=entry["command"], args=entry["args"], env=alone, cwd="/")
    ) as client:
        assert len((await client.list_tools()).tools) == 5


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


@given(
    st.dictionaries(st.text(max_size=5), plain, max_size=4),
    st.dictionaries(st.text(max_size=5), plain, max_size=3),
    st.sampled_from([None, 2, "\t"]),
)
def test_any_json_takes_an_entry_in_and_gives_it_back(others, servers, indent):
    before = json.dumps({**others, "servers": servers}, indent=indent)
    after = jsonc.written(before, ("servers", "ai-to-video"), {"command": "x"})
    assert json.loads(after) == {**others, "servers": {**servers, "ai-to-video": {"command": "x"}}}
    assert json.loads(jsonc.removed(after, ("servers", "ai-to-video"))) == {**others, "servers": servers}


def test_json5_as_openclaw_keeps_it_is_read():
    text = "{mcp: {servers: {'it''s': 1,},}, agents: {list: [{id: 'main', w: +.5}]}}".replace("'it''s'", "'it\\'s'")
    assert jsonc.read(text)["mcp"] == {"servers": {"it's": 1}}
    after = jsonc.written(text, ("mcp", "servers", "ai-to-video"), {"command": "x"})
    assert set(jsonc.read(after)["mcp"]["servers"]) == {"it's", "ai-to-video"}


def test_a_toml_table_below_ours_is_told_from_ours():
    text = '[mcp_servers."ai-to-video".env]\nA = "1"\n\n[z]\n'
    after = toml.written(text, ("mcp_servers", "ai-to-video"), {"command": "x", "env": {"A": "1"}})
    assert tomllib.loads(after) == {"mcp_servers": {"ai-to-video": {"command": "x", "env": {"A": "1"}}}, "z": {}}
    assert tomllib.loads(toml.removed(after, ("mcp_servers", "ai-to-video"))) == {"z": {}}
