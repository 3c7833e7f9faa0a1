"""Who may use the engine, and with how many credits. Tokens are kept only as hashes. Blocks; call it from a thread."""

import hashlib
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .records import Conflict, Record, write_whole
from .terms import TOKEN_SECONDS, Terms

FORGOTTEN_SECONDS = 1800
"""Credits reserved by a run that never came back (a killed process) are free again after this."""


class TooManyTokens(Exception):
    """The client had its tokens of this week."""


@dataclass(frozen=True, slots=True)
class Issued:
    token: str = field(repr=False)
    user_id: str
    expires_at: str
    credits: int


class Accounts:
    """One account a client id; the same client gets a new token for the same account."""

    def __init__(self, folder: Path, terms: Terms, clock: Callable[[], float]) -> None:
        self._folder = folder
        self._terms = terms
        self._clock = clock

    def issue(self, client_id: str) -> Issued:
        """A token good for seven days. Raises TooManyTokens where the terms limit them."""
        user_id = "anon_" + _digest(client_id)[:20]
        now = self._clock()
        record = self._record(user_id)

        def counted(value: dict[str, Any]) -> dict[str, Any]:
            recent = [moment for moment in value.get("issued", []) if moment > now - TOKEN_SECONDS]
            if self._terms.tokens_a_week and len(recent) >= self._terms.tokens_a_week:
                raise TooManyTokens
            return {"granted": self._terms.credits, "spent": 0, "frozen": {}, **value, "issued": [*recent[-50:], now]}

        value = self._change(record, counted)
        token = "nmv_usr_" + secrets.token_urlsafe(24)
        tokens = self._folder / "tokens"
        tokens.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(tokens / f"{_digest(token)}.json", {"user_id": user_id, "until": now + TOKEN_SECONDS})
        until = datetime.fromtimestamp(now + TOKEN_SECONDS, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return Issued(token, user_id, until, _available(value, now))

    def who(self, token: str) -> str | None:
        """The account a token belongs to; None for a token that is unknown or too old."""
        path = self._folder / "tokens" / f"{_digest(token)}.json"
        value = _read(path)
        if value is None:
            return None
        if float(value.get("until", 0)) < self._clock():
            path.unlink(missing_ok=True)
            return None
        return str(value["user_id"])

    def balance(self, user_id: str) -> tuple[int, int]:
        """(available, frozen)."""
        _, value = self._record(user_id).latest()
        now = self._clock()
        return _available(value, now), sum(amount for amount, _ in _frozen(value, now).values())

    def freeze(self, user_id: str, run: str, amount: int) -> bool:
        """Reserve credits for a run; False when there are not enough."""
        now = self._clock()
        enough = True

        def frozen(value: dict[str, Any]) -> dict[str, Any]:
            nonlocal enough
            enough = _available(value, now) >= amount
            held = _frozen(value, now)
            return {**value, "frozen": {**held, run: [amount, now]} if enough else held}

        self._change(self._record(user_id), frozen)
        return enough

    def settle(self, user_id: str, run: str, *, spent: bool) -> None:
        """A run is over: its credits are spent, or free again."""

        def settled(value: dict[str, Any]) -> dict[str, Any]:
            held = dict(value.get("frozen", {}))
            amount = held.pop(run, [0, 0])[0]
            return {**value, "frozen": held, "spent": value.get("spent", 0) + (amount if spent else 0)}

        self._change(self._record(user_id), settled)

    def _record(self, user_id: str) -> Record:
        return Record(self._folder / "accounts" / user_id, kept=3)

    @staticmethod
    def _change(record: Record, change: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
        while True:
            version, value = record.latest()
            changed = change(value)
            try:
                record.put(version, changed)
            except Conflict:
                continue
            return changed


def _available(value: dict[str, Any], now: float) -> int:
    held = sum(amount for amount, _ in _frozen(value, now).values())
    return max(0, int(value.get("granted", 0)) - int(value.get("spent", 0)) - int(held))


def _frozen(value: dict[str, Any], now: float) -> dict[str, list[Any]]:
    return {run: entry for run, entry in value.get("frozen", {}).items() if entry[1] > now - FORGOTTEN_SECONDS}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _read(path: Path) -> dict[str, Any] | None:
    try:
        value = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return value if isinstance(value, dict) else None
