"""What the engine's tests share: somebody at its front door, with a session."""

import pytest
from tests.engine.door import at_the_door

from ai_to_video.engine import Terms


@pytest.fixture
async def door(tmp_path):
    async with at_the_door(tmp_path, terms=Terms(silent=0)) as door:
        yield await door.open()
