"""ai-to-video: a text goes in, a finished MP4 lies on the disk. Importing this package runs nothing."""

__version__ = "0.1.0"
__all__ = ["__version__"]
