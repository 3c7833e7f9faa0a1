"""Keys: whom they let in, what is kept of them, and that a damaged file lets nobody in."""

import json

import pytest

from ai_to_video.errors import BadArgument, NotFound
from ai_to_video.surface.keys import Keys, KeyVerifier, new_secret

pytestmark = pytest.mark.anyio


async def test_a_key_lets_in_its_owner_and_another_one_nobody():
    anna, ben = new_secret(), new_secret()
    text = Keys().add("anna", anna).add("ben", ben).text()
    verifier = KeyVerifier(lambda: text, ("video",))
    visitor = await verifier.verify_token(ben)
    assert (visitor.owner, visitor.scopes) == ("key-ben", ["video"])
    for wrong in ("", new_secret(), anna[:-1], anna + "x", anna.upper(), "\udcff", "é"):
        assert await verifier.verify_token(wrong) is None


async def test_of_a_key_only_a_digest_is_kept_and_nothing_tells_it_on():
    secret = new_secret()
    keys = Keys().add("anna", secret)
    visitor = await KeyVerifier(keys.text).verify_token(secret)
    for told in (keys.text(), repr(keys), repr(visitor), visitor.model_dump_json()):
        assert secret not in told
        assert secret.removeprefix("atv_") not in told


def test_keys_survive_the_way_through_their_file():
    keys = Keys().add("anna", new_secret(), daily_credits=500, added="2026-11-22").add("b-2", new_secret())
    assert Keys.read(keys.text()) == keys
    assert Keys.read("") == Keys()


def test_two_keys_are_never_the_same_and_hard_to_guess():
    assert len({new_secret() for _ in range(100)}) == 100
    assert len(new_secret()) >= 47


async def test_a_removed_key_is_refused_at_once_by_a_running_server():
    secret = new_secret()
    kept = [Keys().add("anna", secret)]
    verifier = KeyVerifier(lambda: kept[-1].text())
    assert await verifier.still("key-anna")
    kept.append(kept[0].remove("anna"))
    assert await verifier.verify_token(secret) is None
    assert not await verifier.still("key-anna")


@pytest.mark.parametrize("name", ["", "Anna", "a b", "../x", "a" * 41, "-a", "a.", "ä", "a\n"])
def test_a_name_must_be_fit_for_a_folder(name):
    with pytest.raises(BadArgument):
        Keys().add(name, new_secret())


def test_a_name_is_given_once_and_taken_back_once():
    keys = Keys().add("anna", new_secret())
    with pytest.raises(BadArgument, match="already"):
        keys.add("anna", new_secret())
    with pytest.raises(NotFound):
        keys.remove("anna").remove("anna")


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        "{}",
        '{"keys": [{}]}',
        '{"keys": 3}',
        json.dumps({"keys": [{"name": "../../x", "sha256": "0" * 64}]}),
        json.dumps({"keys": [{"name": "anna", "sha256": ""}]}),
    ],
)
async def test_a_damaged_file_lets_nobody_in(text):
    with pytest.raises(BadArgument, match="damaged"):
        Keys.read(text)
    assert await KeyVerifier(lambda: text).verify_token("") is None
