"""The page beside the answers, in a real Chromium, inside a host stand-in, under the strictest policy a host has."""

import io
import json
import threading
from contextlib import asynccontextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import anyio
import pytest
from mcp import Client
from PIL import Image
from tests.browser.chromium import Chromium, installed
from tests.surface.conftest import FakeStudio

from ai_to_video.studio.answers import Export, FileInfo, JobView, Overview, ProjectView
from ai_to_video.surface import VideoServer
from ai_to_video.surface.apps import page_text
from ai_to_video.timeline import Clip, Timeline, Track

POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'"
HOST = (Path(__file__).parent.parent / "browser" / "host.html").read_text("utf-8")
TIMELINE = Timeline(
    tracks=(
        Track("video", clips=(Clip(name="city timelapse", start_ms=0, end_ms=10_000),)),
        Track("audio", clips=(Clip(name="Lo-fi", start_ms=0, end_ms=10_000, volume=35),)),
        Track("text", clips=(Clip(start_ms=0, end_ms=3_000, text="Urban <b>Dreams</b>"),)),
    )
)
FILE = FileInfo("/home/ann/Videos/City.mp4", "", 900, "0" * 64, 10.0, 1080, 1920, "h264", "aac")
LINK = "https://nemovideo.com/x?bind=1"
VIEW = "viewer.html"

needs_browser = pytest.mark.skipif(not installed(), reason="no Chromium is installed here")


def poster():
    picture = io.BytesIO()
    Image.new("RGB", (90, 160), (220, 30, 40)).save(picture, "JPEG")
    return picture.getvalue()


def told(tool, answer):
    """What the real server says for an answer of the studio, as it travels."""

    async def ask():
        studio = FakeStudio()
        studio.answers = {"state": answer, "export": answer}
        arguments = {"job_id": "j"} if tool == "get_state" else {"project_id": "p"}
        async with Client(server_of(studio)) as client:
            result = await client.call_tool(tool, arguments)
        assert not result.is_error
        return result.model_dump(by_alias=True, mode="json", exclude_none=True)

    return anyio.run(ask)


def server_of(studio):
    @asynccontextmanager
    async def lifespan(_):
        yield studio

    return VideoServer(lifespan, version="0")


