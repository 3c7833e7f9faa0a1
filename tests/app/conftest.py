"""A machine of its own for each test: home, folders and environment that nothing else sees."""

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def environ(tmp_path):
    """What a host hands over: little, and all of it inside the test's own folder."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LANG") if name in os.environ}
    return kept | {
        "HOME": str(tmp_path / "home"),
        "USERPROFILE": str(tmp_path / "home"),
        "AI_TO_VIDEO_HOME": str(tmp_path / "state"),
        "AI_TO_VIDEO_OUTPUT_DIR": str(tmp_path / "out"),
        "AI_TO_VIDEO_INPUT_DIRS": str(tmp_path),
        "NEMO_API_URL": "http://127.0.0.1:9",
        "PYTHONPATH": str(ROOT / "server"),
    }


@pytest.fixture
def program():
    return [sys.executable, "-m", "ai_to_video"]
