"""The Skills extension: SKILL.md over MCP, for agents that learn a server from its skill (SEP-2640)."""

import hashlib
from typing import Any

from mcp.server.context import ServerRequestContext
from mcp.server.extension import Extension, MethodBinding, ResourceBinding
from mcp.server.mcpserver.resources import TextResource
from mcp.shared.exceptions import MCPError
from mcp.types import INVALID_PARAMS, PaginatedRequestParams, RequestParams

HOUR_MS = 3_600_000


class GetSkill(RequestParams):
    uri: str


class Skills(Extension):
    """One skill of one file. `text` is the whole SKILL.md; it is taken apart when somebody asks for it."""

    identifier = "io.modelcontextprotocol/skills"

    def __init__(self, name: str, description: str, text: str) -> None:
        self._name = name
        self._description = description
        self._text = text
        self._uri = f"skill://{name}/SKILL.md"

    def resources(self) -> list[ResourceBinding]:
        file = TextResource(
            uri=self._uri,
            name=self._name,
            description=self._description,
            mime_type="text/markdown",
            text=self._text,
        )
        return [ResourceBinding(file)]

    def methods(self) -> list[MethodBinding]:
        return [
            MethodBinding("skills/list", PaginatedRequestParams, self._list),
            MethodBinding("skills/get", GetSkill, self._get),
        ]

    async def _list(self, _: ServerRequestContext[Any, Any], __: PaginatedRequestParams) -> dict[str, Any]:
        return {"skills": [self._entry()], "ttlMs": HOUR_MS, "cacheScope": "public"}

    async def _get(self, _: ServerRequestContext[Any, Any], asked: GetSkill) -> dict[str, Any]:
        if asked.uri != self._uri:
            raise MCPError(INVALID_PARAMS, "There is no such skill.", {"uri": asked.uri})
        return {"skill": self._entry(), "ttlMs": HOUR_MS, "cacheScope": "public"}

    def _entry(self) -> dict[str, Any]:
        import yaml

        content = self._text.encode()
        file = {"uri": self._uri, "digest": f"sha256:{hashlib.sha256(content).hexdigest()}", "size": len(content)}
        return {"uri": self._uri, "frontmatter": yaml.safe_load(self._text.split("---")[1]), "resources": [file]}
