"""Which network addresses are the public internet, and which lead back into somebody's own rooms. Pure."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address

_INSIDE_OUT = (  # public by their number, or called so by some versions of Python
    IPv4Network("168.63.129.16/32"),  # answers only inside one cloud, with that machine's secrets
    IPv4Network("192.0.0.0/24"),  # protocol assignments; another cloud's metadata
    IPv4Network("192.88.99.0/24"),  # the gateway to every 6to4 network
)
_NAT64 = IPv6Network("64:ff9b::/96")
_LOCAL_NAMES = (".localhost", ".local", ".internal", ".lan", ".home", ".corp", ".intranet", ".home.arpa", ".onion")


def is_public(address: Address) -> bool:
    """False for loopback, private, link-local, metadata, multicast and reserved ones, also when wrapped in IPv6."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if address in _NAT64:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        if address.scope_id or address.is_site_local:
            return False
    if any(address in network for network in _INSIDE_OUT):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def is_local_name(host: str) -> bool:
    """True for names that only mean something inside a network: no dot, or a private ending."""
    bare = host.rstrip(".").lower()
    return literal(bare) is None and ("." not in bare or bare.endswith(_LOCAL_NAMES))


def literal(host: str) -> Address | None:
    """The address itself, when a host is written as one."""
    try:
        return ip_address(host.strip("[]"))
    except ValueError:
        return None
