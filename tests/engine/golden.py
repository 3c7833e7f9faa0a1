"""Storyboards that were looked at and found good. `python -m tests.engine.golden` writes them anew, to be looked at."""

import json
from pathlib import Path

from ai_to_video.engine.director import compose
from ai_to_video.engine.storyboard import Storyboard

HERE = Path(__file__).parent
PROMPTS = {
    "news.txt": "Turn this article into a 30-second explainer video:\n\n",
    "recipe.md": "把这个菜谱做成30秒的竖屏视频：\n\n",
    "product.txt": "turn this into a 30-second promo: ",
    "poem.txt": "Make a calm 40-second video of this poem:\n\n",
    "essay_zh.txt": "把下面这篇文章做成40秒的横屏视频：\n\n",
    "list.md": "Make a 45 second square video from this list.\n\n",
    "slogan.txt": "15 second ad: ",
    "changelog.md": "Make a 30s YouTube video from these release notes:\n\n",
    "lesson.md": "Turn this lesson into a one-minute video\n\n",
    "interview.md": "Make a 1 minute video from this interview:\n\n",
    "solar.txt": "turn this blog post intro into a 30-second explainer video: ",
}


def text(name: str) -> str:
    return (HERE / "texts" / name).read_text("utf-8")


def storyboard(name: str) -> Storyboard:
    return compose(PROMPTS[name] + text(name))


def kept(name: str) -> Path:
    return HERE / "storyboards" / f"{name.partition('.')[0]}.json"


if __name__ == "__main__":
    for name in PROMPTS:
        plan = json.dumps(storyboard(name).as_plan(), ensure_ascii=False, indent=1)
        kept(name).write_text(plan + "\n", "utf-8")
