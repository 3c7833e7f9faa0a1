"""A disk that refuses to take a file, in words a person can act on."""

import errno
from pathlib import Path

from ...errors import AiToVideoError, BadArgument

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_ELSEWHERE = "or set AI_TO_VIDEO_OUTPUT_DIR to another folder, then try again."


def disk_trouble(error: OSError, folder: Path) -> AiToVideoError:
    """What to tell when writing below `folder` failed with `error`."""
    if error.errno in _FULL:
        return disk_full(folder)
    if error.errno in _CLOSED:
        return BadArgument(
            f"The output folder {folder} cannot be written to.",
            hint=f"Give your user the right to write there, {_ELSEWHERE}",
        )
    if error.errno in {errno.ENOTDIR, errno.EEXIST}:
        return BadArgument(
            f"The output folder {folder} cannot be made, because a file of that name is in the way.",
            hint=f"Move that file away, {_ELSEWHERE}",
        )
    return BadArgument(f"The disk did not take the file in {folder}.", hint=f"Check the disk, {_ELSEWHERE}")


def disk_full(folder: Path) -> AiToVideoError:
    return BadArgument(f"The disk of the output folder {folder} is full.", hint=f"Free some space, {_ELSEWHERE}")
