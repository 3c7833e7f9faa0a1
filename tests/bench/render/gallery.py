"""Ten videos of ten texts on one picture, for the README: of each its title and two scenes, as the film shows them.

python tests/bench/render/gallery.py [.github/gallery.jpg]
"""

import sys
import time
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "server"))

from ai_to_video.engine.director import compose, lay_out
from ai_to_video.engine.look import script
from ai_to_video.engine.look.film import Film
from ai_to_video.engine.output.contact import squeezed
from ai_to_video.engine.output.stills import rested, still

WIDE, GAP, BETWEEN, MOST_BYTES = 1760, 4, 14, 300_000
ROWS = (
    {
        "product.txt": "Turn this into a 30-second 16:9 promo in the aurora theme:\n\n",
        "list.md": "Make a playful 45-second square video of this list:\n\n",
    },
    {
        "news.txt": "Turn this article into a 30-second 16:9 explainer video in the slate theme:\n\n",
        "changelog.md": "Make a 30-second 1:1 video of these release notes in the ink theme:\n\n",
    },
    {
        "essay_zh.txt": "把下面这篇文章做成40秒的平静的横屏视频：\n\n",
        "recipe.md": "Make a 30-second vertical video of this recipe in the forest theme:\n\n",
        "poem.txt": "Make a calm 40-second vertical video of this poem:\n\n",
    },
    {
        "lesson.md": "Turn this lesson into a one-minute 16:9 video in the paper theme:\n\n",
        "interview.md": "Make a 1-minute square video of this interview:\n\n",
        "slogan.txt": "Make an energetic 15-second TikTok ad: ",
    },
)


def frames(name: str, wish: str) -> list[Image.Image]:
    """The first scene, one after a third and one after two thirds."""
    text = (ROOT / "tests" / "engine" / "texts" / name).read_text("utf-8")
    shown = script.read(lay_out(compose(wish + text)), "720p")
    last = len(shown.shots) - 1
    film = Film(shown, {})
    try:
        return [still(film, rested(shown, index)) for index in sorted({0, -(-last // 3), max(2, -(-last * 2 // 3))})]
    finally:
        film.close()


def row(films: list[list[Image.Image]]) -> Image.Image:
    """Strips side by side, all frames of one height that fills the width."""
    count = sum(map(len, films))
    room = WIDE - GAP * (count - len(films)) - BETWEEN * (len(films) - 1)
    high = round(room / sum(image.width / image.height for film in films for image in film))
    sheet, at = Image.new("RGB", (WIDE, high), "white"), 0
    for film in films:
        for image in film:
            small = image.resize((round(image.width / image.height * high), high), Image.Resampling.LANCZOS)
            sheet.paste(small, (at, 0))
            at += small.width + GAP
        at += BETWEEN - GAP
    return sheet


def main(target: str = str(ROOT / ".github" / "gallery.jpg")) -> None:
    began = time.process_time()
    rows = [row([frames(name, wish) for name, wish in films.items()]) for films in ROWS]
    whole = Image.new("RGB", (WIDE, sum(one.height for one in rows) + BETWEEN * (len(rows) - 1)), "white")
    at = 0
    for one in rows:
        whole.paste(one, (0, at))
        at += one.height + BETWEEN
    data = squeezed(whole, MOST_BYTES)
    Path(target).write_bytes(data)
    print(f"{target}: {whole.width}x{whole.height}, {len(data) / 1000:.0f} kB, {time.process_time() - began:.1f} s CPU")


if __name__ == "__main__":
    main(*sys.argv[1:])
