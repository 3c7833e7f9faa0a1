"""Speaks HTTP to the service, and knows who we are to it."""

from .api import Client
from .download import Download, forget
from .identity import Account, Identity
from .inprocess import InProcessTransport
from .pool import build_http
from .redact import RedactingFilter, redact
from .remedy import surely_unsent
from .run import Patience

__all__ = [
    "Account",
    "Client",
    "Download",
    "Identity",
    "InProcessTransport",
    "Patience",
    "RedactingFilter",
    "build_http",
    "forget",
    "redact",
    "surely_unsent",
]
