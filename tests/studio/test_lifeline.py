"""Who is alive is told by a lock that the system drops, not by a file that stays."""

import os
import subprocess
import sys

import pytest

from ai_to_video.studio.lifeline import Lifeline
from ai_to_video.studio.runner import tidy

HOLD = """
import sys
from pathlib import Path
from ai_to_video.studio.lifeline import Lifeline
assert Lifeline(Path(sys.argv[1]), "r_1").hold()
{then}
print("held", flush=True)
sys.stdin.read()
"""

FORK = """
import os
if not os.fork():
    os.close(1)
    os.read(int(sys.argv[2]), 1)
    os._exit(0)
"""


def start(tmp_path, then="", *more, **kept):
    command = [sys.executable, "-c", HOLD.format(then=then), str(tmp_path), *more]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, **kept)


def test_nobody_holds_what_somebody_holds(tmp_path):
    mine = Lifeline(tmp_path, "r_1")
    assert mine.hold()
    assert mine.hold()
    assert not Lifeline(tmp_path, "r_1").hold()
    assert Lifeline(tmp_path, "r_2").hold()
    mine.drop()
    assert Lifeline(tmp_path, "r_1").hold()


def test_the_dead_let_go_and_the_living_do_not(tmp_path):
    with start(tmp_path) as other:
        assert other.stdout.readline() == "held\n"
        assert not Lifeline(tmp_path, "r_1").hold()
        tidy(tmp_path)
        assert (tmp_path / "r_1.lock").exists()
        other.kill()
        other.wait()
    tidy(tmp_path)
    assert list(tmp_path.iterdir()) == []
    mine = Lifeline(tmp_path, "r_1")
    assert mine.hold()
    mine.drop()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_forked_child_does_not_keep_its_dead_parent_alive(tmp_path):
    stay, leave = os.pipe()
    with start(tmp_path, FORK, str(stay), pass_fds=[stay]) as other:
        assert other.stdout.readline() == "held\n"
        other.kill()
        other.wait()
        mine = Lifeline(tmp_path, "r_1")
        assert mine.hold()
        mine.drop()
    os.close(leave)
    os.close(stay)
