"""The kinds of music: tempo, harmony, instruments and rhythm of each, and the words that mean it. Data."""

from dataclasses import dataclass

from . import instruments as play
from .instruments import Hit, Tone


@dataclass(frozen=True, slots=True)
class Mood:
    """`chords` are progressions of four (root key and intervals), `home` which of each the piece ends on; patterns are
    sixteenths of a bar."""

    bpm: int
    chords: tuple[tuple[tuple[int, ...], ...], ...]
    harmony: Tone
    under: Tone | None
    lead: Tone
    lead_chance: float
    strum: str = "block"
    bass: str = "x.......x......."
    drums: tuple[tuple[Hit, str, float], ...] = ()
    swing: float = 0.0
    room: float = 0.18
    dust: float = 0.0
    dark: float = 9000
    presence: float = 2.5
    low: float = 0.3
    home: tuple[int, int] = (0, 0)


def _major7(*roots: int) -> tuple[tuple[int, ...], ...]:
    return tuple((root, root + 4, root + 7, root + 11) for root in roots)


MOODS: dict[str, Mood] = {
    "lofi": Mood(
        76,
        (((53, 57, 60, 64), (52, 55, 59, 62), (50, 53, 57, 60), (48, 52, 55, 59)),
         ((57, 60, 64, 67), (53, 57, 60, 64), (48, 52, 55, 59), (55, 59, 62, 65))),
        play.keys, play.pad, play.keys, 0.34, "strum", "x.........x.....",
        ((play.kick, "x.......x.x.....", 0.42), (play.snare, "....x.......x...", 0.34), (play.hat, "x.x.x.x.x.x.x.x.", 0.15)),
        swing=0.16, dust=1.0, dark=5200, home=(3, 2),
    ),
    "calm": Mood(
        66,
        (((48, 55, 60, 64), (45, 52, 57, 60), (41, 53, 57, 60), (43, 50, 55, 59)),
         ((50, 57, 62, 66), (47, 54, 59, 62), (43, 50, 55, 59), (45, 52, 57, 61))),
        play.piano, play.pad, play.bell, 0.18, "arpeggio", "x...............", room=0.34, dark=7000,
    ),
    "upbeat": Mood(
        116,
        (((48, 52, 55, 60), (43, 47, 50, 55), (45, 48, 52, 57), (41, 45, 48, 53)),
         ((50, 54, 57, 62), (45, 49, 52, 57), (47, 50, 54, 59), (43, 47, 50, 55))),
        play.pluck, play.pad, play.pluck, 0.5, "eighths", "x.x.x.x.x.x.x.x.",
        ((play.kick, "x...x...x...x...", 0.36), (play.clap, "....x.......x...", 0.42), (play.hat, "..x...x...x...x.", 0.22),
         (play.shaker, "xxxxxxxxxxxxxxxx", 0.06)), room=0.14, dark=12_000, presence=3.5, low=0.2,
    ),
    "corporate": Mood(
        104,
        (((48, 52, 55, 60), (45, 48, 52, 57), (41, 45, 48, 53), (43, 47, 50, 55)),
         ((43, 47, 50, 55), (40, 43, 47, 52), (48, 52, 55, 60), (50, 54, 57, 62))),
        play.pluck, play.strings, play.piano, 0.3, "eighths", "x.....x.x.......",
        ((play.kick, "x.......x.......", 0.34), (play.clap, "....x.......x...", 0.24), (play.shaker, "x.x.x.x.x.x.x.x.", 0.12)),
        room=0.22, dark=9500,
    ),
    "cinematic": Mood(
        72,
        (((45, 52, 57, 60), (41, 48, 53, 57), (48, 55, 60, 64), (43, 50, 55, 59)),
         ((50, 57, 62, 65), (46, 53, 58, 62), (41, 48, 53, 57), (48, 55, 60, 64))),
        play.strings, play.pad, play.piano, 0.4, "block", "x...............",
        ((play.boom, "x...............", 0.6), (play.boom, "..........x.x...", 0.3)), room=0.42, dark=7000,
    ),
    "playful": Mood(
        110,
        (((48, 52, 55, 60), (45, 48, 52, 57), (50, 53, 57, 62), (43, 47, 50, 55)),
         ((53, 57, 60, 65), (50, 53, 57, 62), (43, 46, 50, 55), (48, 52, 55, 60))),
        play.marimba, None, play.marimba, 0.62, "offbeat", "x.......x...x...",
        ((play.kick, "x.......x.......", 0.36), (play.clap, "....x.......x...", 0.28), (play.shaker, "..x...x...x...x.", 0.16)),
        swing=0.1, room=0.16, dark=11_000, presence=3.5, low=0.24,
    ),
}  # fmt: skip
ALIASES = {
    "chill": "lofi", "chillhop": "lofi", "relaxed": "lofi", "hiphop": "lofi", "ambient": "calm", "peaceful": "calm",
    "soft": "calm", "piano": "calm", "energetic": "upbeat", "happy": "upbeat", "pop": "upbeat", "dance": "upbeat",
    "electronic": "upbeat", "rock": "upbeat", "business": "corporate", "inspiring": "corporate", "motivational": "corporate",
    "tech": "corporate", "epic": "cinematic", "dramatic": "cinematic", "trailer": "cinematic", "sad": "cinematic",
    "fun": "playful", "funny": "playful", "cute": "playful", "kids": "playful", "jazz": "lofi", "acoustic": "corporate",
}  # fmt: skip


def mood(name: str) -> str:
    """The mood of that name, or of a word that means it; "lofi" for everything else."""
    bare = "".join(char for char in name.lower() if char.isalpha())
    return bare if bare in MOODS else ALIASES.get(bare, "lofi")
