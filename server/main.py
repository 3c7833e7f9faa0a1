"""Start ai-to-video: entry point of the desktop bundle, and `python3 server/main.py demo|test` on a bare machine.

Only the standard library is used here, and any Python from 3.8 on can run it. Where the packages are missing, a
command for a person fetches uv with pip into .uv/ (nothing outside this folder) and runs the locked environment with a
Python that is new enough. Serving never installs anything.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OLDEST = (3, 11)
LOCKED = ["run", "--directory", ROOT, "--frozen", "--no-dev", "--extra", "local"]
STORES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem")


def installed(*packages: str) -> bool:
    """True when this Python is new enough and has them all."""
    return sys.version_info >= OLDEST and all(find_spec(package) for package in packages)


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def surroundings() -> dict[str, str]:
    """The environment for pip and uv, trusting whom this machine trusts: a company's own certificate, for one."""
    trusted = os.name == "nt" or sys.platform == "darwin" or any(map(os.path.exists, STORES))
    own = {"UV_SYSTEM_CERTS": "true", "UV_NATIVE_TLS": "true"} if trusted else {}
    return {"PIP_ROOT_USER_ACTION": "ignore", **own, **os.environ}


def uv() -> str | None:
    """The uv on PATH, else one fetched once into .uv/; None where neither is to be had."""
    own = os.path.join(ROOT, ".uv", "bin", "uv.exe" if os.name == "nt" else "uv")
    found = shutil.which("uv") or (own if os.path.exists(own) else None)
    if found:
        return found
    say("Fetching uv (once) ...")
    pip = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-input"]
    wanted = ["--target", os.path.join(ROOT, ".uv"), "uv>=0.9,<1"]
    failed = subprocess.call([*pip, *wanted], stdout=sys.stderr, env=surroundings())
    if failed or not os.path.exists(own):
        say("ai-to-video: uv could not be fetched with pip. Check the network, or install uv and try again.")
        return None
    return own


def locked(*command: str) -> int:
    """Run a command in the locked environment; its exit code."""
    tool = uv()
    if tool is None:
        return 1
    code = subprocess.call([tool, *LOCKED, *command], env=surroundings())
    quiet = subprocess.DEVNULL
    if code and subprocess.call([tool, "python", "find", ">=3.11"], stdout=quiet, stderr=quiet):
        say("ai-to-video: it needs Python 3.11 or newer, and none could be downloaded. Install one and try again.")
    return code


def main(argv: list[str]) -> int:
    command = argv[0] if argv else "serve"
    if command == "test":
        return locked("--group", "test", "pytest", *argv[1:])
    needed = ("mcp", "numpy", "cv2") if command == "demo" else ("mcp",)
    if not installed(*needed) and command in ("demo", "make", "doctor", "engine", "install", "uninstall"):
        if not os.path.isdir(os.path.join(ROOT, ".venv")):
            say("Preparing the packages (first run only) ...")
        return locked("python", "-m", "ai_to_video", *argv)
    if not installed(*needed):
        start = f'uv run --directory "{ROOT}" --frozen --no-dev server/main.py'
        say(f"ai-to-video: its packages are not installed for this Python. Start it with: {start}")
        return 1
    from ai_to_video.cli import main as command_line

    return command_line(argv)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
