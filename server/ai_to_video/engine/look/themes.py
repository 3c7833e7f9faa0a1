"""Six-and-more looks: palette, type pairing and motion of each. Data only; a new look is a new entry."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """How a role of text is set: family, weight, tracking and line height in em, capitals, width of spaces."""

    family: str = "montserrat"
    weight: int = 600
    tracking: float = 0.0
    leading: float = 1.2
    capitals: bool = False
    spacing: float = 1.0


@dataclass(frozen=True, slots=True)
class Motion:
    """How things come in: style (rise, pop, slide, fade, mask, reveal), seconds each, and seconds from one to the next."""

    style: str = "rise"
    seconds: float = 0.6
    stagger: float = 0.06
    overshoot: float = 0.0


@dataclass(frozen=True, slots=True)
class Theme:
    """`mesh` is the ground colour and the lights on it; `panel` lies under text on pictures; `shapes` decorate."""

    name: str
    mesh: tuple[str, ...]
    ink: str
    soft: str
    accent: str
    on_accent: str
    panel: str
    display: Voice
    body: Voice
    motion: Motion
    shapes: str = "rings"
    align: str = "left"
    transition: str = "fade"
    quoting: str = "montserrat-italic"
    """The family quotations are set in."""

    @property
    def dark(self) -> bool:
        return int(self.mesh[0][1:3], 16) + int(self.mesh[0][3:5], 16) + int(self.mesh[0][5:7], 16) < 384


BOLD = Voice(weight=800, tracking=-0.012, leading=1.06)
PLAIN = Voice(weight=500, tracking=-0.005, leading=1.36)

THEMES: dict[str, Theme] = {
    theme.name: theme
    for theme in (
        Theme(
            "aurora",
            ("#150b3d", "#3a1fa6", "#b02fd0", "#f2557a", "#ff9e5e"),
            "#ffffff",
            "#d9d0f5",
            "#ffd166",
            "#1b0f3b",
            "#120a30",
            BOLD,
            PLAIN,
            Motion("rise", 0.7, 0.07),
            "rings",
        ),
        Theme(
            "ocean",
            ("#03202f", "#06506e", "#0c8f96", "#23c7a8", "#0d3f8c"),
            "#ffffff",
            "#c4e6ec",
            "#7df3cf",
            "#032530",
            "#031a26",
            Voice(weight=700, tracking=-0.02, leading=1.1),
            Voice("noto", 400, 0, 1.42),
            Motion("fade", 0.8, 0.09),
            "waves",
            transition="fade",
        ),
        Theme(
            "sunset",
            ("#2a0a2e", "#7c1550", "#d83a56", "#ff7a45", "#ffb35c"),
            "#ffffff",
            "#ffdfd3",
            "#ffd98a",
            "#33102b",
            "#23081f",
            Voice(weight=900, tracking=-0.01, leading=1.03),
            PLAIN,
            Motion("slide", 0.65, 0.06),
            "sun",
            transition="slide",
        ),
        Theme(
            "paper",
            ("#f5f0e6", "#efe4d2", "#f8e8dc", "#e8e6da", "#f3dfcf"),
            "#1d1a16",
            "#5b5348",
            "#b8321f",
            "#fffaf2",
            "#fbf7ef",
            Voice("serif", 480, -0.018, 1.1),
            Voice("noto", 400, 0, 1.46),
            Motion("fade", 0.9, 0.1),
            "frame",
            transition="fade",
            quoting="serif-italic",
        ),
        Theme(
            "forest",
            ("#08211a", "#0d4a35", "#2d8053", "#84b84c", "#0b5a5c"),
            "#fdfff6",
            "#d3e6cf",
            "#e6f27a",
            "#12291a",
            "#061a13",
            Voice("serif", 620, -0.018, 1.08),
            Voice("noto", 400, 0, 1.42),
            Motion("rise", 0.8, 0.08),
            "leaves",
            quoting="serif-italic",
        ),
        Theme(
            "ink",
            ("#0a0b10", "#10121c", "#2a3054", "#0d4a4c", "#171a2b"),
            "#ffffff",
            "#a9afbf",
            "#5eead4",
            "#06110f",
            "#08090d",
            Voice(weight=900, tracking=-0.014, leading=1.0, capitals=True),
            Voice("noto", 400, 0.005, 1.4),
            Motion("mask", 0.6, 0.05),
            "lines",
            transition="wipe",
        ),
        Theme(
            "candy",
            ("#fff1c9", "#ffd3e6", "#ffc24d", "#a8e6ff", "#ffe27a"),
            "#2b1458",
            "#574186",
            "#7a1fd1",
            "#ffffff",
            "#fff8e3",
            Voice(weight=900, tracking=-0.01, leading=1.05),
            Voice(weight=600, leading=1.34),
            Motion("pop", 0.55, 0.06, 1.7),
            "confetti",
            "center",
            "zoom",
        ),
        Theme(
            "slate",
            ("#0d1829", "#1a468a", "#2e86cf", "#5ab8f2", "#12395e"),
            "#ffffff",
            "#c3d3e6",
            "#6fc3ff",
            "#06182b",
            "#0a1422",
            Voice(weight=700, tracking=-0.018, leading=1.12),
            Voice("noto", 400, 0, 1.42),
            Motion("slide", 0.6, 0.05),
            "grid",
            transition="slide",
        ),
    )
}
ALIASES = {
    "energetic": "sunset", "warm": "sunset", "bold": "sunset", "fire": "sunset", "neon": "aurora", "tech": "ink",
    "dark": "ink", "mono": "ink", "minimal": "paper", "light": "paper", "elegant": "paper", "corporate": "slate",
    "business": "slate", "calm": "ocean", "cool": "ocean", "fresh": "forest", "nature": "forest", "green": "forest",
    "playful": "candy", "fun": "candy", "pop": "candy", "cinematic": "ink", "professional": "slate", "purple": "aurora",
    "blue": "slate", "red": "sunset", "pink": "candy", "yellow": "candy", "teal": "ocean", "white": "paper", "black": "ink",
}  # fmt: skip


def theme(name: str) -> Theme:
    """The look of that name, or of a word that means it; "aurora" for everything else."""
    wanted = name.strip().lower()
    return THEMES.get(wanted) or THEMES[ALIASES.get(wanted, "aurora")]
