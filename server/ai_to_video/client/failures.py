"""What httpx raises, told in plain words: every failure of the transport becomes one of our own errors here."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from ..errors import AiToVideoError, BadArgument, Unintelligible, Unreachable

_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
"""Raised only before the first byte of a request: while finding, reaching and greeting the service."""


@contextmanager
def translated() -> Iterator[None]:
    """Run HTTP inside; what comes out is an AiToVideoError."""
    try:
        yield
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ssl.SSLError) as error:
        raise plain(error) from error


def plain(error: Exception) -> AiToVideoError:
    """The same failure in words a person understands. `maybe_sent` is False only where no byte can have left."""
    match error:
        case httpx.InvalidURL() | httpx.UnsupportedProtocol():
            return BadArgument("The address of the video service is not a web address.", hint="Mend NEMO_API_URL.")
        case httpx.TooManyRedirects() | httpx.DecodingError():
            return Unintelligible()
        case httpx.ProxyError():
            message, hint = "The proxy in between refused the connection.", "Check HTTPS_PROXY and NO_PROXY."
        case httpx.ConnectTimeout() | httpx.PoolTimeout():
            message, hint = "The video service could not be reached in time.", ""
        case httpx.ConnectError():
            message, hint = _connecting(error)
        case httpx.TimeoutException():
            message, hint = "The video service stopped answering.", "Try again in a minute."
        case _:
            message, hint = "The connection to the video service broke.", ""
    return Unreachable(message, hint=hint, maybe_sent=not isinstance(error, _NEVER_LEFT))


def _connecting(error: Exception) -> tuple[str, str]:
    causes = tuple(_causes(error))
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return "The address of the video service was not found.", "Check the network and NEMO_API_URL."
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return (
            "No secure connection to the video service could be made.",
            "Check the clock of this machine and any proxy in between.",
        )
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return "The video service refuses connections.", "Try again in a minute, or check NEMO_API_URL."
    return "The video service cannot be reached.", ""


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: list[BaseException] = [error]
    for one in seen:
        yield one
        inner = [one.__cause__, one.__context__, *(one.exceptions if isinstance(one, BaseExceptionGroup) else ())]
        seen.extend(cause for cause in inner if cause is not None and all(cause is not other for other in seen))
