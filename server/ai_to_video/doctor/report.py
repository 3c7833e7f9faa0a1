"""The layers in the order in which they depend on each other, told as lines or as JSON."""

import json
import sys
from collections.abc import Iterator
from typing import TextIO

from ..settings import Settings
from .account import about_the_account
from .finding import Finding
from .machine import about_chat_programs, about_folders, about_the_engine, about_the_program
from .network import about_the_way
from .world import World


def examine(settings: Settings, *, as_json: bool = False, out: TextIO | None = None, world: World | None = None) -> int:
    """Prints a line a layer as it goes, or all as one JSON object. 0 when nothing is wrong, else 1."""
    out = out or sys.stdout
    found = []
    for finding in findings(settings, world or World()):
        found.append(finding)
        if not as_json:
            print(finding.line(), file=out, flush=True)
    sound = all(finding.state != "wrong" for finding in found)
    if as_json:
        print(json.dumps({"ok": sound, "layers": [one.fields() for one in found]}, indent=2), file=out)
    return 0 if sound else 1


def findings(settings: Settings, world: World) -> Iterator[Finding]:
    yield from about_the_program(settings, world)
    yield from about_folders(settings, world)
    yield from about_the_engine(settings)
    yield from about_chat_programs(world)
    if settings.local:
        yield Finding("Service", "not needed, videos are made on this machine.")
        return
    way = list(about_the_way(settings.api_url, world))
    yield from way
    if any(finding.state == "wrong" and finding.layer != "Clock" for finding in way):
        yield Finding("Token", "not tried.", "Mend the way to the service first.", note=True)
    else:
        yield from about_the_account(settings)
