"""This machine: Python, settings, folders, the engine, fonts, and what chat programs will start."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ..app import local_parts_missing
from ..errors import AiToVideoError
from ..install import CLIENTS, entry
from ..settings import Settings
from ..skill import Skill
from .finding import Finding
from .world import World

OLDEST = (3, 11)
ENOUGH_BYTES = 500_000_000


def about_the_program(settings: Settings, world: World) -> Iterator[Finding]:
    version = ".".join(map(str, world.version))
    if world.version < OLDEST:
        yield Finding("Python", f"{version} is too old.", "Install Python 3.11 or newer.")
    else:
        yield Finding("Python", f"{version} at {sys.executable}.")
    skill = Skill.read()
    yield Finding(
        "Program", f"{skill.name} {skill.version}, installed by: {settings.skill_source or skill.platform()}."
    )
    for problem in settings.problems:
        yield Finding("Setting", problem.sentence, f"Correct or remove {problem.variable}.")
    if not settings.problems:
        yield Finding("Settings", f"all can be used; the backend is {settings.backend}.")


def about_folders(settings: Settings, world: World) -> Iterator[Finding]:
    yield writable("Jobs and cache", settings.home, "AI_TO_VIDEO_HOME", world)
    yield writable("Finished videos", settings.output_dir, "AI_TO_VIDEO_OUTPUT_DIR", world)
    for folder in settings.input_dirs:
        if not folder.is_dir() or not os.access(folder, os.R_OK | os.X_OK):
            yield Finding(
                "Own files", f"{folder} cannot be read.", "Make it readable or take it out of AI_TO_VIDEO_INPUT_DIRS."
            )
            return
    yield Finding("Own files", f"may be read below {', '.join(map(str, settings.input_dirs))}.")


def writable(layer: str, path: Path, variable: str, world: World) -> Finding:
    try:
        path.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path):
            free = world.free_bytes(path)
    except OSError:
        return Finding(layer, f"{path} cannot be written.", f"Make it writable or set {variable} to another folder.")
    if free < ENOUGH_BYTES:
        return Finding(layer, f"{path} has only {free // 1_000_000} MB left.", f"Free some space or set {variable}.")
    return Finding(layer, f"{path} can be written, {free // 1_000_000_000} GB free.")


def about_the_engine(settings: Settings) -> Iterator[Finding]:
    missing = local_parts_missing()
    if missing:
        yield Finding("Local engine", "not installed; only --local and demo need it.", missing, note=not settings.local)
        return
    yield Finding("Local engine", "installed.")
    from ..engine.look.fonts import HOMES, files

    absent = sorted(set(HOMES) - {"script"} - set(files()))
    if absent:
        yield Finding("Fonts", f"missing: {', '.join(absent)}.", "Install the packages of the local engine again.")
    else:
        yield Finding("Fonts", f"{len(files())} families, from packages.")


def about_chat_programs(world: World) -> Iterator[Finding]:
    """Desktop programs start with a PATH of their own, so what they are told to start has to be absolute."""
    found = next(filter(None, map(world.which, ("ai-to-video", "uvx"))), None)
    if found:
        yield Finding("PATH", f"{Path(found).name} is {found}.")
    else:
        yield Finding(
            "PATH",
            "neither ai-to-video nor uvx is on it.",
            "Chat programs need the absolute path; ai-to-video install CLIENT writes it.",
            note=True,
        )
    told = []
    for client in CLIENTS.values():
        try:
            command = entry(client, Path(client.where(world.machine))).get("command")
        except AiToVideoError as error:
            yield Finding(client.title, str(error), error.hint)
            continue
        if not isinstance(command, str):
            continue
        if Path(command).is_absolute() and not Path(command).exists():
            yield Finding(
                client.title, f"is to start {command}, which is gone.", f"Run: ai-to-video install {client.name}"
            )
        elif not Path(command).is_absolute():
            yield Finding(
                client.title,
                f"is to start {command} and may not find it.",
                f"Give it the absolute path, or run: ai-to-video install {client.name}",
                note=True,
            )
        else:
            told.append(client.title)
    yield Finding("Chat programs", f"set up: {', '.join(told) or 'none that is known here'}.")
