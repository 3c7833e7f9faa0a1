"""Keys for callers over HTTP: whom each belongs to and what it may spend. Only digests are kept, never a key.

A key is 256 random bits, so that one round of SHA-256 keeps it as safe as a slow hash keeps a password.
"""

import hashlib
import hmac
import json
import logging
import re
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any

from anyio import to_thread

from ..errors import AiToVideoError, BadArgument, NotFound
from .caller import Visitor

log = logging.getLogger(__name__)

START = "atv_"
NAME = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,38}[a-z0-9])?")
"""Also the name of a folder, on any system."""


def new_secret() -> str:
    return START + secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


@dataclass(frozen=True, slots=True)
class Key:
    """`daily_credits` 0 means that the limit of the server holds; `added` is a date, ISO 8601."""

    name: str
    sha256: str
    daily_credits: float = 0
    added: str = ""

    @property
    def owner(self) -> str:
        return f"key-{self.name}"


@dataclass(frozen=True, slots=True)
class Keys:
    """All keys of one home. Its verbs return new ones."""

    keys: tuple[Key, ...] = ()

    @classmethod
    def read(cls, text: str) -> "Keys":
        """From the text of the file, "" when there is none. Raises BadArgument: who may come in must not be guessed."""
        if not text.strip():
            return cls()
        try:
            return cls(tuple(_key(row) for row in json.loads(text)["keys"]))
        except (ValueError, KeyError, TypeError):
            raise BadArgument(
                "The file with the keys is damaged, so nobody can be let in.",
                hint="Delete keys.json in AI_TO_VIDEO_HOME, and add the keys again with: ai-to-video key add NAME",
            ) from None

    def text(self) -> str:
        return json.dumps({"keys": [asdict(key) for key in self.keys]}, indent=1)

    def add(self, name: str, secret: str, *, daily_credits: float = 0, added: str = "") -> "Keys":
        """Raises BadArgument for a name that is taken or cannot be one."""
        if not NAME.fullmatch(name):
            raise BadArgument(
                f'A key cannot be called "{name[:60]}".', hint="Use up to 40 small letters, digits, - and _."
            )
        if any(key.name == name for key in self.keys):
            raise BadArgument(f'There is a key called "{name}" already.', hint="Remove it first, or take another name.")
        return replace(self, keys=(*self.keys, Key(name, digest(secret), daily_credits, added)))

    def remove(self, name: str) -> "Keys":
        """Raises NotFound."""
        left = tuple(key for key in self.keys if key.name != name)
        if len(left) == len(self.keys):
            raise NotFound(f'There is no key called "{name[:60]}".', hint="See the names with: ai-to-video key list")
        return replace(self, keys=left)

    def match(self, secret: str) -> Key | None:
        """Compares with every key and in constant time, so that how long it takes tells nothing."""
        shown = digest(secret)
        found = [key for key in self.keys if hmac.compare_digest(key.sha256, shown)]
        return found[0] if found else None

    def of(self, owner: str) -> Key | None:
        return next((key for key in self.keys if key.owner == owner), None)


def _key(row: Any) -> Key:  # noqa: ANN401 - JSON from a file
    key = Key(str(row["name"]), str(row["sha256"]), float(row.get("daily_credits", 0)), str(row.get("added", "")))
    if not NAME.fullmatch(key.name) or not re.fullmatch(r"[0-9a-f]{64}", key.sha256):
        raise ValueError(key.name)
    return key


class KeyVerifier:
    """Lets in who shows a key. `read` gives the text of the file; a key that is removed is refused at once."""

    def __init__(self, read: Callable[[], str], scopes: tuple[str, ...] = ()) -> None:
        self._read = read
        self._scopes = scopes

    async def verify_token(self, token: str) -> Visitor | None:
        key = (await self._keys()).match(token)
        if key is None:
            return None
        return Visitor(token="", client_id=key.owner, subject=key.owner, scopes=list(self._scopes), owner=key.owner)

    async def still(self, owner: str) -> bool:
        return (await self._keys()).of(owner) is not None

    async def _keys(self) -> Keys:
        try:
            return await to_thread.run_sync(lambda: Keys.read(self._read()))
        except AiToVideoError as error:
            log.error("%s", error)
            return Keys()
