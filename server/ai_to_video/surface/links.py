"""Signed links to finished files, for callers whose disk is elsewhere. Pure but for the clock.

https://video.example.com/files/j_3f9c0a61d2.key-anna?expires=1795356000&sig=...
                                job id       owner    seconds, UTC       HMAC-SHA256 over both and the end
"""

import base64
import hashlib
import hmac
import time
from collections.abc import Callable
from dataclasses import dataclass, field

DAY = 86_400


@dataclass(frozen=True, slots=True)
class Links:
    """`key` is a secret of this home; `clock` gives seconds since the epoch."""

    key: bytes = field(repr=False)
    lifetime: int = DAY
    clock: Callable[[], float] = time.time

    def sign(self, base: str, job_id: str, owner: str) -> str:
        """The address of a job's file below `base`, good for `lifetime` seconds."""
        name = f"{job_id}.{owner}" if owner else job_id
        expires = int(self.clock()) + self.lifetime
        return f"{base.rstrip('/')}/files/{name}?expires={expires}&sig={self._sign(name, expires)}"

    def check(self, name: str, expires: str, sig: str) -> tuple[str, str] | None:
        """The job id and the owner that a link was made for, or None when it is over or not one of ours."""
        if not (expires.isascii() and expires.isdecimal() and len(expires) < 12 and sig.isascii() and name.isascii()):
            return None
        if not hmac.compare_digest(self._sign(name, int(expires)), sig) or int(expires) < self.clock():
            return None
        job_id, _, owner = name.partition(".")
        return job_id, owner

    def _sign(self, name: str, expires: int) -> str:
        mac = hmac.digest(self.key, f"file\n{name}\n{expires}".encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(mac).decode("ascii").rstrip("=")
