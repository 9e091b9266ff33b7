"""A desk on a port of this machine."""

import secrets
import socket
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import uvicorn

from detente.engines.workshop import Workshop
from detente.errors import DetenteError
from detente.web.app import make_app
from detente.web.desk import Desk
from detente.web.keeping import Keeper

SECONDS_TO_CLOSE = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where a desk is to be; port 0 is any that is free."""

    host: str = "127.0.0.1"
    port: int = 0


def serve(
    workshop: Workshop, record: Path, place: Place, today: Callable[[], date], tell: Callable[[str], None]
) -> None:
    """Serve a record until it is stopped; `tell` is given the address as soon as the desk answers there."""
    with closing(Keeper(workshop, record)) as keeper, closing(_socket(place)) as listening:
        host, port = place.host, listening.getsockname()[1]
        named = f"[{host}]" if ":" in host else host
        desk = Desk(keeper, secrets.token_urlsafe(24), today)
        config = uvicorn.Config(
            make_app(desk, [named]),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=SECONDS_TO_CLOSE,
        )
        server = _Server(config, lambda: tell(f"http://{named}:{port}"))
        server.run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that says when it answers."""

    def __init__(self, config: uvicorn.Config, when_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._when_ready = when_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        self._when_ready()


def _socket(place: Place) -> socket.socket:
    try:
        return socket.create_server((place.host, place.port), family=_family(place.host))
    except OSError as error:
        message = f"{place.host} port {place.port} cannot be served on: {error.strerror or error}."
        raise DetenteError(message) from error


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
