"""The application: every way in, behind the gate, with errors told in words."""

import traceback
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from panoh.model.errors import PanohError
from panoh.web import (
    acts,
    beginning,
    checkins,
    complaint,
    consent,
    emergency,
    events,
    importing,
    lawyer,
    legal,
    network,
    people,
    publish,
    record,
    review,
    search,
    security,
    shell,
    today,
    unlock,
    vault,
    what_now,
)
from panoh.web import language as tongues
from panoh.web.desk import Busy, Desk, Locked
from panoh.web.gate import Gate, Key
from panoh.web.gate.headers import STATIC
from panoh.web.page import Download, Handover, Page, Redirect, Reply, Words
from panoh.web.render import HERE, render
from panoh.web.routes import Way
from panoh.web.shell import Trouble, entered
from panoh.web.uploads import Form, sent_file, words_of
from panoh.web.visit import Visit

#: Every way into the interface, area by area.
WAYS: tuple[Way, ...] = (
    *shell.ways,
    *what_now.ways,
    *unlock.ways,
    *beginning.ways,
    *today.ways,
    *record.ways,
    *people.ways,
    *events.ways,
    *acts.ways,
    *search.ways,
    *importing.ways,
    *network.ways,
    *review.ways,
    *checkins.ways,
    *security.ways,
    *emergency.ways,
    *consent.ways,
    *legal.ways,
    *lawyer.ways,
    *complaint.ways,
    *publish.ways,
    *vault.ways,
)


def application(desk: Desk, key: Key, port: int, ways: Iterable[Way] = WAYS) -> ASGIApp:
    """The interface over one desk, as it is served on this port."""
    ways = tuple(ways)
    routes: list[BaseRoute] = [
        Route(way.path, _endpoint(desk, way), methods=[way.method]) for way in ways
    ]
    routes.append(Route("/enter", lambda request: entered(request, key, desk)))
    routes.append(Mount("/static", _Bundle(directory=HERE / "static", check_dir=False)))
    app = Starlette(routes=routes, exception_handlers={HTTPException: _lost(desk)})

    def refuse(request: Request, status: int) -> Response:
        return _html(Trouble.of_status(status), desk, _language(desk, request))

    return Gate(app, key, port, refuse, {way.path: way.most for way in ways if way.most})


class _Bundle(StaticFiles):
    """The bundle; it holds no record, so the browser may keep it for a while."""

    def file_response(self, *args: object, **rest: object) -> Response:
        answer = super().file_response(*args, **rest)  # type: ignore[arg-type]
        answer.headers.update(STATIC)
        return answer


Endpoint = Callable[[Request], Awaitable[Response]]
#: A script that asked would follow a redirect itself, and only the browser may leave the page:
#: the header that says who asks, and the one that tells it where to go.
_ONWARD = (("hx-request", "HX-Redirect"), ("x-file-name", "X-Next"))


def _endpoint(desk: Desk, way: Way) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        visit = await _visit(desk, way, request)
        if visit is None:
            return _html(Trouble.of_status(400), desk, _language(desk, request))
        return await run_in_threadpool(_respond, way, visit)

    return endpoint


async def _visit(desk: Desk, way: Way, request: Request) -> Visit | None:
    """The request read; nothing if its form is malformed."""
    body = await request.body() if way.method == "POST" else b""
    form: Form
    form, name, data = {}, "", b""
    try:
        if way.most:
            form, name, data = sent_file(request.headers, body)
        elif body:
            form = words_of(body.decode("utf-8"))
    except ValueError:
        return None
    return Visit(
        desk=desk,
        language=_language(desk, request),
        path=request.path_params,
        query=dict(request.query_params),
        form=form,
        piece="hx-request" in request.headers,
        onward=next((name for asked, name in _ONWARD if asked in request.headers), ""),
        body=data,
        file_name=name,
    )


def _language(desk: Desk, request: Request) -> str:
    return desk.language or tongues.accepted(request.headers.get("accept-language", ""))


def _respond(way: Way, visit: Visit) -> Response:
    """The answer drawn; what nobody foresaw is told by its place, for its words may be people's."""
    try:
        return _response(_answer(way, visit), visit)
    except Exception as error:  # noqa: BLE001 - see above
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__}, {Path(place.filename).name}:{place.lineno}"
        return _html(Trouble.unforeseen(where), visit.desk, visit.language)


def _answer(way: Way, visit: Visit) -> Reply:
    """What the handler answers; an error as a page with its next step."""
    try:
        if not way.open:
            return way.handler(visit)
        with visit.desk.held() as case:
            visit.desk.touch()
            return way.handler(replace(visit, held=case))
    except Locked:
        return Redirect("/unlock")
    except Busy as error:
        return Trouble.of(error, 503, again=True)
    except PanohError as error:
        return Trouble.of(error, 422)


def _response(reply: Reply, visit: Visit) -> Response:
    if isinstance(reply, Page):
        return _html(reply, visit.desk, visit.language)
    if isinstance(reply, Redirect):
        if visit.onward:
            return Response(status_code=204, headers={visit.onward: reply.path})
        return RedirectResponse(reply.path, status_code=303)
    if isinstance(reply, Words):
        return PlainTextResponse(reply.text, reply.status, dict(reply.headers or {}))
    if isinstance(reply, Handover):
        return FileResponse(reply.path, filename=reply.name)
    return _file(reply)


def _html(page: Page, desk: Desk, language: str) -> HTMLResponse:
    return HTMLResponse(render(page, desk, language), page.status)


def _file(reply: Download) -> Response:
    """A file; it says nothing to scripts, and its name is ours."""
    how = "inline" if reply.inline else f'attachment; filename="{reply.name}"'
    return Response(reply.data, media_type=reply.type, headers={"content-disposition": how})


def _lost(desk: Desk) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def lost(request: Request, error: Exception) -> Response:
        known = error if isinstance(error, HTTPException) else HTTPException(500)
        answer = _html(Trouble.of_status(known.status_code), desk, _language(desk, request))
        answer.headers.update(known.headers or {})
        return answer

    return lost
