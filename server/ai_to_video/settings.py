"""Every setting, read once from a mapping into one frozen value.

A bad value is kept as a Problem and stops only the tools that need it: the server always starts, and the answer names
the variable to mend. Empty, or starting with a literal `${` (desktop hosts hand over unexpanded templates), is absent.
"""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from os import pathsep
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .errors import BadArgument

TOOLS = ("generate_video", "upload_media", "get_credits", "get_state", "export_video")
MAKING = ("generate_video", "export_video")
SERVING = ("serve",)
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


@dataclass(frozen=True, slots=True)
class Problem:
    """A variable with a value that cannot be used; `sentence` never repeats a secret."""

    variable: str
    sentence: str
    tools: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variable:
    """`parse` turns the text into a value or raises ValueError with the end of a sentence ("must be ...")."""

    name: str
    field: str
    parse: Callable[[str], Any]
    tools: tuple[str, ...] = TOOLS


def one_of(*choices: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        for choice in choices:
            if text.lower() == choice.lower():
                return choice
        raise ValueError(f"must be {', '.join(choices[:-1])} or {choices[-1]}")

    return parse


def web_address(text: str) -> str:
    try:
        parts = urlsplit(text)
        fit = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        fit = False
    if not fit or parts.username or parts.query or parts.fragment:
        raise ValueError("must be a web address such as https://example.com, without user name or query")
    return text.rstrip("/")


def issuer(text: str) -> str:
    """Kept to the letter: tokens name their issuer exactly so."""
    parts = urlsplit(web_address(text))
    if parts.scheme != "https" and parts.hostname not in ("127.0.0.1", "localhost", "::1"):
        raise ValueError("must begin with https://")
    return text


def scopes(text: str) -> tuple[str, ...]:
    if not text.isascii() or not text.isprintable() or '"' in text or "\\" in text:
        raise ValueError("must be words of plain letters, digits and signs, with spaces between them")
    return tuple(text.replace(",", " ").split())


def header_text(text: str) -> str:
    if not text.isascii() or not text.isprintable() or " " in text:
        raise ValueError("must be one word of plain letters, digits and signs")
    return text


def folder(text: str) -> Path:
    try:
        path = Path(text).expanduser()
    except RuntimeError:
        path = Path(text)
    if not path.is_absolute():
        raise ValueError("must be an absolute path")
    return path


def folders(text: str) -> tuple[Path, ...]:
    return tuple(folder(part.strip()) for part in text.split(pathsep) if part.strip())


def number(least: float) -> Callable[[str], float]:
    def parse(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if not least <= value < float("inf"):
            raise ValueError(f"must be a number from {least:g}")
        return value

    return parse


def database(text: str) -> str:
    if urlsplit(text).scheme not in ("postgresql", "postgres", "sqlite"):
        raise ValueError("must start with postgresql:// or sqlite://")
    return text


def language(text: str) -> str:
    if len(text) > 35 or not text.replace("-", "").replace("_", "").isalnum():
        raise ValueError("must be a language code such as en or zh-CN")
    return text.replace("_", "-")


VARIABLES = (
    Variable("AI_TO_VIDEO_BACKEND", "backend", one_of("cloud", "local")),
    Variable("NEMO_API_URL", "api_url", web_address),
    Variable("NEMO_WEB_URL", "web_url", web_address),
    Variable("NEMO_TOKEN", "token", header_text),
    Variable("NEMO_CLIENT_ID", "client_id", header_text),
    Variable("SKILL_SOURCE", "skill_source", header_text),
    Variable("AI_TO_VIDEO_HOME", "home", folder),
    Variable("AI_TO_VIDEO_OUTPUT_DIR", "output_dir", folder, MAKING),
    Variable("AI_TO_VIDEO_INPUT_DIRS", "input_dirs", folders, ("upload_media",)),
    Variable("AI_TO_VIDEO_MAX_UPLOAD_MB", "max_upload_mb", number(0.001), ("upload_media",)),
    Variable("AI_TO_VIDEO_DAILY_CREDITS", "daily_credits", number(0), ("generate_video",)),
    Variable("AI_TO_VIDEO_DATABASE_URL", "database_url", database),
    Variable("AI_TO_VIDEO_LANGUAGE", "language", language, ("generate_video",)),
    Variable("AI_TO_VIDEO_LOG_LEVEL", "log_level", one_of(*LEVELS), ()),
    Variable("AI_TO_VIDEO_RECORD", "record", folder),
    Variable("AI_TO_VIDEO_PUBLIC_URL", "public_url", web_address, SERVING),
    Variable("AI_TO_VIDEO_OAUTH_ISSUER", "oauth_issuer", issuer, SERVING),
    Variable("AI_TO_VIDEO_OAUTH_AUDIENCE", "oauth_audience", web_address, SERVING),
    Variable("AI_TO_VIDEO_OAUTH_SCOPES", "oauth_scopes", scopes, SERVING),
)
CLOUD = ("AI_TO_VIDEO_BACKEND", "NEMO_API_URL", "NEMO_WEB_URL", "NEMO_TOKEN", "NEMO_CLIENT_ID", "SKILL_SOURCE")
SECRET = ("NEMO_TOKEN", "NEMO_CLIENT_ID", "AI_TO_VIDEO_DATABASE_URL")


def state_folder() -> Path:
    from platformdirs import user_state_path

    return user_state_path("ai-to-video", appauthor=False)


def videos_folder() -> Path:
    from platformdirs import user_videos_path

    return user_videos_path() / "ai-to-video"


@dataclass(frozen=True, slots=True)
class Settings:
    """`max_upload_mb` is in units of 1024 * 1024 bytes; `daily_credits` 0 means no limit; `record` None means off."""

    backend: str = "cloud"
    api_url: str = "https://mega-api-prod.nemovideo.ai"
    web_url: str = "https://nemovideo.com"
    token: str = field(default="", repr=False)
    client_id: str = field(default="", repr=False)
    skill_source: str = ""
    home: Path = field(default_factory=state_folder)
    output_dir: Path = field(default_factory=videos_folder)
    input_dirs: tuple[Path, ...] = field(default_factory=lambda: (Path.home(), Path(tempfile.gettempdir())))
    max_upload_mb: float = 50
    daily_credits: float = 0
    database_url: str = field(default="", repr=False)
    language: str = ""
    log_level: str = "WARNING"
    record: Path | None = None
    public_url: str = ""
    oauth_issuer: str = ""
    oauth_audience: str = ""
    oauth_scopes: tuple[str, ...] = ()
    input_dirs_given: bool = False
    problems: tuple[Problem, ...] = ()

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> "Settings":
        """Never raises; what cannot be read keeps its default and is told in `problems`."""
        values: dict[str, Any] = {}
        problems = []
        for variable in VARIABLES:
            text = environ.get(variable.name, "").strip()
            if not text or text.startswith("${"):
                continue
            try:
                values[variable.field] = variable.parse(text)
            except ValueError as bad:
                shown = "" if variable.name in SECRET or "@" in text else f', not "{text[:60]}"'
                problems.append(Problem(variable.name, f"The setting {variable.name} {bad}{shown}.", variable.tools))
        values["input_dirs_given"] = "input_dirs" in values
        settings = cls(**values, problems=tuple(problems))
        return settings.on_this_machine() if settings.local else settings

    def on_this_machine(self) -> "Settings":
        """The same with the local engine; what only the cloud needs neither travels nor stands in the way."""
        problems = tuple(problem for problem in self.problems if problem.variable not in CLOUD)
        return replace(self, backend="local", token="", client_id="", problems=problems)

    @property
    def local(self) -> bool:
        return self.backend == "local"

    @property
    def max_upload_bytes(self) -> int:
        return int(self.max_upload_mb * 1024 * 1024)

    def require(self, tool: str) -> None:
        """Raises BadArgument naming the variable to mend, where `tool` (or "serve") needs a setting that is no good."""
        for problem in self.problems:
            if tool in problem.tools:
                raise BadArgument(
                    problem.sentence,
                    hint=f"Correct or remove {problem.variable} in this server's settings and start the server again.",
                )
