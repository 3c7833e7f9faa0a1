"""Draws server/ai_to_video/assets/icon.png: lines of text that become a film. Run with: uv run --frozen .github/icon.py"""

from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

SIZE, FINE = 512, 4
INDIGO, SKY, CORAL, PAPER = (38, 32, 105), (52, 106, 238), (255, 122, 89), (255, 255, 255)


def gradient(start: tuple[int, int, int], end: tuple[int, int, int], side: int) -> Image.Image:
    across = Image.linear_gradient("L").resize((side, side))
    slope = ImageChops.add(across, across.rotate(90), scale=2)
    return Image.composite(Image.new("RGB", (side, side), end), Image.new("RGB", (side, side), start), slope)


def mask(side: int, draw_on: "list[tuple[str, tuple[float, ...], float]]") -> Image.Image:
    """White shapes on black: ("bar", box, radius) or ("play", three points, corner radius), in units of the icon."""
    picture = Image.new("L", (side, side))
    pen = ImageDraw.Draw(picture)
    unit = side / SIZE
    for kind, numbers, radius in draw_on:
        scaled = [number * unit for number in numbers]
        if kind == "bar":
            pen.rounded_rectangle(scaled, radius * unit, fill=255)
        else:
            corners = list(zip(scaled[::2], scaled[1::2], strict=True))
            pen.polygon(corners, fill=255)
            pen.line([*corners, *corners[:2]], fill=255, width=round(2 * radius * unit), joint="curve")
    return picture


def icon() -> Image.Image:
    side = SIZE * FINE
    ground = gradient(INDIGO, SKY, side)
    sheet = mask(side, [("bar", (96, 112, 416, 400), 44)])
    shadow = sheet.filter(ImageFilter.GaussianBlur(18 * FINE)).point(lambda value: value // 3)
    ground.paste((12, 10, 40), (0, 10 * FINE), shadow)
    ground.paste(PAPER, mask=sheet)
    ground.paste((196, 204, 232), mask=mask(side, [("bar", (136, y, 136 + wide, y + 24), 12) for y, wide in ((160, 80), (212, 56), (264, 56), (316, 80))]))  # fmt: skip
    ground.paste(gradient(CORAL, (235, 68, 120), side), mask=mask(side, [("play", (252, 190, 252, 322, 362, 256), 14)]))
    ground.putalpha(mask(side, [("bar", (0, 0, SIZE - 1 / FINE, SIZE - 1 / FINE), 112)]))
    return ground.resize((SIZE, SIZE), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    path = Path(__file__).parent.parent / "server" / "ai_to_video" / "assets" / "icon.png"
    path.parent.mkdir(exist_ok=True)
    icon().save(path, optimize=True)
