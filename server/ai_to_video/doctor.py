"""`ai-to-video doctor`: layer by layer, one line each, and one mend where something is wrong. Nothing secret in it."""

import shutil
import ssl
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from socket import gaierror
from typing import TextIO
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import anyio
from mcp import Client

from .app import build_server, local_parts_missing
from .settings import Settings
from .skill import Skill

OLDEST = (3, 11)
ENOUGH_BYTES = 500_000_000
PATIENCE = 10
"""Seconds to wait for the service."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One layer: `mend` is empty when it is sound."""

    layer: str
    told: str
    mend: str = ""

    def line(self) -> str:
        mark = "WRONG" if self.mend else "ok"
        return f"{mark:6}{self.layer}: {self.told}" + (f" {self.mend}" if self.mend else "")


def examine(settings: Settings, out: TextIO = sys.stdout) -> int:
    """Prints a line a layer as it goes. 0 when all are sound, else 1."""
    sound = True
    for finding in findings(settings):
        print(finding.line(), file=out, flush=True)
        sound = sound and not finding.mend
    return 0 if sound else 1


def findings(settings: Settings) -> Iterator[Finding]:
    yield python()
    skill = Skill.read()
    platform = settings.skill_source or skill.platform()
    yield Finding("Program", f"{skill.name} {skill.version}, installed by: {platform}.")
    yield from problems(settings)
    yield folder("Jobs and cache", settings.home, "AI_TO_VIDEO_HOME")
    yield folder("Finished videos", settings.output_dir, "AI_TO_VIDEO_OUTPUT_DIR")
    yield engine(settings)
    if settings.local:
        yield Finding("Service", "not needed, videos are made on this machine.")
    else:
        yield (service := reachable(settings.api_url))
        yield account(settings) if not service.mend else Finding("Account", "not asked, the service is out of reach.")


def python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST:
        return Finding("Python", f"{version} is too old.", "Install Python 3.11 or newer.")
    return Finding("Python", f"{version} at {sys.executable}.")


def problems(settings: Settings) -> Iterator[Finding]:
    for problem in settings.problems:
        yield Finding("Setting", problem.sentence, f"Correct or remove {problem.variable}.")
    if not settings.problems:
        yield Finding("Settings", f"all can be used; the backend is {settings.backend}.")


def folder(layer: str, path: Path, variable: str) -> Finding:
    try:
        path.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path):
            free = shutil.disk_usage(path).free
    except OSError:
        return Finding(layer, f"{path} cannot be written.", f"Make it writable or set {variable} to another folder.")
    if free < ENOUGH_BYTES:
        return Finding(layer, f"{path} has only {free // 1_000_000} MB left.", f"Free some space or set {variable}.")
    return Finding(layer, f"{path} can be written, {free // 1_000_000_000} GB free.")


def engine(settings: Settings) -> Finding:
    missing = local_parts_missing()
    if missing and settings.local:
        return Finding("Local engine", "not installed.", missing)
    return Finding("Local engine", "not installed; only --local and demo need it." if missing else "installed.")


def reachable(address: str) -> Finding:
    """Any answer counts, whatever its status; what stands in the way is told by layer."""
    layer, hint = "Service", "Check the network connection."
    try:
        urlopen(Request(address, method="HEAD"), timeout=PATIENCE).close()  # noqa: S310 - settings allow http(s) only
    except HTTPError:
        pass
    except (URLError, HTTPException, OSError) as error:
        reason = getattr(error, "reason", error)
        if isinstance(reason, gaierror):
            return Finding(layer, f"{address} has no known address (DNS).", hint)
        if isinstance(reason, ssl.SSLError):
            return Finding(layer, f"{address} could not prove who it is (TLS).", "Check the clock and any proxy.")
        return Finding(layer, f"{address} does not answer.", f"{hint} A proxy may need HTTPS_PROXY.")
    return Finding(layer, f"{address} answers.")


def account(settings: Settings) -> Finding:
    """The user's own token is tried out; an anonymous one is not fetched just for looking."""
    if not settings.token:
        return Finding("Account", "no NEMO_TOKEN; a free anonymous token is fetched when it is first needed.")
    return anyio.run(ask_credits, settings)


async def ask_credits(settings: Settings) -> Finding:
    async with Client(build_server(settings)) as client:
        result = await client.call_tool("get_credits", {})
    fields = result.structured_content or {}
    if result.is_error:
        hint = fields["hint"]
        return Finding("Account", fields["message"].removesuffix(hint).strip(), hint)
    return Finding("Account", f"NEMO_TOKEN is accepted, {fields['available']} credits are available.")
