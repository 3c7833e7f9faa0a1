"""One life of a server: opens the studio of a home, takes wishes, drives jobs, and may die at a chosen step.

    python worker.py '{"home":, "videos":, "url":, "wishes": [...], "die_at": 0, "hurry": 0.01, "linger": false}'

A wish is {"do": "generate" | "export", ...}. Steps are counted before and after every write of the journal, every call
of the service, every event of a stream and every finished file; at step `die_at` the process kills itself. Lines on
stdout: `ready <seconds since start>`, `accepted <json>`, `swept` after every look for dead owners, `drained <steps>`.
"""

import json
import os
import signal
import sys
import time

BORN = time.monotonic()

import logging
from pathlib import Path

import anyio

ORDER = json.loads(sys.argv[1])
STEPS = 0


def step() -> None:
    global STEPS
    STEPS += 1
    if 0 < ORDER["die_at"] <= STEPS:
        os.kill(os.getpid(), signal.SIGKILL)


def say(*words: object) -> None:
    print(*words, flush=True)


def between_steps(kind: type, *names: str) -> None:
    """Count a step before and after each of these coroutine methods."""
    for name in names:
        inner = getattr(kind, name)

        async def outer(*args, _inner=inner, **kwargs):
            step()
            try:
                return await _inner(*args, **kwargs)
            finally:
                step()

        setattr(kind, name, outer)


def hurried(seconds: float) -> float:
    return seconds if seconds < 0.02 else max(seconds * ORDER["hurry"], 0.02)


async def ask(studio, wish):
    """A wish, asked again while the list of jobs is held by the others: that is an answer too, and a safe one."""
    from ai_to_video.errors import Busy

    while True:
        try:
            if wish["do"] == "generate":
                return await studio.generate(wish["prompt"], export=wish["export"], wait_seconds=0)
            return await studio.export(project_id=wish["project_id"], wait_seconds=0)
        except Busy:
            continue


async def main() -> None:
    sleep = anyio.sleep
    anyio.sleep = lambda seconds: sleep(hurried(seconds))

    import httpx

    from ai_to_video.client import Client, Identity
    from ai_to_video.studio import Ledger, Studio
    from ai_to_video.studio.files import Inputs, Outputs
    from ai_to_video.studio.journal import SqliteJournal
    from ai_to_video.studio.runner import LocalRunner

    home = Path(ORDER["home"])
    between_steps(SqliteJournal, "submit", "plan_turn", "take_permit", "note", "say", "finish", "adopt")
    between_steps(Client, "state", "open_session", "submit_render", "render_status", "download", "claim_link")
    between_steps(Outputs, "reserve", "finish", "poster")
    run = Client.run

    async def stepping(self, session_id, message):
        step()
        async for event in run(self, session_id, message):
            step()
            yield event
        step()

    Client.run = stepping
    look = LocalRunner._adopt_orphans

    async def looking(self):
        await look(self)
        say("swept")

    LocalRunner._adopt_orphans = looking
    identity = Identity(home, token="test", client_id_file=home / "client_id", attribution={})
    async with (
        Client(httpx.AsyncClient(), identity, base_url=ORDER["url"], web_url=ORDER["url"]) as client,
        Studio(client, Ledger(home), inputs=Inputs([home]), outputs=Outputs(Path(ORDER["videos"]))) as studio,
    ):
        await studio.state()
        say("ready", time.monotonic() - BORN)
        for wish in ORDER["wishes"]:
            answer = await ask(studio, wish)
            say("accepted", json.dumps({**wish, "job_id": answer.job_id, "project_id": answer.project_id}))
        while (await studio.state()).jobs or ORDER["linger"]:
            await sleep(0.02)
    say("drained", STEPS)


logging.basicConfig(level=logging.ERROR)
anyio.run(main)
