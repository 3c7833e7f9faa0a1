"""The command line: argv becomes one command. Without arguments it serves MCP on stdio, and nothing else is imported.

Exit codes: 0 done, 1 it failed (the reason is on stderr), 2 wrong usage, 130 stopped by Ctrl-C.
"""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from .errors import AiToVideoError
from .settings import Settings

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

FAILED, USAGE, STOPPED = 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return command(words) if words else serve_at_once()
    except AiToVideoError as error:
        print(f"{error} {error.hint}", file=sys.stderr)
        return FAILED
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else USAGE
    except KeyboardInterrupt:
        print("Stopped. Work that was started goes on at the service; nothing is lost.", file=sys.stderr)
        return STOPPED


def serve_at_once() -> int:
    gc.disable()  # nothing made while importing is garbage; looking for some costs a tenth of the start
    from .app import serve_stdio

    gc.freeze()
    gc.enable()
    serve_stdio(Settings.read(os.environ))
    return 0


def command(words: Sequence[str]) -> int:
    given = parser().parse_args(words)
    settings = Settings.read(os.environ)
    from .app import configure_logging

    configure_logging(settings.log_level)
    run = {"make": make, "demo": demo, "serve": serve, "engine": engine, "doctor": doctor, "key": key}
    run |= {"install": install, "uninstall": uninstall}
    return run[given.command](settings, given)


