"""A whole way with OAuth: an issuer on a real socket, tokens it signed, and two subjects that are kept apart."""

import json
import time

import httpx2
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from mcp import Client
from mcp.client.streamable_http import streamable_http_client
from tests.faults.backend import FaultBackend, reply
from tests.faults.nemo import Nemo

from ai_to_video.access import MOST_METADATA, fetch_json
from ai_to_video.serving import http_app
from ai_to_video.settings import Settings

pytestmark = pytest.mark.anyio
HERE = "https://video.example.com"


@pytest.fixture
async def backend():
    async with FaultBackend() as backend:
        yield backend


@pytest.fixture
def sign(backend):
    """A token for a subject, from an issuer that publishes its key beside the video service."""
    key = ec.generate_private_key(ec.SECP256R1())
    public = jwt.algorithms.ECAlgorithm.to_jwk(key.public_key(), as_dict=True) | {"kid": "1", "alg": "ES256"}
    about = {"issuer": backend.url, "jwks_uri": f"{backend.url}/keys"}
    backend.on("GET", "/.well-known/openid-configuration", json_of(about))
    backend.on("GET", "/keys", json_of({"keys": [public]}))

    def sign(subject, **claims):
        body = {"iss": backend.url, "aud": f"{HERE}/mcp", "sub": subject, "exp": time.time() + 60} | claims
        return jwt.encode(body, key, "ES256", headers={"kid": "1"})

    return sign


def json_of(value, status=200, **headers):
    return reply(status, json.dumps(value).encode(), headers=headers)


@pytest.fixture
async def app(backend, environ, monkeypatch):
    Nemo(backend)
    monkeypatch.setenv("HOME", environ["HOME"])
    monkeypatch.setenv("USERPROFILE", environ["USERPROFILE"])
    settings = {
        "NEMO_API_URL": backend.url,
        "AI_TO_VIDEO_OAUTH_ISSUER": backend.url,
        "AI_TO_VIDEO_PUBLIC_URL": HERE,
    }
    app = http_app(Settings.read(environ | settings), "0.0.0.0").app
    async with app.router.lifespan_context(app):
        yield app


def http(app, token):
    headers = {"authorization": f"Bearer {token}"}
    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url=HERE, headers=headers)


async def test_two_subjects_of_one_issuer_are_two_owners(app, sign, backend):
    async with http(app, sign("anna")) as one, http(app, sign("ben")) as two:
        async with Client(streamable_http_client(f"{HERE}/mcp", http_client=one)) as anna:
            made = (await anna.call_tool("generate_video", {"prompt": "A city"})).structured_content
            assert len((await anna.call_tool("get_state", {})).structured_content["projects"]) == 1
        async with Client(streamable_http_client(f"{HERE}/mcp", http_client=two)) as ben:
            assert (await ben.call_tool("get_state", {})).structured_content["projects"] == []
            refused = await ben.call_tool("get_state", {"project_id": made["project_id"]})
    assert refused.structured_content["code"] == "not_found"
    assert backend.count("GET", "/keys") == 1


@pytest.mark.parametrize("claims", [{"exp": 1}, {"aud": "https://other.example/mcp"}, {"iss": "https://evil.example"}])
async def test_a_token_for_another_time_or_place_stays_outside(app, sign, claims):
    async with http(app, sign("anna", **claims)) as client:
        answer = await client.post("/mcp", json={})
    assert answer.status_code == 401
    assert "resource_metadata=" in answer.headers["www-authenticate"]


@pytest.mark.parametrize(
    "behaviour",
    [
        json_of({"x": "y" * MOST_METADATA}),
        json_of([]),
        json_of({}, status=500),
        json_of({}, status=302, location="/keys"),
        reply(200, b"<html>"),
    ],
    ids=["too long", "a list", "a failure", "a way elsewhere", "a page"],
)
async def test_an_issuer_is_read_carefully(backend, sign, behaviour):
    backend.on("GET", "/keys", behaviour)
    with pytest.raises(Exception):  # noqa: B017 - whatever the cause, nothing is read
        await fetch_json(f"{backend.url}/keys")
