"""Start ai-to-video: entry point of the desktop bundle, and `python3 server/main.py demo|test` on a bare machine.

Only the standard library is used here. Where the dependencies are missing, `demo` and `test` fetch uv with pip into
.uv/ (nothing outside this folder) and run the locked environment. Serving never installs anything.
"""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LOCKED = ["run", "--directory", ROOT, "--frozen", "--no-dev", "--extra", "local"]


def uv() -> str:
    """The uv on PATH, else one fetched once into .uv/."""
    local = os.path.join(ROOT, ".uv", "bin", "uv.exe" if os.name == "nt" else "uv")
    found = shutil.which("uv") or (local if os.path.exists(local) else None)
    if found:
        return found
    print("Fetching uv (once) ...", file=sys.stderr)
    target = os.path.join(ROOT, ".uv")
    pip = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*pip, "--target", target, "uv>=0.9,<1"], check=True, stdout=sys.stderr)
    return local


def main(argv: list[str]) -> int:
    if argv[:1] == ["test"]:
        return subprocess.call([uv(), *LOCKED, "--group", "test", "pytest", *argv[1:]])
    if argv[:1] == ["demo"] and any(find_spec(name) is None for name in ("mcp", "numpy", "cv2")):
        print("Preparing the video engine (first run only) ...", file=sys.stderr)
        return subprocess.call([uv(), *LOCKED, "python", os.path.join(ROOT, "server", "main.py"), *argv])
    if find_spec("mcp") is None:
        start = f"uv run --directory {ROOT} --frozen --no-dev server/main.py"
        print(f"ai-to-video: its packages are not installed here. Start it with: {start}", file=sys.stderr)
        return 1
    from ai_to_video.cli import main as cli

    return cli(argv)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
