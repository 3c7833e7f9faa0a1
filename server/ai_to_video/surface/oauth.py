"""OAuth: tokens of an issuer whom the operator trusts. This server only checks them, it never gives any.

The issuer's keys come from its own metadata (RFC 8414, or OpenID Connect discovery) and are kept for an hour; a token
signed with a key not seen before makes them be fetched again, but not more often than every half minute.
"""

import hashlib
import logging
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

import anyio
import jwt

from .caller import Visitor

log = logging.getLogger(__name__)

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""Only such with a public key: a symmetric one would have to be a secret of both sides."""
KEPT, PAUSE = 3600.0, 30.0
LEEWAY = 30
LONGEST = 16_384
OWNER = "oauth-"

Json = Mapping[str, Any]
Fetch = Callable[[str], Awaitable[Json]]
"""A JSON object from an address; raises any Exception where there is none."""


class Unreadable(Exception):
    """The issuer's metadata or keys are not what they should be."""


class OAuthVerifier:
    """Lets in who shows a token of `issuer` for `audience`. `clock` is monotonic, in seconds."""

    def __init__(
        self, issuer: str, audience: str, fetch: Fetch, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._issuer = issuer
        self._audience = audience
        self._fetch = fetch
        self._clock = clock
        self._keys: list[Json] = []
        self._asked = float("-inf")
        self._fetched = float("-inf")
        self._asking = anyio.Lock()

    async def verify_token(self, token: str) -> Visitor | None:
        if len(token) > LONGEST:
            return None
        try:
            header = jwt.get_unverified_header(token)
            key = await self._key(header)
            if key is None:
                return None
            claims = jwt.decode(
                token,
                key,
                algorithms=[str(header["alg"])],
                audience=[self._audience, self._audience + "/"],
                issuer=[self._issuer, self._issuer + "/"],
                leeway=LEEWAY,
                options={"require": ["exp", "iss", "aud", "sub"]},
            )
        except jwt.PyJWTError:
            return None
        if not str(claims["sub"]):
            return None
        return Visitor(
            token="",
            client_id=str(claims.get("client_id") or claims.get("azp") or claims["sub"]),
            subject=str(claims["sub"]),
            scopes=scopes_of(claims),
            claims={"iss": claims["iss"]},
            owner=owner_of(str(claims["iss"]), str(claims["sub"])),
        )

    async def still(self, owner: str) -> bool:
        return owner.startswith(OWNER)

    async def _key(self, header: Json) -> jwt.PyJWK | None:
        """The issuer's key that the token says it is signed with."""
        if header.get("alg") not in ALGORITHMS:
            return None
        found = self._find(header)
        if found is None or self._clock() - self._fetched > KEPT:
            await self._renew()
            found = self._find(header)
        return found

    def _find(self, header: Json) -> jwt.PyJWK | None:
        kid, alg = header.get("kid"), str(header["alg"])
        named = [key for key in self._keys if key.get("kid") == kid] if kid else self._keys
        fit = [key for key in named if key.get("alg") in (None, alg) and key.get("use") in (None, "sig")]
        for key in fit if kid or len(fit) == 1 else ():
            try:
                return jwt.PyJWK(dict(key), algorithm=alg)
            except jwt.PyJWTError:
                continue
        return None

    async def _renew(self) -> None:
        """Keeps the old keys where the issuer cannot be reached: it may be down for a while, and they are its own."""
        async with self._asking:
            if self._clock() - self._asked < PAUSE:
                return
            self._asked = self._clock()
            try:
                self._keys = await self._fetched_keys()
                self._fetched = self._clock()
            except Exception as error:  # noqa: BLE001 - whatever `fetch` raises
                log.warning("The keys of the OAuth issuer could not be read (%s).", type(error).__name__)

    async def _fetched_keys(self) -> list[Json]:
        keys = (await self._fetch(await self._keys_address())).get("keys")
        if not isinstance(keys, list) or not all(isinstance(key, dict) for key in keys):
            raise Unreadable
        return keys

    async def _keys_address(self) -> str:
        for address in metadata_addresses(self._issuer):
            try:
                told = await self._fetch(address)
            except Exception:  # noqa: BLE001, S112 - the next address may have it
                continue
            keys = told.get("jwks_uri")
            same = str(told.get("issuer", "")).rstrip("/") == self._issuer.rstrip("/")
            if same and isinstance(keys, str) and urlsplit(keys).scheme == urlsplit(self._issuer).scheme:
                return keys
        raise Unreadable


def metadata_addresses(issuer: str) -> Iterator[str]:
    """Where an issuer's metadata may lie: RFC 8414 puts the well-known part before the path, OpenID Connect behind."""
    parts = urlsplit(issuer)
    root, path = f"{parts.scheme}://{parts.netloc}", parts.path.rstrip("/")
    yield f"{root}/.well-known/oauth-authorization-server{path}"
    yield f"{root}{path}/.well-known/openid-configuration"


def scopes_of(claims: Json) -> list[str]:
    told = claims.get("scope") or claims.get("scp") or []
    return told.split() if isinstance(told, str) else [str(scope) for scope in told]


def owner_of(issuer: str, subject: str) -> str:
    """A subject is somebody only together with its issuer; the owner is a name that a folder can have."""
    return OWNER + hashlib.sha256(f"{issuer.rstrip('/')}\n{subject}".encode()).hexdigest()[:24]
