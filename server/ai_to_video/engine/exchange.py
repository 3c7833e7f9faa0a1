"""Bodies in, answers out: JSON requests read with care, and what is told of files and renders. No decisions here."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from anyio import to_thread
from starlette.requests import ClientDisconnect, Request

from ..wire.envelope import encode
from .gate import Refused, unclear

MOST_BODY = 16 * 2**20


def pattern(path: Callable[[str], str], name: str) -> str:
    """A route from the function both ends build the path with."""
    return path("SLOT").replace("SLOT", name)


def told_file(info: Mapping[str, Any], request: Request) -> dict[str, Any]:
    shown = {key: value for key, value in info.items() if key != "path"}
    if "duration_ms" in info:
        shown["duration"] = info["duration_ms"] / 1000
    return {**shown, "cdn_url": address(request, info["path"])}


def address(request: Request, path: str) -> str:
    return str(request.base_url).rstrip("/") + path


def told_render(state: Mapping[str, Any], request: Request) -> dict[str, Any]:
    """Both places the sources have seen these facts in: beside the code, and under data."""
    facts: dict[str, Any] = {"id": state["id"], "taskId": state["id"], "status": state["status"]}
    facts["progress"] = int(state["progress"] * 100)
    if state["status"] == "completed":
        path = f"/files/render/{state['name']}/{state['key']}/video.{state['format']}"
        output = {"url": address(request, path), "duration": state.get("seconds", 0), "size": state.get("size", 0)}
        facts |= {"output": output, "outputUrl": output["url"]}
    if state.get("error"):
        facts["error"] = state["error"]
    return {**facts, **encode(facts), "success": True}


async def json_body(request: Request, *, may_be_empty: bool = False) -> dict[str, Any]:
    pieces, seen = [], 0
    try:
        async for piece in request.stream():
            seen += len(piece)
            if seen > MOST_BODY:
                raise Refused(413, 413, "The request is too large.")
            pieces.append(piece)
    except ClientDisconnect:
        raise unclear("The request ended early.") from None
    raw = b"".join(pieces)
    if may_be_empty and not raw.strip():
        return {}
    value = await to_thread.run_sync(loaded, raw)
    if not isinstance(value, dict):
        raise unclear("The body must be a JSON object.")
    return value


def loaded(raw: str | bytes) -> object:
    """None for what is no JSON. Halves of characters, which JSON can write and nothing can store, become "?"."""
    try:
        value = json.loads(raw)
        if re.search(r"\\u[dD][89a-fA-F]", str(raw)):
            value = json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    return value


def word(body: Mapping[str, Any], *keys: str) -> str:
    value = next((body[key] for key in keys if body.get(key) is not None), "")
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def message_text(message: object) -> str:
    parts = message.get("parts") if isinstance(message, dict) else None
    texts = [part.get("text") for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []
    return "\n".join(text for text in texts if isinstance(text, str))
