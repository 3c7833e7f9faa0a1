"""The terms of this engine: prices, limits and habits. Data; tests and other services choose their own."""

from dataclasses import dataclass

TOKEN_SECONDS = 7 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Terms:
    """`credits` a new account gets; prices in credits; 0 switches a limit off. `silent` is the share of edits that end
    without a word, as with the real service; `pace` the seconds between the stages of a generation."""

    credits: int = 1_000_000
    generation: int = 100
    edit: int = 10
    upload_bytes: int = 50 * 1024 * 1024
    requests_a_minute: int = 0
    tokens_a_week: int = 0
    silent: float = 0.3
    pace: float = 0.0
    heartbeat: float = 10.0
    message_characters: int = 2_000_000
    kept_bytes: int = 8 * 1024**3
    kept_seconds: int = 30 * 24 * 3600
    renders_at_once: int = 1
    render_seconds: int = 3600
    render_clips: int = 20_000
