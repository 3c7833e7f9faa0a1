"""The programs we can be put into: where each looks on this machine, under which key, and how long it waits. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

NAME = "ai-to-video"
PATIENCE_S = 900
"""How long a call may last where the program lets us say so: as long as the longest `wait_seconds`."""
START_S = 120
"""How long a start may last, for the first one on a slow machine."""


@dataclass(frozen=True, slots=True)
class Machine:
    """`system` as in sys.platform. `exists` tells a folder that only one of two editions of a program has."""

    system: str
    home: PurePath
    environ: Mapping[str, str] = field(default_factory=dict)
    exists: Callable[[PurePath], bool] = lambda _: False

    @property
    def windows(self) -> bool:
        return self.system == "win32"

    @property
    def mac(self) -> bool:
        return self.system == "darwin"

    def named(self, variable: str, otherwise: PurePath) -> PurePath:
        """The folder a variable names, else the usual one."""
        text = self.environ.get(variable, "").strip()
        return type(self.home)(text) if text else otherwise

    @property
    def roaming(self) -> PurePath:
        return self.named("APPDATA", self.home / "AppData" / "Roaming")

    @property
    def support(self) -> PurePath:
        """Where desktop programs keep their settings."""
        if self.windows:
            return self.roaming
        if self.mac:
            return self.home / "Library" / "Application Support"
        return self.named("XDG_CONFIG_HOME", self.home / ".config")


@dataclass(frozen=True, slots=True)
class Launch:
    """What starts the server: an absolute path and its arguments."""

    command: str
    args: tuple[str, ...]

    @classmethod
    def of(cls, interpreter: str, uv: str = "") -> "Launch":
        """The interpreter that runs now; where it lies in a cache that may be swept, `uv` fetches another one."""
        if uv and {"archive-v0", "builds-v0"} & set(interpreter.replace("\\", "/").split("/")):
            return cls(uv, ("tool", "run", NAME))
        return cls(interpreter, ("-m", "ai_to_video"))


@dataclass(frozen=True, slots=True)
class Client:
    """`keys` lead to the entry. `more` is what the entry says besides command and arguments. `after`: what a person
    does next. `variables`: where NEMO_TOKEN is set in this program, since it is never written here."""

    name: str
    title: str
    where: Callable[[Machine], PurePath]
    keys: tuple[str, ...] = ("mcpServers", NAME)
    more: Mapping[str, str | int] = field(default_factory=dict)
    after: str = "Restart it."
    variables: str = 'in "env" of this entry'

    @property
    def toml(self) -> bool:
        return self.name == "codex"

    def entry(self, launch: Launch) -> dict[str, object]:
        typed = {key: value for key, value in self.more.items() if key == "type"}
        rest = {key: value for key, value in self.more.items() if key != "type"}
        return {**typed, "command": launch.command, "args": list(launch.args), **rest}


def claude_desktop(machine: Machine) -> PurePath:
    """The edition from the Windows store sees a folder of its own in the place of the roaming one."""
    if machine.windows:
        local = machine.named("LOCALAPPDATA", machine.home / "AppData" / "Local")
        store = local / "Packages" / "Claude_pzs8sxrjxfjjc" / "LocalCache" / "Roaming" / "Claude"
        if machine.exists(store):
            return store / "claude_desktop_config.json"
    return machine.support / "Claude" / "claude_desktop_config.json"


def zed(machine: Machine) -> PurePath:
    folder = (
        machine.home / ".config" / "zed" if machine.mac else machine.support / ("Zed" if machine.windows else "zed")
    )
    return folder / "settings.json"


def openclaw(machine: Machine) -> PurePath:
    folder = machine.named("OPENCLAW_STATE_DIR", machine.home / ".openclaw")
    return machine.named("OPENCLAW_CONFIG_PATH", folder / "openclaw.json")


LISTED = (
    Client(
        "claude-desktop",
        "Claude Desktop",
        claude_desktop,
        after="Quit it from its menu or tray icon and start it again.",
    ),
    Client(
        "claude-code",
        "Claude Code",
        lambda machine: machine.named("CLAUDE_CONFIG_DIR", machine.home) / ".claude.json",
        more={"type": "stdio", "timeout": PATIENCE_S * 1000},
        after="Start a new session, and look with /mcp.",
    ),
    Client("cursor", "Cursor", lambda machine: machine.home / ".cursor" / "mcp.json", more={"type": "stdio"}),
    Client(
        "vscode",
        "VS Code",
        lambda machine: machine.support / "Code" / "User" / "mcp.json",
        keys=("servers", NAME),
        more={"type": "stdio"},
        after='Run "MCP: List Servers" there and start it.',
        variables='in "env" of this entry, best as "${input:...}"',
    ),
    Client("windsurf", "Windsurf", lambda machine: machine.home / ".codeium" / "windsurf" / "mcp_config.json"),
    Client(
        "zed", "Zed", zed, keys=("context_servers", NAME), more={"source": "custom"}, after="Nothing: it looks itself."
    ),
    Client(
        "gemini",
        "Gemini CLI",
        lambda machine: machine.home / ".gemini" / "settings.json",
        more={"timeout": PATIENCE_S * 1000},
        after="Start a new session in a folder that it trusts.",
    ),
    Client(
        "codex",
        "Codex",
        lambda machine: machine.named("CODEX_HOME", machine.home / ".codex") / "config.toml",
        keys=("mcp_servers", NAME),
        more={"startup_timeout_sec": START_S, "tool_timeout_sec": PATIENCE_S},
        after="Start a new session.",
        variables=f"under [mcp_servers.{NAME}.env]",
    ),
    Client(
        "openclaw",
        "OpenClaw",
        openclaw,
        keys=("mcp", "servers", NAME),
        more={"requestTimeoutMs": PATIENCE_S * 1000, "connectionTimeoutMs": START_S * 1000},
        after="Run: openclaw mcp reload",
    ),
)
CLIENTS = {client.name: client for client in LISTED}
