"""Signed links: good for one file, one owner and a while."""

from urllib.parse import parse_qs, urlsplit

import pytest

from ai_to_video.surface.links import Links

NOW = 1_795_000_000


def parts(link):
    split = urlsplit(link)
    asked = parse_qs(split.query)
    return split.path.rsplit("/", 1)[-1], asked["expires"][0], asked["sig"][0]


@pytest.fixture
def link():
    return Links(b"k" * 32, lifetime=60, clock=lambda: NOW).sign("https://v.example/", "j_1", "key-anna")


def at(seconds, key=b"k" * 32):
    return Links(key, clock=lambda: NOW + seconds)


def test_a_link_names_its_job_and_its_owner_until_it_is_over(link):
    assert link.startswith("https://v.example/files/j_1.key-anna?expires=1795000060&sig=")
    assert at(60).check(*parts(link)) == ("j_1", "key-anna")
    assert at(61).check(*parts(link)) is None


def test_the_owner_of_the_machine_needs_no_name():
    link = at(0).sign("http://127.0.0.1:1", "j_1", "")
    assert at(0).check(*parts(link)) == ("j_1", "")


def test_nothing_in_a_link_can_be_changed(link):
    name, expires, sig = parts(link)
    for forged in (
        ("j_2.key-anna", expires, sig),
        ("j_1.key-ben", expires, sig),
        ("j_1", expires, sig),
        (name, "1795999999", sig),
        (name, f"0{expires}", sig[:-1] + "A"),
        (name, expires, ""),
        (name, "", sig),
        (name, "-1", sig),
        (name, "9" * 400, sig),
        (name, "١٧", sig),
        (name, expires, "é" * 43),
        ("é", expires, sig),
    ):
        assert at(0).check(*forged) is None, forged


def test_another_home_makes_other_links(link):
    assert at(0, b"o" * 32).check(*parts(link)) is None


def test_the_secret_is_not_printed():
    assert "kkkk" not in repr(at(0))
