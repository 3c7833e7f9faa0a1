"""The house rules, executable: who may import whom, what a pure room may hold, how big a file may be."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "server" / "ai_to_video"
FILES = sorted(HOUSE.rglob("*.py"))

MAY_IMPORT = {
    "__init__": set(),
    "__main__": {"cli"},
    "errors": set(),
    "skill": set(),
    "settings": {"errors"},
    "timeline": {"errors"},
    "wire": {"errors", "timeline"},
    "client": {"errors", "timeline", "wire"},
    "engine": {"errors", "timeline", "wire"},
    "studio": {"errors", "timeline", "wire", "client"},
    "surface": {"errors", "timeline", "wire", "studio"},
    "app": {"errors", "settings", "skill", "wire", "client", "engine", "studio", "surface"},
    "access": {"errors", "settings", "client", "surface"},
    "serving": {"errors", "settings", "access", "app", "engine", "surface"},
    "terminal": {"errors", "settings", "app"},
    "install": {"errors"},
    "doctor": {"errors", "settings", "skill", "client", "engine", "app", "install"},
    "cli": {"errors", "settings", "app", "access", "serving", "surface", "terminal", "install", "doctor"},
}
OWNERS = {  # who alone may touch a third party
    "httpx": {"access", "client", "app", "doctor"},
    "httpx_sse": {"client"},
    "mcp": {"surface", "app", "terminal", "doctor"},
    "starlette": {"engine", "surface", "serving"},
    "uvicorn": {"serving"},
    "av": {"engine", "studio"},
    "PIL": {"engine", "studio"},
    "cv2": {"engine"},
    "numpy": {"engine"},
    "sqlite3": {"studio"},
}
PURE = {"errors", "timeline", "wire"}
WORLD = {"anyio", "asyncio", "httpx", "os", "random", "socket", "subprocess", "tempfile", "time"}
MOST_LINES = 400

every_file = pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(HOUSE)))


def room(path: Path) -> str:
    return path.relative_to(HOUSE).with_suffix("").parts[0]


def imports(path: Path) -> Iterator[tuple[str, ...]]:
    here = ("ai_to_video", *path.relative_to(HOUSE).with_suffix("").parts)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = here[: len(here) - node.level] if node.level else ()
            module = (*base, *filter(None, (node.module or "").split(".")))
            if module == ("ai_to_video",):
                yield from ((*module, alias.name) for alias in node.names)
            else:
                yield module


@every_file
def test_a_room_imports_only_what_stands_below_it(path):
    for name in imports(path):
        if name[0] == "ai_to_video" and len(name) > 1 and name[1] not in {room(path), "__version__"}:
            assert name[1] in MAY_IMPORT[room(path)], name
        if name[0] in OWNERS:
            assert room(path) in OWNERS[name[0]], name


@every_file
def test_a_pure_room_neither_waits_nor_touches_the_world(path):
    if room(path) not in PURE:
        return
    tree = ast.parse(path.read_text("utf-8"))
    assert not any(isinstance(node, ast.AsyncFunctionDef | ast.Await) for node in ast.walk(tree))
    assert not {name[0] for name in imports(path)} & WORLD


@every_file
def test_no_file_outgrows_its_room(path):
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


@every_file
def test_every_file_says_on_the_door_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))
