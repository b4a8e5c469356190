"""Which addresses may be asked: public ones, unless a user asks for others.

The guard resolves a host itself, refuses if any of its addresses is private, and connects to the address that it
looked at, so that a name cannot change its mind between the look and the call. It does so for every redirect.
"""

import ipaddress

import httpx2

from .deadline import Deadline, TimedTransport
from .resolve import addresses_of

__all__ = ["GuardedTransport", "PrivateAddressError", "is_public"]


class PrivateAddressError(httpx2.TransportError):
    """The host is, or leads to, an address inside this machine or network."""


def is_public(address: str) -> bool:
    """Return whether an IP address belongs to the public internet.

    >>> [is_public(each) for each in ("93.184.216.34", "127.0.0.1", "10.1.2.3", "169.254.169.254", "::1")]
    [True, False, False, False, False]
    >>> is_public("::ffff:127.0.0.1"), is_public("64:ff9b::7f00:1"), is_public("2002:7f00:1::")
    (False, False, False)
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return found.is_global and not found.is_multicast


_PORTS = {"http": 80, "https": 443}
_TRIED = 3  # addresses of one host
_MOST_SITES = 32  # whose connections are kept
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class GuardedTransport(httpx2.BaseTransport):
    """Sends requests to public addresses only. Connections are kept by name, so that none serves another's name."""

    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline
        self._by_site: dict[tuple[str, str, int], httpx2.HTTPTransport] = {}

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request to an address that was looked at, with the name that was asked for."""
        scheme, host = request.url.scheme, request.url.host
        if scheme not in _PORTS:
            raise httpx2.UnsupportedProtocol(f"`{scheme}` is not http or https", request=request)
        port = request.url.port or _PORTS[scheme]
        wait = self._deadline.within(None, httpx2.ConnectTimeout)
        try:
            addresses = addresses_of(host, port, wait)
        except TimeoutError as error:
            raise httpx2.ConnectTimeout(str(error), request=request) from error
        except (OSError, UnicodeError) as error:
            raise httpx2.ConnectError(f"the host `{host}` is not known: {error}", request=request) from error
        for address in addresses:
            if not is_public(address):
                raise PrivateAddressError(f"`{host}` leads to the private address {address}")
        failed: httpx2.TransportError = httpx2.ConnectError(f"`{host}` has no address", request=request)
        for address in addresses[:_TRIED]:
            try:
                return self._send(request, address, (scheme, host, port))
            except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
                failed = error
        raise failed

    def _send(self, request: httpx2.Request, address: str, site: tuple[str, str, int]) -> httpx2.Response:
        aimed = httpx2.Request(
            request.method,
            request.url.copy_with(host=address),
            headers=request.headers,
            stream=request.stream,
            extensions={**request.extensions, "sni_hostname": site[1]},
        )
        aimed.headers["Host"] = request.url.netloc.decode("ascii").rpartition("@")[2]
        if site not in self._by_site:
            while len(self._by_site) >= _MOST_SITES:
                self._by_site.pop(next(iter(self._by_site))).close()
            self._by_site[site] = TimedTransport(self._deadline)
        return self._by_site[site].handle_request(aimed)

    def close(self) -> None:
        """Close the connections."""
        for each in self._by_site.values():
            each.close()
        self._by_site.clear()
