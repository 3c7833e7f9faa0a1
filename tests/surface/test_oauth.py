"""OAuth tokens: only a whole, valid token of the right issuer, for this server, lets anybody in."""

import time

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from ai_to_video.surface.oauth import OAuthVerifier, metadata_addresses

pytestmark = pytest.mark.anyio

ISSUER, HERE = "https://login.example.com/tenant", "https://video.example.com/mcp"
META = "https://login.example.com/.well-known/oauth-authorization-server/tenant"
KEYS = "https://login.example.com/keys"


class Login:
    """An issuer: `sign` gives tokens, `fetch` is what it publishes, `asked` who asked for it."""

    def __init__(self):
        self.keys = {"k1": ec.generate_private_key(ec.SECP256R1())}
        self.pages = {META: {"issuer": ISSUER, "jwks_uri": KEYS}}
        self.asked = []

    def sign(self, kid="k1", key=None, alg="ES256", headers=None, **claims):
        body = {"iss": ISSUER, "aud": HERE, "sub": "anna", "exp": time.time() + 60, "scope": "video:write x"} | claims
        body = {name: value for name, value in body.items() if value is not None}
        return jwt.encode(body, key or self.keys[kid], alg, headers={"kid": kid} | (headers or {}))

    async def fetch(self, address):
        self.asked.append(address)
        if address == KEYS and KEYS not in self.pages:
            return {
                "keys": [
                    jwt.algorithms.ECAlgorithm.to_jwk(key.public_key(), as_dict=True) | {"kid": kid, "use": "sig"}
                    for kid, key in self.keys.items()
                ]
            }
        return self.pages[address]


@pytest.fixture
def login():
    return Login()


@pytest.fixture
def now():
    return [0.0]


@pytest.fixture
def verifier(login, now):
    return OAuthVerifier(ISSUER, HERE, login.fetch, clock=lambda: now[0])


async def test_a_valid_token_lets_in_its_subject_with_its_scopes(verifier, login):
    visitor = await verifier.verify_token(login.sign())
    assert (visitor.subject, visitor.scopes) == ("anna", ["video:write", "x"])
    assert visitor.token == ""
    assert (await verifier.verify_token(login.sign(scope=None, scp=["a", "b"]))).scopes == ["a", "b"]


async def test_an_owner_is_a_subject_together_with_its_issuer_whatever_the_client(verifier, login):
    owners = [
        (await verifier.verify_token(login.sign(**claims))).owner
        for claims in ({}, {"client_id": "other"}, {"iss": ISSUER + "/"}, {"sub": "ben"})
    ]
    assert owners[0] == owners[1] == owners[2] != owners[3]
    assert owners[0].replace("-", "").isalnum()
    assert await verifier.still(owners[0])
    assert not await verifier.still("key-anna")


@pytest.mark.parametrize(
    "claims",
    [
        {"exp": 1},
        {"exp": None},
        {"nbf": 4_000_000_000},
        {"aud": "https://other.example/mcp"},
        {"aud": "https://video.example.com"},
        {"aud": None},
        {"iss": "https://evil.example"},
        {"iss": None},
        {"sub": None},
        {"sub": ""},
    ],
    ids=str,
)
async def test_a_token_that_is_over_or_for_somebody_else_is_refused(verifier, login, claims):
    assert await verifier.verify_token(login.sign(**claims)) is None


async def test_a_token_that_is_not_signed_by_the_issuer_is_refused(verifier, login):
    stranger = ec.generate_private_key(ec.SECP256R1())
    good = login.sign()
    for forged in (
        login.sign(key=stranger),
        login.sign(key="a secret of thirty-two letters ...", alg="HS256"),
        jwt.encode({"iss": ISSUER, "aud": HERE, "sub": "anna", "exp": time.time() + 60}, None, "none"),
        good[:-4] + "AAAA",
        good + "x" * 20_000,
        "",
        "a.b.c",
        "é",
    ):
        assert await verifier.verify_token(forged) is None, forged[:40]


async def test_keys_are_fetched_once_and_again_for_a_new_one_but_not_for_everybody_who_makes_one_up(
    verifier, login, now
):
    for _ in range(3):
        assert await verifier.verify_token(login.sign())
    assert login.asked == [META, KEYS]
    login.keys["k2"] = ec.generate_private_key(ec.SECP256R1())
    assert await verifier.verify_token(login.sign("k2")) is None
    assert login.asked == [META, KEYS]
    now[0] += 31
    assert await verifier.verify_token(login.sign("k2"))
    assert login.asked == [META, KEYS] * 2


async def test_the_last_keys_hold_while_the_issuer_is_down(verifier, login, now):
    assert await verifier.verify_token(login.sign())
    login.pages.clear()
    now[0] += 7200
    assert await verifier.verify_token(login.sign())


@pytest.mark.parametrize(
    "told",
    [
        {"issuer": "https://evil.example", "jwks_uri": KEYS},
        {"issuer": ISSUER, "jwks_uri": "http://login.example.com/keys"},
        {"issuer": ISSUER, "jwks_uri": 3},
        {},
    ],
    ids=str,
)
async def test_metadata_that_is_not_the_issuers_own_is_not_believed(verifier, login, told):
    login.pages[META] = told
    assert await verifier.verify_token(login.sign()) is None


@pytest.mark.parametrize("keys", [{}, {"keys": 3}, {"keys": ["x"]}, {"keys": [{"kty": "EC", "kid": "k1"}]}], ids=str)
async def test_keys_that_are_none_let_nobody_in(verifier, login, keys):
    login.pages[KEYS] = keys
    assert await verifier.verify_token(login.sign()) is None


async def test_discovery_of_openid_connect_is_understood_too(verifier, login):
    login.pages["https://login.example.com/tenant/.well-known/openid-configuration"] = login.pages.pop(META)
    assert await verifier.verify_token(login.sign())


def test_an_issuer_without_a_path_has_its_metadata_at_the_root():
    assert next(metadata_addresses("https://a.example/")) == "https://a.example/.well-known/oauth-authorization-server"
