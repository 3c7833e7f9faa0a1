"""A real Chromium without a window, driven over its DevTools pipe. No package is needed, and no port is opened."""

import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",)
OPTIONS = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-sandbox",
    "--no-first-run",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-features=IsolateSandboxedIframes,Translate,OptimizationHints,MediaRouter",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--window-size=760,560",
)
HANDS_OVER = "import os, sys; a, b = map(int, sys.argv[1:3]); os.dup2(a, 10); os.dup2(b, 11); os.dup2(10, 3); os.dup2(11, 4); os.execv(sys.argv[3], sys.argv[3:])"
"""A child finds its commands on descriptor 3 and answers on 4."""
PATIENCE = 30
"""Seconds until a browser that hangs is ended, so that waiting for it fails."""


def installed() -> str:
    """The program, or "" where there is none or pipes cannot be handed over."""
    if os.name != "posix":
        return ""
    found = next(filter(None, map(shutil.which, NAMES)), "")
    return found or next(filter(os.path.exists, PLACES), "")


class Chromium:
    """One page. `events` holds what the browser told meanwhile."""

    def __init__(self, program: str, folder: Path) -> None:
        to_browser, self._out = os.pipe()
        self._in, from_browser = os.pipe()
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-c", HANDS_OVER, str(to_browser), str(from_browser)),
                *(program, *OPTIONS, f"--user-data-dir={folder}", "about:blank"),
            ],
            pass_fds=(to_browser, from_browser),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": str(folder)},
        )
        os.close(to_browser)
        os.close(from_browser)
        self._watchdog = threading.Timer(PATIENCE, self._process.kill)
        self._watchdog.daemon = True
        self._watchdog.start()
        self._number = 0
        self._read = b""
        self._session = ""
        self.events: list[dict[str, Any]] = []
        page = next(t for t in self.do("Target.getTargets")["targetInfos"] if t["type"] == "page")
        self._session = self.do("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.do(f"{domain}.enable")

    def close(self) -> None:
        self._watchdog.cancel()
        self._process.kill()
        self._process.wait()
        os.close(self._out)
        os.close(self._in)

    def do(self, method: str, **params: Any) -> dict[str, Any]:
        """One command. Raises RuntimeError where the browser refuses it or has gone."""
        self._number += 1
        command = {"id": self._number, "method": method, "params": params}
        if self._session:
            command["sessionId"] = self._session
        os.write(self._out, json.dumps(command).encode() + b"\0")
        while True:
            told = self._next()
            if told.get("id") == self._number:
                if "error" in told:
                    raise RuntimeError(told["error"]["message"])
                return dict(told["result"])
            self.events.append(told)

    def wait_for(self, method: str) -> None:
        """Until an event has come since the last look."""
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self._next())

    def run(self, script: str, *, frame: str = "") -> Any:
        """What an expression (or its promise) comes to, in the page or in the frame whose address ends so."""
        where = {"contextId": self._context(frame)} if frame else {}
        told = self.do("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, **where)
        if "exceptionDetails" in told:
            raise RuntimeError(told["exceptionDetails"].get("exception", {}).get("description", script))
        return told["result"].get("value")

    def until(self, condition: str, *, frame: str = "") -> None:
        """Until an expression becomes true."""
        look = (
            f"new Promise(done => {{ const look = () => ({condition}) ? done(true) : setTimeout(look, 10); look(); }})"
        )
        self.run(look, frame=frame)

    def press(self, key: str, code: int, text: str = "") -> None:
        for kind in ("keyDown", "keyUp"):
            more = {"text": text} if text and kind == "keyDown" else {}
            self.do("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **more)

    def _context(self, frame: str) -> int:
        tree = self.do("Page.getFrameTree")["frameTree"]
        inside = [
            child["frame"]["id"] for child in tree.get("childFrames", ()) if child["frame"]["url"].endswith(frame)
        ]
        contexts = {
            event["params"]["context"]["auxData"]["frameId"]: event["params"]["context"]["id"]
            for event in self.events
            if event.get("method") == "Runtime.executionContextCreated"
        }
        return int(contexts[inside[0]])

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._read:
            more = os.read(self._in, 1 << 16)
            if not more:
                raise RuntimeError("the browser has gone")
            self._read += more
        one, _, self._read = self._read.partition(b"\0")
        return dict(json.loads(one))
