"""The way to the service: proxy, DNS, TLS, an answer, and the clock it tells. What fails first is named; the layers
behind it are not tried, because they would only repeat it."""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from ..errors import AiToVideoError
from .finding import Finding
from .world import World

OLDEST_TODAY = datetime(2026, 1, 1, tzinfo=UTC)
MOST_APART = 300
"""Seconds between two clocks before certificates and tokens begin to suffer."""


def about_the_way(address: str, world: World) -> Iterator[Finding]:
    """The last one is the clock, or the layer that stands in the way."""
    parts = urlsplit(address)
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    proxy = world.proxy_for(address)
    steps = [through(proxy, world)] if proxy else [direct(host, port, world), trusted(parts.scheme, host, port, world)]
    for step in steps:
        for finding in step:
            yield finding
            if finding.mend:
                return
    try:
        date = world.knock(address)
    except AiToVideoError as error:
        yield Finding("Proxy", str(error), error.hint)
        return
    except OSError:
        yield Finding(
            "Service",
            f"{address} does not answer.",
            "Check the network connection, or try again later." + ("" if proxy else " A proxy may need HTTPS_PROXY."),
        )
        return
    yield Finding("Service", f"{address} answers.")
    yield clock(date, world.now())


def through(proxy: str, world: World) -> Iterator[Finding]:
    """A proxy may carry a name and a password; only where it is gets told."""
    parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    host, port = parts.hostname or "", parts.port or 80
    try:
        world.connect(host, port)
    except OSError:
        yield Finding("Proxy", f"{host}:{port} does not answer.", "Correct or unset HTTPS_PROXY, or set NO_PROXY.")
        return
    yield Finding("Proxy", f"{host}:{port} is used; it looks names up.")


def direct(host: str, port: int, world: World) -> Iterator[Finding]:
    yield Finding("Proxy", "none is used.")
    try:
        world.resolve(host, port)
    except OSError:
        yield Finding(
            "DNS",
            f"{host} has no known address.",
            "Check the network connection and NEMO_API_URL; a proxy may be needed.",
        )
        return
    yield Finding("DNS", f"{host} has an address.")


def trusted(scheme: str, host: str, port: int, world: World) -> Iterator[Finding]:
    if scheme != "https":
        yield Finding("TLS", "not used by this address.")
        return
    try:
        world.shake_hands(host, port)
    except ssl.SSLError:
        now = world.now()
        yield Finding(
            "TLS",
            f"{host} could not prove who it is (today is {now:%Y-%m-%d} here).",
            "Check the clock; behind a company's proxy set SSL_CERT_FILE to its certificate.",
        )
    except OSError:
        return  # no answer at all: told of the service
    else:
        yield Finding("TLS", f"{host} proves who it is.")


def clock(date: str, now: datetime) -> Finding:
    """By the Date of the answer; without one by what the calendar cannot be."""
    try:
        apart = abs((parsedate_to_datetime(date) - now).total_seconds())
    except (ValueError, TypeError):
        apart = 0 if now >= OLDEST_TODAY else MOST_APART + 1
    if apart > MOST_APART:
        return Finding("Clock", f"{now:%Y-%m-%d %H:%M} UTC is wrong here.", "Let the operating system set the time.")
    return Finding("Clock", f"{now:%Y-%m-%d %H:%M} UTC is right.")