@pytest.fixture(scope="module")
def address():
    class Pages(BaseHTTPRequestHandler):
        def do_GET(self):
            page, policy = {"/host": (HOST, ""), "/viewer.html": (page_text(), POLICY)}.get(self.path, ("", ""))
            self.send_response(200 if page else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            if policy:
                self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def chromium(tmp_path_factory):
    browser = Chromium(installed(), tmp_path_factory.mktemp("chromium"))
    yield browser
    browser.close()


@pytest.fixture
def browser(chromium, address):
    """At a fresh host page."""
    chromium.events.clear()
    chromium.do("Page.navigate", url=f"{address}/host")
    chromium.wait_for("Page.loadEventFired")
    return chromium


class Shown:
    """The app in its host, after the handshake."""

    def __init__(self, browser, prepare=""):
        self.browser = browser
        browser.run(f"{prepare}; host.show()")

    def notify(self, method, params):
        self.browser.run(f"host.notify({json.dumps(method)}, {json.dumps(params)})")

    def answer(self, tool, *results):
        self.browser.run(f"host.answers[{json.dumps(tool)}] = {json.dumps(results)}; 0")

    def see(self, script):
        return self.browser.run(script, frame=VIEW)

    def until(self, condition):
        self.browser.until(condition, frame=VIEW)

    def calls(self):
        return self.browser.run("host.calls")


def by_id(name):
    return f"document.getElementById('{name}')"


def ready(**more):
    return Overview(
        "ready", timeline="", view=TIMELINE, projects=(ProjectView("p", "City lights"),), picture=poster(), **more
    )


def a_project(browser, prepare=""):
    """Shown with the answer of a finished generation, and looked up by the page itself."""
    shown = Shown(browser, prepare)
    shown.answer("get_state", told("get_state", ready()))
    first = {
        "status": "done",
        "project_id": "p",
        "job_id": "j",
        "message": "The video is ready.",
        "open_in_browser": LINK,
    }
    shown.notify("ui/notifications/tool-result", {"content": [], "structuredContent": first})
    shown.until("document.querySelectorAll('#tracks li').length === 3")
    return shown


@needs_browser
def test_tracks_are_listed_with_their_times_and_words_are_never_markup(browser):
    shown = a_project(browser)
    rows = shown.see("[...document.querySelectorAll('#tracks li')].map(row => row.textContent)")
    assert [row.split()[0] for row in rows] == ["Videocity", "SoundLo-fi", "TextUrban"]
    assert "from 0 to 10 seconds, 35 %" in rows[1]
    assert "Urban <b>Dreams</b> from 0 to 3 seconds" in rows[2]
    assert shown.see("document.querySelectorAll('#tracks b').length") == 0
    width = shown.see(
        "document.querySelectorAll('.clip')[2].offsetWidth / document.querySelectorAll('.lane')[2].offsetWidth"
    )
    assert 0.25 < width < 0.35
    assert shown.see(f"{by_id('title')}.textContent") == "City lights"


@needs_browser
def test_the_poster_is_drawn_although_the_policy_forbids_pictures(browser):
    shown = a_project(browser)
    shown.until(f"!{by_id('poster')}.hidden")
    canvas = f"[...{by_id('poster')}.getContext('2d').getImageData(45, 80, 1, 1).data]"
    red, green, blue, solid = shown.see(canvas)
    assert (red > 200, green < 60, blue < 70, solid) == (True, True, True, 255)


@needs_browser
def test_nothing_is_fetched_and_the_policy_is_never_hurt(browser, address):
    shown = a_project(browser)
    shown.until(f"!{by_id('poster')}.hidden")
    asked = {e["params"]["request"]["url"] for e in browser.events if e.get("method") == "Network.requestWillBeSent"}
    assert asked - {f"{address}/favicon.ico"} == {f"{address}/host", f"{address}/viewer.html"}
    wrong = [e["params"]["entry"]["text"] for e in browser.events if e.get("method") == "Log.entryAdded"]
    assert [text for text in wrong if "Security" in text or "violat" in text] == []
    assert not [e for e in browser.events if e.get("method") == "Runtime.exceptionThrown"]


@needs_browser
def test_the_policy_of_the_test_does_forbid_what_it_should(browser):
    shown = a_project(browser)
    assert shown.see("fetch('/host').then(() => 'let through', () => 'stopped')") == "stopped"
    assert shown.see(
        "new Promise(r => { const i = new Image(); i.onload = () => r('let through'); i.onerror = () => r('stopped');"
        "i.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='; })"
    ) == "stopped"  # fmt: skip


@needs_browser
def test_a_running_job_is_watched_until_it_is_done(browser):
    def looked(status, progress, note, file=None):
        job = JobView("j", "p", "generate", status, progress, note=note, file=file)
        return told("get_state", ready(jobs=(job,)))

    shown = Shown(browser, "host.held = []")
    shown.answer("get_state", looked("running", 40, "Scene 3 of 5"), looked("done", 100, "Done.", FILE))
    begun = {"status": "running", "project_id": "p", "job_id": "j", "message": "On its way."}
    shown.notify("ui/notifications/tool-result", {"content": [], "structuredContent": begun})
    browser.until("host.held.length === 1")
    assert shown.see(f"{by_id('progress')}.hasAttribute('value')") is False
    assert shown.see(f"{by_id('export')}.disabled") is True
    browser.run("host.held.shift()(), 0")
    browser.until("host.held.length === 1")
    assert shown.see(f"{by_id('progress')}.value") == 40
    assert shown.see(f"{by_id('status')}.textContent") == "Scene 3 of 5"
    browser.run("const rest = host.held; host.held = null; rest.forEach(reply => reply()), 0")
    shown.until(f"{by_id('progress')}.hidden && !{by_id('export')}.disabled")
    assert "City.mp4 (10 s, 1080x1920)" in shown.see(f"{by_id('file')}.textContent")
    assert shown.calls()[0] == {"name": "get_state", "arguments": {"job_id": "j", "wait_seconds": 8}}


@needs_browser
def test_export_calls_the_tool_and_shows_where_the_file_lies(browser):
    shown = a_project(browser)
    shown.answer("export_video", told("export_video", Export("done", "p", "e", "r", FILE, "", poster(), 100)))
    shown.until(f"!{by_id('export')}.disabled")
    shown.see(f"{by_id('export')}.click()")
    shown.until(f"!{by_id('file')}.hidden")
    assert {"name": "export_video", "arguments": {"project_id": "p", "wait_seconds": 5}} in shown.calls()
    assert shown.see(f"{by_id('file')}.textContent") == "Saved: /home/ann/Videos/City.mp4 (10 s, 1080x1920)"


@needs_browser
def test_a_refused_call_is_told_and_can_be_tried_again(browser):
    shown = a_project(browser)
    shown.until(f"!{by_id('export')}.disabled")
    shown.see(f"{by_id('export')}.click()")
    shown.until(f"{by_id('status')}.textContent === 'Not now.'")
    assert shown.see(f"{by_id('export')}.disabled") is False


@needs_browser
def test_the_keyboard_reaches_every_button_in_the_order_they_are_seen(browser):
    shown = a_project(browser)
    shown.until(f"!{by_id('export')}.disabled")
    shown.browser.run("app.focus(), 0")
    order = []
    for _ in range(3):
        browser.press("Tab", 9)
        order.append(shown.see("document.activeElement.id"))
    assert order == ["export", "refresh", "open"]
    assert shown.see("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    browser.press("Enter", 13, "\r")
    browser.until("host.links.length === 1")
    assert browser.run("host.links") == [LINK]


@needs_browser
def test_a_screen_reader_hears_what_changes_and_names_what_it_meets(browser):
    shown = a_project(browser)
    tree = browser.do("Accessibility.getFullAXTree", frameId=frame_id(browser))["nodes"]
    named = {(node["role"]["value"], node.get("name", {}).get("value", "")) for node in tree}
    assert {("button", "Export MP4"), ("button", "Refresh"), ("list", "Timeline")} <= named
    assert ("heading", "City lights") in named
    assert shown.see(f"{by_id('status')}.getAttribute('aria-live')") == "polite"


def frame_id(browser):
    (child,) = browser.do("Page.getFrameTree")["frameTree"]["childFrames"]
    return child["frame"]["id"]


@needs_browser
@pytest.mark.parametrize(("theme", "light"), [("light", True), ("dark", False)])
def test_the_page_wears_what_the_host_wears(browser, theme, light):
    shown = a_project(browser, f"host.theme = '{theme}'")
    ground = shown.see("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    ink = shown.see("getComputedStyle(document.body).color.match(/\\d+/g).map(Number)")
    assert (sum(ground) > sum(ink)) is light
    assert abs(sum(ground) - sum(ink)) > 450


@needs_browser
def test_a_host_that_runs_no_tools_gets_a_page_that_only_shows(browser):
    shown = Shown(browser, "host.able = {}")
    shown.notify("ui/notifications/tool-result", told("get_state", ready()))
    shown.until("document.querySelectorAll('#tracks li').length === 3")
    assert shown.see(f"[{by_id('export')}.disabled, {by_id('refresh')}.disabled, {by_id('open')}.hidden]") == [True] * 3
    assert shown.calls() == []


@needs_browser
def test_the_host_learns_how_tall_the_page_is_and_can_take_it_down(browser):
    shown = a_project(browser)
    browser.until("host.sizes.length > 1")
    assert browser.run("host.sizes.at(-1).height") > 150
    browser.run("host.send({ id: 77, method: 'ui/resource-teardown', params: {} })")
    browser.until("host.heard.some(m => m.id === 77 && m.result)")
    assert shown.see("document.body.scrollWidth <= innerWidth") is True


def test_the_page_is_small_and_holds_no_address():
    page = page_text()
    assert len(page.encode()) < 20_000
    assert "http" not in page.replace("https://nemovideo.com", "")
    assert not any(word in page for word in ("localStorage", "fetch(", "XMLHttpRequest", "innerHTML", "eval("))
