"""Which network addresses may be asked for a page: public ones, by a list of what is not.

The flags of `ipaddress` are not enough: they call multicast and addresses that embed a private one “global”,
shared addresses of providers not “private”, and they change between versions of Python. Sources: the IANA
special-purpose registries of IPv4 and IPv6; the clouds' documentation for their metadata services.
"""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_V4 = [
    ip_network(block)
    for block in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",
        "100.64.0.0/10",  # shared by a provider's customers; Alibaba's metadata
        "127.0.0.0/8",
        "168.63.129.16/32",  # Azure's own, from inside
        "169.254.0.0/16",  # link-local; metadata of most clouds
        "172.16.0.0/12",
        "192.0.0.0/24",  # protocol assignments; Oracle's metadata
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
]
# All that was ever given out. Not in it: ::1, fc00::/7, fe80::/10, ff00::/8, and NAT64's 64:ff9b::/96.
_V6_PUBLIC = ip_network("2000::/3")
_V6 = [
    ip_network(block)
    for block in (
        "2001::/23",  # protocols: Teredo, benchmarks, ORCHID
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address within
        "2620:4f:8000::/48",
        "3fff::/20",  # documentation
    )
]


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the public internet; anything that is no address does not."""
    try:
        ip: IPv4Address | IPv6Address = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        if ip.scope_id or ip.ipv4_mapped is not None:
            return False  # no resolver gives a mapped address for a public host
        return ip in _V6_PUBLIC and not any(ip in block for block in _V6) and ip.is_global
    return not any(ip in block for block in _V4) and ip.is_global and not ip.is_multicast
