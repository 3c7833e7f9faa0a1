"""The render process: reads one job as JSON from standard input, writes the file, tells its progress line by line.

Runs as `python -m ai_to_video.engine.output.worker`. Lines on standard output are JSON: {"progress": 0..1}, then either
{"done": true} or {"error": {...}}. When standard input closes, the parent is gone, and so is this process.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

from ...errors import AiToVideoError, RenderFailed
from .job import Job


def main() -> int:
    lines = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)  # nothing that prints may break the protocol
    job = Job.read(json.loads(sys.stdin.buffer.readline()))
    Thread(target=_leave_with_parent, args=(job.part,), daemon=True).start()

    def say(message: dict[str, Any]) -> None:
        lines.write(json.dumps(message) + "\n")

    say({"progress": 0.0})
    try:
        from .produce import produce

        produce(job, throttled(lambda share: say({"progress": round(share, 4)})))
        say({"done": True})
        code = 0
    except AiToVideoError as error:
        say({"error": {"code": error.code, "message": str(error), "hint": error.hint}})
        code = 1
    except MemoryError:
        say(
            {
                "error": {
                    "code": RenderFailed.code,
                    "message": "There was not enough memory to render.",
                    "hint": "Choose a lower resolution.",
                }
            }
        )
        code = 1
    except Exception as error:  # noqa: BLE001 - whatever it was, the parent must hear of it
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        say({"error": {"code": RenderFailed.code, "message": RenderFailed.sentence, "hint": RenderFailed.way_out}})
        code = 1
    if code:
        job.part.unlink(missing_ok=True)
    lines.flush()
    os._exit(code)  # threads of libraries are not waited for


def throttled(tell: Callable[[float], None], gap: float = 0.1) -> Callable[[float], None]:
    """At most one report every `gap` seconds, never backwards."""
    last = [0.0, -1.0]

    def report(share: float) -> None:
        now = time.monotonic()
        if share > last[1] and (now - last[0] >= gap or share >= 1):
            last[:] = [now, share]
            tell(share)

    return report


def _leave_with_parent(part: Path) -> None:
    sys.stdin.buffer.read()
    part.unlink(missing_ok=True)
    os._exit(3)


if __name__ == "__main__":
    sys.exit(main())
