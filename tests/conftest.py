"""What every test room shares: one event loop, and tests that cannot see the person's own home."""

import pytest


@pytest.fixture
def anyio_backend():
    return "asyncio"
