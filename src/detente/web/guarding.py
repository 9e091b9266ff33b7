"""What stands before every page: who may ask, and what a browser may do with the answer."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
READING = frozenset({"GET", "HEAD"})
LONGEST_BODY = 20_000
"""Bytes of a judgement with its reason."""
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""No script or style but our own files, nothing from elsewhere, no frame around a page."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Refuses hosts that are not this one (a name rebound to loopback), and posts that another site sends."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        """Let in those who ask for one of the hosts, loopback always among them."""
        self._app = app
        self._hosts = LOOPBACK | {host.lower() for host in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand on to the pages."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-cache")
            await send(message)

        refusal = self._refusal(scope["method"], Headers(scope=scope))
        if refusal:
            await PlainTextResponse(refusal + "\n", status_code=403)(scope, receive, send_guarded)
            return
        await self._app(scope, receive, send_guarded)

    def _refusal(self, method: str, headers: Headers) -> str | None:
        host = headers.get("host", "")
        if name_of_host(host) not in self._hosts:
            return f"This desk answers on {', '.join(sorted(self._hosts))} only, not on {host[:80]!r}."
        if method in READING:
            return None
        if method != "POST":
            return "This desk is read, and judged by its forms; nothing else."
        origin = urlsplit(headers.get("origin", ""))
        if origin.scheme != "http" or origin.netloc.lower() != host.lower():
            return "A judgement must come from a page of this desk (its Origin is another, or missing)."
        if not headers.get("content-length", "").isdecimal() or int(headers["content-length"]) > LONGEST_BODY:
            return f"A judgement is at most {LONGEST_BODY} bytes long."
        return None


def name_of_host(host: str) -> str:
    """The name in a Host header, without its port."""
    name, colon, port = host.lower().rpartition(":")
    return name if colon and port.isdecimal() else host.lower()
