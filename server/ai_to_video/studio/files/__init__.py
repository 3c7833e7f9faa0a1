"""Files in and files out: what may be read, what it really is, where a finished video lands. Knows no job."""

from .documents import Limits
from .inputs import Inputs, LocalFile, RemoteFile
from .outputs import Outputs
from .probe import Probe
from .trouble import disk_trouble

__all__ = ["Inputs", "Limits", "LocalFile", "Outputs", "Probe", "RemoteFile", "disk_trouble"]
