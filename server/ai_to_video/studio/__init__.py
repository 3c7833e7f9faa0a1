"""What a person can ask for, and what must survive a crash on the way."""

from .ledger import Ledger
from .studio import Studio

__all__ = ["Ledger", "Studio"]
