"""The desk as an application: its routes, what guards them, and what a wrong address is told."""

from collections.abc import Iterable
from importlib.resources import files

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from detente.errors import AddressError, DetenteError, NotYetError, UnknownNameError
from detente.web import briefs, downloads, events, lists, pages, pictures, relations, report_page, review
from detente.web.desk import Desk, desk_of
from detente.web.guarding import Guard
from detente.web.suggesting import suggestions


def make_app(desk: Desk, hosts: Iterable[str] = ()) -> FastAPI:
    """The application for one record."""
    # its own description would be read with scripts from elsewhere
    app = FastAPI(title="detente", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.desk = desk
    app.add_middleware(Guard, hosts=tuple(hosts))
    for router in (
        briefs.router,
        relations.router,
        report_page.router,
        pages.router,
        events.router,
        pictures.router,
        downloads.router,
        review.router,
        lists.router,
    ):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=str(files("detente.web") / "static")), "static")
    app.add_exception_handler(HTTPException, _not_there)
    app.add_exception_handler(UnknownNameError, _unknown)
    app.add_exception_handler(NotYetError, _not_yet)
    app.add_exception_handler(DetenteError, _trouble)
    return app


def _not_there(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    desk = desk_of(request)
    found = suggestions(desk, request.url.path)
    text = f"This desk has no page {request.url.path[:120]}."
    return desk.trouble(request, status, "Not here", text, suggestions=found)


def _unknown(request: Request, error: Exception) -> Response:
    desk = desk_of(request)
    return desk.trouble(request, 404, "Not known", str(error), suggestions=suggestions(desk, request.url.path))


def _not_yet(request: Request, error: Exception) -> Response:
    answer = desk_of(request).trouble(request, 503, "Being worked out", str(error))
    answer.headers["Retry-After"] = "5"
    answer.headers["Refresh"] = "5"
    return answer


def _trouble(request: Request, error: Exception) -> Response:
    status = 400 if isinstance(error, AddressError) else 500
    return desk_of(request).trouble(request, status, "That cannot be shown", str(error))
