"""Decides which texts are one article: those under one canonical address, else those with the very same words."""

import base64
import hashlib
import re
from urllib.parse import SplitResult, quote, unquote, urlsplit

from service.errors import InvalidArticle
from service.regex import regex

_DEFAULT_PORTS = {"http": 80, "https": 443}
# What news sites and networks add to an address to learn where a reader came from.
_TRACKING = regex(
    r"(?:utm_\w+|at_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|mc_cid|mc_eid|_ga|_gl"
    r"|cmpid|ocid|ito|smid|smtyp|ftag|xtor|ns_\w+|spm|ref_src|ref_url|guce_\w+|taid|mkt_tok|oly_\w+_id)",
    re.IGNORECASE,
)
_ESCAPE = regex(r"%[0-9A-Fa-f]{2}")
_UNRESERVED = regex(r"[A-Za-z0-9._~-]")
_KEPT = "!$&'()*+,;=:@/?%-._~"  # as they are in paths and queries; the rest is escaped


def article_id(url: str | None, text: str) -> str:
    """The id of an article: of its canonical address, else of its text. InvalidArticle: the address is none."""
    name = f"url:{canonical_url(url)}" if url is not None else f"text:{hashlib.sha256(text.encode()).hexdigest()}"
    return "a" + base64.b32encode(hashlib.sha256(name.encode()).digest()).decode().lower()[:16]


def canonical_url(url: str) -> str:
    """An http(s) address without what does not tell articles apart: case of the host, default port, fragment,
    user, tracking parameters, a slash at the end. InvalidArticle: it is no such address.
    """
    parts = _parts(url)
    port = f":{parts.port}" if parts.port not in (None, _DEFAULT_PORTS[parts.scheme]) else ""
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else (parts.hostname or "").rstrip(".")
    path = _escaped(parts.path).rstrip("/") or "/"
    query = "&".join(pair for pair in _escaped(parts.query).split("&") if pair and not _is_tracking(pair))
    return f"{parts.scheme}://{host}{port}{path}{'?' + query if query else ''}"


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        valid = parts.scheme in _DEFAULT_PORTS and (parts.hostname or "").strip(".") and parts.port != 0
    except ValueError:  # a port or an IPv6 host that is none
        valid = False
    if not valid or re.search(r"\s", parts.netloc):
        raise InvalidArticle("not an http or https address", "url")
    return parts


def _is_tracking(pair: str) -> bool:
    return bool(_TRACKING.fullmatch(pair.partition("=")[0]))


def _escaped(text: str) -> str:
    # %7E and ~ are one character, %2F and / are not: only escapes of unreserved characters are undone.
    return quote(_ESCAPE.sub(_canonical_escape, text), safe=_KEPT)


def _canonical_escape(match: re.Match[str]) -> str:
    char = unquote(match[0], encoding="latin-1")
    return char if _UNRESERVED.fullmatch(char) else match[0].upper()