def parser() -> "ArgumentParser":
    import argparse

    from . import __version__

    top = argparse.ArgumentParser(
        "ai-to-video",
        description="Turns text into a finished video. Without a command it serves MCP on stdio, for chat programs.",
    )
    top.add_argument("--version", action="version", version=f"ai-to-video {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    new = commands.add_parser("make", help="make a video here and now", description="Make a video from the terminal.")
    new.add_argument("text", metavar="TEXT or FILE", help="the words, or a .txt, .md, .docx or .pdf file")
    new.add_argument("--media", metavar="FILE", action="append", default=[], help="a picture, video or sound to use")
    new.add_argument("--aspect", choices=("9:16", "16:9", "1:1"), default="", help="shape of the picture")
    new.add_argument("--seconds", metavar="N", type=whole(1, 600), default=0, help="how long the video should be")
    new.add_argument("-o", "--output", metavar="OUT.mp4", default="", help="where to save it; never overwrites")
    new.add_argument("--local", action="store_true", help="make it on this machine, without account and network")

    commands.add_parser("demo", help="make a video from a text that comes along, on this machine")

    http = commands.add_parser("serve", help="serve MCP, on stdio or with --http over HTTP")
    http.add_argument("--http", action="store_true", help="streamable HTTP at /mcp, health at /health")
    http.add_argument("--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1)")
    http.add_argument(
        "--port", metavar="N", type=whole(0, 65535), default=8765, help="port to listen on (default 8765)"
    )

    local = commands.add_parser("engine", help="serve the local engine as a NemoVideo API on 127.0.0.1")
    local.add_argument(
        "--port", metavar="N", type=whole(0, 65535), default=8787, help="port to listen on (default 8787)"
    )

    door = commands.add_parser("key", help="make, list and take back keys for callers over HTTP")
    verbs = door.add_subparsers(dest="verb", required=True, metavar="add | list | remove")
    add = verbs.add_parser("add", help="make a key and show it, this once; only a digest of it is kept")
    add.add_argument("name", metavar="NAME", help="whom it is for: small letters, digits, - and _")
    add.add_argument(
        "--daily-credits",
        metavar="N",
        type=whole(0, 10**9),
        default=0,
        help="most credits to spend a day with it (default: AI_TO_VIDEO_DAILY_CREDITS)",
    )
    verbs.add_parser("list", help="the names of all keys, with their daily limits")
    remove = verbs.add_parser("remove", help="let nobody in with this key any more, at once")
    remove.add_argument("name", metavar="NAME", help="as it was added")

    from .install import CLIENTS

    into = commands.add_parser("install", help="put this server into the settings of a chat program")
    into.add_argument("client", metavar="CLIENT", choices=CLIENTS, help=", ".join(CLIENTS))
    into.add_argument("--print", action="store_true", help="show what would be written, and where; change nothing")
    out = commands.add_parser("uninstall", help="take this server out of the settings of a chat program again")
    out.add_argument("client", metavar="CLIENT", choices=CLIENTS, help=", ".join(CLIENTS))

    checks = commands.add_parser("doctor", help="check layer by layer what works and how to mend what does not")
    checks.add_argument("--json", action="store_true", help="the same for programs")
    return top


def whole(least: int, most: int) -> Callable[[str], int]:
    from argparse import ArgumentTypeError

    def parse(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise ArgumentTypeError(f"must be a whole number from {least} to {most}")
        return int(text)

    return parse


def make(settings: Settings, given: "Namespace") -> int:
    from pathlib import Path

    from .terminal import DOCUMENTS, Order, produce

    path = Path(given.text).expanduser()
    is_document = len(given.text) < 1000 and path.suffix.lower() in DOCUMENTS and "\n" not in given.text
    order = Order(
        text="" if is_document else given.text,
        document=path if is_document else None,
        media=tuple(given.media),
        aspect=given.aspect,
        seconds=given.seconds,
        out=Path(given.output).expanduser() if given.output else None,
    )
    print(produce(settings.on_this_machine() if given.local else settings, order))
    return 0


def demo(settings: Settings, given: "Namespace") -> int:
    from importlib.resources import files

    from .terminal import Order, produce

    text = files(__package__).joinpath("demo.txt").read_text("utf-8")
    print(produce(settings.on_this_machine(), Order(text=text)))
    return 0


def serve(settings: Settings, given: "Namespace") -> int:
    if given.http:
        from .serving import serve_http

        serve_http(settings, given.host, given.port)
    else:
        from .app import serve_stdio

        serve_stdio(settings)
    return 0


def engine(settings: Settings, given: "Namespace") -> int:
    from .serving import serve_engine

    serve_engine(settings, given.port)
    return 0


def doctor(settings: Settings, given: "Namespace") -> int:
    from .doctor import examine

    return examine(settings, as_json=given.json)


def install(settings: Settings, given: "Namespace") -> int:
    from shutil import which

    from .install import CLIENTS, Launch, snippet
    from .install import install as put

    client, path = CLIENTS[given.client], settings_file(given.client)
    launch = Launch.of(sys.executable, os.environ.get("UV") or which("uv") or "")
    if given.print:
        print(f"{client.title} reads {path}, and this belongs there:", file=sys.stderr)
        print(snippet(client, launch), end="")
        return 0
    change = put(client, path, launch)
    change.carry_out()
    done = "is in" if change.needed else "was already in"
    print(f"ai-to-video {done} the settings of {client.title}: {change.path}\n{client.after}")
    if change.needed and change.backup.exists():
        print(f"The file as it was before: {change.backup}")
    print(f"No token was written. If you have one, set NEMO_TOKEN {client.variables}.")
    return 0


def uninstall(settings: Settings, given: "Namespace") -> int:
    from .install import CLIENTS
    from .install import uninstall as take

    change = take(CLIENTS[given.client], settings_file(given.client))
    change.carry_out()
    done = "was taken out of" if change.needed else "is not in"
    print(f"ai-to-video {done} the settings of {change.client.title}: {change.path}")
    return 0


def settings_file(client: str) -> "Path":
    from pathlib import Path

    from .install import CLIENTS, Machine

    def exists(path: object) -> bool:
        return Path(str(path)).exists()

    return Path(CLIENTS[client].where(Machine(sys.platform, Path.home(), os.environ, exists)))


def key(settings: Settings, given: "Namespace") -> int:
    from datetime import UTC, datetime

    from .access import change_keys, keys_text
    from .surface.keys import Keys, new_secret

    if given.verb == "add":
        secret, today = new_secret(), datetime.now(UTC).date().isoformat()
        change_keys(settings, lambda keys: keys.add(given.name, secret, daily_credits=given.daily_credits, added=today))
        print(secret)
        print(
            f'This is the key "{given.name}", and it is shown only now. Callers send it as: Authorization: Bearer KEY\n'
            "A server that was started before there was any key asks for keys after its next start.",
            file=sys.stderr,
        )
    elif given.verb == "remove":
        change_keys(settings, lambda keys: keys.remove(given.name))
        print(f'The key "{given.name}" lets nobody in any more.', file=sys.stderr)
    else:
        for one in Keys.read(keys_text(settings)).keys:
            limit = f"{one.daily_credits:g} credits a day" if one.daily_credits else "no limit of its own"
            print(f"{one.name}  added {one.added}  {limit}")
    return 0
