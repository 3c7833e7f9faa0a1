"""What every test room shares: one event loop, and tests that cannot see the person's own home."""

import pytest
from hypothesis import settings

settings.register_profile("house", deadline=None, max_examples=50)  # a slow machine is no failure
settings.load_profile("house")


@pytest.fixture
def anyio_backend():
    return "asyncio"
