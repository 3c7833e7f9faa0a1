"""A film that is really one, made once."""

import pytest
from tests.durability.lives import movie


@pytest.fixture(scope="session")
def film(tmp_path_factory):
    return movie(tmp_path_factory.mktemp("film") / "film.mp4")
