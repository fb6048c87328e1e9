"""To which addresses is nothing ever sent, whatever name or redirect leads there?

A link is a stranger's words, and the machine that follows it stands inside a network. So is
refused what is not for everybody (the registries' special-purpose addresses, as Python knows
them), multicast, all of IPv6 that is not given out to anybody (what is, begins with 2000::/3), and
what Python's answer on this or another version leaves open: addresses in which another one is
packed (RFC 3056, 4380), those of examples (RFC 9637), and those at which clouds tell their machines
secrets (168.63.129.16 is Azure's, on which GitHub's runners stand; 192.0.0.192 was Oracle's).
"""

import socket
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Resolve = Callable[[str, int], Iterable[str]]
"""Gives the addresses in numbers that a name leads to; raises OSError where there are none."""

MOST_TRIED = 4
_NAT64 = ip_network("64:ff9b::/96")
_GIVEN_OUT = ip_network("2000::/3")
_DENIED = tuple(
    map(
        ip_network,
        (
            "168.63.129.16/32",
            "192.0.0.0/24",
            "192.88.99.0/24",
            "2001::/23",
            "2002::/16",
            "3fff::/20",
        ),
    )
)


class ForbiddenAddressError(OSError):
    """A name leads to an address that nobody outside has."""


def is_forbidden(address: str) -> bool:
    """Tell whether nothing may be sent to an address in numbers; what is no address is forbidden.

    An IPv4 address that stands within one of IPv6 (mapped, or RFC 6052) counts as itself.
    """
    try:
        ip = _unpacked(ip_address(address.partition("%")[0]))
    except ValueError:
        return True
    denied = any(ip.version == network.version and ip in network for network in _DENIED)
    given_out = ip.version == 4 or ip in _GIVEN_OUT
    return denied or not given_out or ip.is_multicast or not ip.is_global


def _unpacked(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    if isinstance(ip, IPv4Address):
        return ip
    if ip.ipv4_mapped:
        return ip.ipv4_mapped
    return IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else ip


def resolve(host: str, port: int) -> list[str]:
    """Ask the system for the addresses of a host; raises OSError where there are none."""
    answers = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    return [str(place[0]) for *_, place in answers]


def is_no_name(error: OSError) -> bool:
    """Tell the word that there is no such name from a resolver that does not work."""
    unknown = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
    return isinstance(error, socket.gaierror) and error.errno in unknown


def meeting_places(
    host: str, port: int, resolve: Resolve, is_forbidden: Callable[[str], bool]
) -> list[str]:
    """Give the addresses at which a host is met, once all that it leads to are known.

    A name with one forbidden address among others is forbidden. It is asked once, and the answer
    is what the connection is made to, so that a second answer can change nothing. Raises OSError.
    """
    addresses = list(resolve(host, port))
    if not addresses:
        raise OSError("there is no address")
    if any(map(is_forbidden, addresses)):
        raise ForbiddenAddressError("an address that nobody outside has")
    return addresses[:MOST_TRIED]
