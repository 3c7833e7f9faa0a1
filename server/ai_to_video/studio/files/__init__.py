"""Files in and files out: what may be read, what it really is, where a finished video lands. No network but Fetcher's."""

from .inputs import Inputs, LocalFile, RemoteFile
from .outputs import Outputs
from .probe import Probe

__all__ = ["Inputs", "LocalFile", "Outputs", "Probe", "RemoteFile"]
