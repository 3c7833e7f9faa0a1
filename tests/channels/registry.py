"""A stand-in for the ClawHub registry on loopback, so that its client can be tried without traffic to anybody.

python3 tests/channels/registry.py FOLDER VERSION     prints its address, serves until it is stopped
"""

import io
import json
import sys
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

FOLDER, VERSION = Path(sys.argv[1]), sys.argv[2]
OWNER = {"handle": "acme", "displayName": "acme", "image": None}


def archive() -> bytes:
    """The folder as the registry hands it out: no dotfiles, nothing that was made by running."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        for path in sorted(FOLDER.rglob("*")):
            inside = path.relative_to(FOLDER)
            if path.is_file() and not any(part[0] == "." or part == "__pycache__" for part in inside.parts):
                packed.write(path, inside.as_posix())
    return held.getvalue()


class Registry(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == "/api/v1/download":
            self._send(200, archive(), "application/zip")
        elif path.startswith("/api/v1/skills/"):
            skill = {"slug": "ai-to-video", "displayName": "AI to Video", "summary": "", "tags": {}, "stats": {}}
            latest = {"version": VERSION, "createdAt": 1, "changelog": ""}
            self._tell(200, {"skill": {**skill, "createdAt": 1, "updatedAt": 1}, "latestVersion": latest, "owner": OWNER, "moderation": None})  # fmt: skip
        else:
            self._tell(404, {"error": "Skill not found"})

    def log_message(self, *_: object) -> None:
        pass

    def _tell(self, status: int, value: object) -> None:
        self._send(status, json.dumps(value).encode(), "application/json")

    def _send(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


with ThreadingHTTPServer(("127.0.0.1", 0), Registry) as server:
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()
