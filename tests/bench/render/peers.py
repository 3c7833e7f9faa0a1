"""The same scene by our engine, by an optimised ffmpeg filtergraph and by moviepy: same size, length and x264 options.

    python tests/bench/render/peers.py [repeats]

Needs uv, which makes the others their own environment (named at the head of montage.py) the first time. All get the same
pictures and the same sound as files. Each render is a process of its own, measured from its start to its end; they take
turns, and medians count; moviepy, which takes longest and is farthest from its target, has one turn. Memory is that of
the largest process.
"""

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from meter import busy, highest, verdict
from scene import Scene, taken_apart, timeline

from ai_to_video.engine.output.encode import H264
from ai_to_video.engine.output.job import Job
from ai_to_video.engine.output.produce import produce
from ai_to_video.engine.output.render import MEMORY

WORKER = [sys.executable, "-m", "ai_to_video.engine.output.worker"]
MONTAGE = Path(__file__).with_name("montage.py")


def strangers() -> tuple[str, str]:
    """A Python that has moviepy, and the ffmpeg that came with it."""
    subprocess.run(["uv", "sync", "-q", "--script", str(MONTAGE)], check=True)
    python = _said(["uv", "python", "find", "--script", str(MONTAGE)])
    return python, _said([python, str(MONTAGE)])


def _said(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def graph(scene: Scene, ffmpeg: str, folder: Path, target: Path) -> list[str]:
    """Every picture is decoded once, fades work only while something fades, the card is drawn without alpha."""
    (cx, cy, z), (cx2, cy2, z2) = scene.start, scene.stop
    frames = round(scene.seconds * scene.fps)
    k = f"on/{frames}"
    x, y, wide, high = scene.box
    inputs = [scene.near, scene.far, scene.photo, *(line.file for line in scene.lines)]
    parts = [f"[{i}:v]format=yuv420p,loop=-1:1,setpts=N/{scene.fps}/TB,fps={scene.fps}[g{i}]" for i in (0, 1)]
    parts.append(f"[g0][g1]xfade=fade:duration={scene.seconds}:offset=0[ground]")
    parts.append(
        f"[2:v]crop=w='min(iw,ih*{wide}/{high})':h='min(ih,iw*{high}/{wide})',format=yuv420p,"
        f"zoompan=z='{z}+({z2 - z})*{k}':x='(iw-iw/zoom)*({cx}+({cx2 - cx})*{k})':y='(ih-ih/zoom)*({cy}+({cy2 - cy})*{k})'"
        f":d={frames}:s={wide}x{high}:fps={scene.fps}[card]"
    )
    parts.append(f"[ground][card]overlay={x}:{y}:format=yuv420[v0]")
    for number, line in enumerate(scene.lines):
        until = line.start + line.seconds + 0.1
        parts.append(
            f"[{number + 3}:v]format=yuva420p,loop=-1:1,setpts=N/{scene.fps}/TB,fps={scene.fps},trim=end={until},"
            f"fade=in:st={line.start}:d={line.seconds}:alpha=1[l{number}]"
        )
        parts.append(f"[v{number}][l{number}]overlay={line.x}:{line.y}:format=yuv420[v{number + 1}]")
    command = [ffmpeg, "-y", "-nostdin", "-v", "error"]
    for name in inputs:
        command += ["-framerate", str(scene.fps), "-i", str(folder / name)]
    command += ["-i", str(folder / scene.sound), "-filter_complex", ";".join(parts)]
    command += [
        "-map",
        f"[v{len(scene.lines)}]",
        "-map",
        f"{len(inputs)}:a",
        "-t",
        str(scene.seconds),
        "-c:v",
        "libx264",
    ]
    command += [part for name, value in H264.items() for part in (f"-{name}", value)]
    return [*command, "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "192k", "-movflags", "+faststart", str(target)]


def measured(name: str, command: list[str], told: str, target: Path) -> tuple[float, float, float]:
    """CPU seconds, wall seconds and MiB of a process and those it waited for; `told` is what it reads."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)} if command is WORKER else dict(os.environ)
    wall, everything = time.perf_counter(), busy()
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env={**env, **MEMORY}, text=True
    ) as process:
        process.stdin.write(told + "\n")  # type: ignore[union-attr]
        process.stdin.flush()  # type: ignore[union-attr]
        peak, done = 0.0, 0
        while not done:
            peak = max(peak, highest(os.getpid()))
            time.sleep(0.1)
            done, status, used = os.wait4(process.pid, os.WNOHANG)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{name} failed")
    wall, cpu = time.perf_counter() - wall, used.ru_utime + used.ru_stime
    foreign = max(0.0, busy() - everything - cpu) / wall
    print(f"{name:8}  cpu {cpu:6.2f} s  wall {wall:6.2f} s  foreign {foreign:4.2f} cores  peak {peak:4.0f} MiB"
          f"  {target.stat().st_size / 1e6:5.2f} MB", flush=True)  # fmt: skip
    return cpu, wall, peak


def alike(ffmpeg: str, one: Path, two: Path) -> str:
    """Structural similarity of two films, 1 when they are the same."""
    command = [ffmpeg, "-i", str(one), "-i", str(two), "-lavfi", "[0:v][1:v]ssim", "-f", "null", "-"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    return re.findall(r"SSIM.*All:([\d.]+)", told)[-1]


def main(repeats: int = 3) -> None:
    python, ffmpeg = strangers()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        scene = taken_apart(folder)
        sources = {name: folder / name for name in ("photo.jpg", scene.sound)}
        produce(Job(timeline(), sources, sources[scene.sound], "wav", "1080p"), lambda share: None)
        films = {who: folder / f"{who}.mp4" for who in ("ours", "ffmpeg", "moviepy")}
        job = Job(timeline(sound=scene.sound), sources, films["ours"], "mp4", "1080p")
        commands = {
            "ours": WORKER,
            "ffmpeg": graph(scene, ffmpeg, folder, films["ffmpeg"]),
            "moviepy": [python, str(MONTAGE), str(folder), str(films["moviepy"]), json.dumps(H264)],
        }
        found = defaultdict(list)
        for turn in range(repeats):
            for who, command in commands.items():
                if who == "moviepy" and turn:
                    continue
                told = json.dumps(job.written()) if who == "ours" else ""
                found[who].append(measured(who, command, told, films[who]))
        middle = {who: [statistics.median(column) for column in zip(*rows, strict=True)] for who, rows in found.items()}
        for who in ("ffmpeg", "moviepy"):
            ratios = [theirs / mine for theirs, mine in zip(middle[who], middle["ours"], strict=True)]
            print(f"{who}: {ratios[0]:.2f} x our CPU, {ratios[1]:.2f} x our wall time, {ratios[2]:.2f} x our memory;"
                  f" similarity to ours {alike(ffmpeg, films['ours'], films[who])}")  # fmt: skip
            verdict(f"{who} / ours, CPU seconds", ratios[0], least={"ffmpeg": 1.5, "moviepy": 6.0}[who])


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
