"""Where webhooks may go: the public internet and nowhere else, judged by the very address that is connected to.

A URL says little: names resolve to anything, differently each time, and `0x7f.1` is an address too. So the socket is
the gate, after DNS, whatever the spelling was.
"""

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from aiohttp import TCPConnector
from aiohttp.abc import AbstractResolver, ResolveResult

# A connection that rests longer is not used again: gunicorn closes its own after 2 s, and a request that meets the
# end of a connection would have to wait for its next try.
_REST_SECONDS = 1.5
# getaddrinfo may take half a minute. Threads of our own, as many as a worker sends at once, so that a slow name
# server delays nobody else.
_LOOKUPS = 128

Address = IPv4Address | IPv6Address

# https://www.iana.org/assignments/iana-ipv4-special-registry, and what Azure serves its metadata on
_IPV4 = {
    "private": ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"),
    "loopback": ("127.0.0.0/8",),
    "link-local": ("169.254.0.0/16",),
    "reserved": (
        "0.0.0.0/8", "168.63.129.16/32", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    ),
}  # fmt: skip
# Of IPv6 only 2000::/3 is given out at all; 2001::/23 is for protocols, not for hosts.
_IPV6 = {
    "private": ("fc00::/7", "fec0::/10"),
    "loopback": ("::1/128",),
    "link-local": ("fe80::/10",),
    "reserved": (
        "::/3", "2001::/23", "2001:db8::/32", "3fff::/20", "4000::/2", "8000::/1",
    ),
}  # fmt: skip
_KINDS4 = [(IPv4Network(text), kind) for kind, texts in _IPV4.items() for text in texts]
_KINDS6 = [(IPv6Network(text), kind) for kind, texts in _IPV6.items() for text in texts]
_NAT64 = IPv6Network("64:ff9b::/96")


class Refused(OSError):
    """Nothing is sent to where this host leads."""

    def __init__(self) -> None:
        super().__init__("The host leads to no public address; LeadHub sends to public ones alone.")


def refusal_of(address: str, *, allow_loopback: bool) -> str | None:
    """Why nothing may be sent to this literal address, or None."""
    try:
        found = ip_address(address)
    except ValueError:
        return "This is not an IP address."
    kinds = {_kind(part) for part in _within(found)} - {None}
    if allow_loopback:
        kinds -= {"loopback"}
    return f"The address is {min(kinds, key=str)}; LeadHub sends to public ones alone." if kinds else None


def _kind(address: Address) -> str | None:
    """What is special about an address; None when it is a public one."""
    if isinstance(address, IPv4Address):
        return next((kind for network, kind in _KINDS4 if address in network), None)
    return next((kind for network, kind in _KINDS6 if address in network), None)


def _within(address: Address) -> tuple[Address, ...]:
    """Whom packets to this address reach in the end: an IPv6 address may wrap an IPv4 one, or two."""
    if isinstance(address, IPv4Address):
        return (address,)
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    if address.sixtofour:
        return (address.sixtofour,)
    if address.teredo:
        return address.teredo
    if address in _NAT64:
        return (IPv4Address(int(address) & 0xFFFFFFFF),)
    return (address,)


def connector(*, allow_loopback: bool) -> TCPConnector:
    """Connections for webhooks: each is checked when it is made, so that one from the pool needs no check."""

    def open_socket(info: tuple[int, int, int, str, tuple[object, ...]]) -> socket.socket:
        family, kind, proto, _, address = info
        if refusal_of(str(address[0]), allow_loopback=allow_loopback) is not None:
            raise Refused
        return socket.socket(family, kind, proto)

    return TCPConnector(
        resolver=Resolver(), socket_factory=open_socket, keepalive_timeout=_REST_SECONDS, limit=0
    )


class Resolver(AbstractResolver):
    """The system's resolver, in threads of its own."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(_LOOKUPS, "webhook-lookup")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        look_up = partial(
            socket.getaddrinfo, host, port, family, socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG
        )
        found = await asyncio.get_running_loop().run_in_executor(self._threads, look_up)
        return [
            ResolveResult(
                hostname=host,
                host=str(address[0]),
                port=int(address[1]),
                family=kind,
                proto=proto,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for kind, _, proto, _, address in found
        ]

    async def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
