"""Event folding against the bare minimum: httpx-sse's decoders and json.loads on the same bytes, in the same run.

Run by hand: `uv run --frozen python tests/bench/folding.py`. Target: at least 0.7 of the bare throughput.
"""

import codecs
import gc
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from httpx_sse._decoders import SSEDecoder, SSELineDecoder

from ai_to_video.wire.events import SSEReader, encode_event
from ai_to_video.wire.reply import ReplyFold

ROUNDS = 15
RECORDINGS = Path(__file__).parents[1] / "recordings"


def recorded() -> list[bytes]:
    """Every recorded stream, one event a chunk, as the server sends them."""
    streams = [path.read_bytes() for path in sorted(RECORDINGS.rglob("adk-2*/*.sse"))]
    return [frame + b"\n\n" for stream in streams for frame in stream.split(b"\n\n") if frame] * 20


def chatty() -> list[bytes]:
    """A long reply in 2,000 small pieces, then the whole."""
    words = [f"word{i} " for i in range(2000)]
    pieces = [
        encode_event(text=word, partial=True, invocation_id="e-1", event_id=f"{i}") for i, word in enumerate(words)
    ]
    return [*pieces, encode_event(text="".join(words), partial=False, invocation_id="e-1", event_id="end")]


def heavy() -> list[bytes]:
    """Four state changes of a quarter of a megabyte, read in 16 kB pieces."""
    draft = {"t": [{"tt": 7, "sg": [{"st": i, "d": 900, "m": {"text": "caption " * 5}} for i in range(3000)]}]}
    data = b"".join(encode_event(text="Done.", state_delta={"draft": draft}, event_id=f"{i}") for i in range(4))
    return [data[at : at + 16384] for at in range(0, len(data), 16384)]


def bare(chunks: list[bytes]) -> int:
    text, lines, frames = codecs.getincrementaldecoder("utf-8")(), SSELineDecoder(), SSEDecoder()
    count = 0
    for chunk in chunks:
        for line in lines.decode(text.decode(chunk)):
            event = frames.decode(line)
            if event is not None and event.data.startswith("{"):
                json.loads(event.data)
                count += 1
    return count


def folded(chunks: list[bytes]) -> int:
    reader, fold = SSEReader(), ReplyFold()
    count = 0
    for chunk in chunks:
        for event in reader.feed(chunk):
            fold.add(event)
            count += 1
    for event in reader.close():
        fold.add(event)
    fold.reply()
    return count


def seconds(work: Callable[[list[bytes]], int], chunks: list[bytes]) -> float:
    began = time.perf_counter()
    work(chunks)
    return time.perf_counter() - began


def main() -> None:
    gc.disable()
    for name, chunks in (("recorded", recorded()), ("chatty", chatty()), ("heavy", heavy())):
        events = bare(chunks)
        folded(chunks)
        pairs = [(seconds(bare, chunks), seconds(folded, chunks)) for _ in range(ROUNDS)]
        least, ours = (min(column) for column in zip(*pairs, strict=True))
        ratio = statistics.median(b / f for b, f in pairs)
        print(
            f"{name:9} {events:6} events {sum(map(len, chunks)) / 1e6:6.2f} MB"
            f"   bare {least * 1e6 / events:8.2f} µs/event   folded {ours * 1e6 / events:8.2f} µs/event   ratio {ratio:.2f}"
        )


if __name__ == "__main__":
    main()
