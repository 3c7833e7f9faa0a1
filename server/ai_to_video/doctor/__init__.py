"""`ai-to-video doctor`: layer by layer, one line each, and one mend where something is wrong. Nothing secret in it.

machine.py looks at this machine, network.py at the way to the service, account.py at what the service lets us do.
"""

from .finding import Finding
from .report import examine, findings
from .world import World

__all__ = ["Finding", "World", "examine", "findings"]
