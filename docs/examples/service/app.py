"""Who may take part, until when, and what is still to be asked; reports; and what is written."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date, datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import attrs
from fastapi import Depends, FastAPI, HTTPException, Request, Response
from fastapi.responses import JSONResponse
from fastapi.routing import APIRouter
from pydantic import BeforeValidator
from sqlalchemy import Engine

from inclusion_core import (
    Audience,
    Case,
    Catalogue,
    Decision,
    Eligibility,
    Language,
    Period,
    ReportData,
    load_catalogue,
    parse_day,
    published,
)
from inclusion_core.databases import Database
from inclusion_core.errors import NotADayError
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire import json_document
from service.document import answers, document, sent
from service.problems import FaultyInputError, install

LOG = logging.getLogger("service")
LARGEST = 10_000_000
NOBODY_KEEPS_IT = {"Cache-Control": "no-store"}


# What answers: loaded at the start, immutable, and replaced whole.


@attrs.frozen
class Desk:
    """Rules and cases that belong together."""

    catalogue: Catalogue
    database: Database

    @classmethod
    def opened(cls, where: str | Engine) -> "Desk":
        """The desk of a database, with the rules that are installed."""
        catalogue = load_catalogue()
        for fault in catalogue.faults:
            LOG.error("%s", fault)  # the other plugins work
        return cls(catalogue, Database.create(where, catalogue.schema))


def renew(app: FastAPI) -> None:
    """Answer by rules that are loaded anew; what is being answered ends as it began."""
    desk = Desk.opened(app.state.desk.database.engine)
    if desk.catalogue.faults:
        raise RuntimeError("not all plugins could be loaded; the rules stay as they were")
    app.state.desk = desk


# The edge: what comes from outside, and is handed on.


def day_in_riga() -> date:
    """The only clock of the service."""
    return datetime.now(ZoneInfo("Europe/Riga")).date()


def today(request: Request) -> date:
    return request.app.state.clock()


def caller(request: Request) -> str:
    return request.app.state.who_asks(request)


def our_desk(request: Request) -> Desk:
    return request.app.state.desk


def full_day(written: object) -> object:
    """A day as files write it, where others would take seconds since 1970 for one as well."""
    try:
        day = parse_day(str(written))
    except NotADayError:
        raise ValueError("not a day") from None
    return day if isinstance(day, date) else None


async def body(request: Request) -> bytes:
    """What was sent, unless it is too much."""
    received = bytearray()
    async for part in request.stream():
        received += part
        if len(received) > LARGEST:
            raise HTTPException(413)
    return bytes(received)


Day = Annotated[date, BeforeValidator(full_day)]
Today = Annotated[date, Depends(today)]
OurDesk = Annotated[Desk, Depends(our_desk)]


@attrs.frozen
class Asked:
    """A question about one client."""

    eligibility: Eligibility
    case: Case
    on: date
    vocabulary: Vocabulary
    language: Language

    def decision(self, support: str | None) -> Decision:
        """Whether they may take part, or be given a kind of support."""
        if support is None:
            return self.eligibility.assess(self.case, self.on)
        return self.eligibility.may_receive(support, self.case, self.on)


def days(now: Today, on: Day | None = None, known_on: Day | None = None) -> tuple[date, date]:
    """The day of the question, and the one up to which records are known: today at the latest."""
    return on or now, min(known_on or now, now)


def asked(
    programme: str,
    client: str,
    desk: OurDesk,
    days: Annotated[tuple[date, date], Depends(days)],
    language: Language = Language.EN,
) -> Asked:
    """The question."""
    on, known_on = days
    eligibility = desk.catalogue.eligibility(programme)
    case = desk.database.case(client, known_on=known_on)
    return Asked(eligibility, case, on, desk.catalogue.vocabulary, language)


def period(first_day: Day, last_day: Day) -> Period:
    """The period of a report."""
    return Period(first_day, last_day)


Question = Annotated[Asked, Depends(asked)]


# What is answered. FastAPI runs each of these functions in a thread.

router = APIRouter(dependencies=[Depends(caller)])
CLIENT = "/programmes/{programme}/clients/{client}"


def json(content: str | bytes) -> Response:
    return Response(content, 200, NOBODY_KEEPS_IT, "application/json")


@router.get(f"{CLIENT}/decision", responses=answers("Decision"))
def decision(question: Question, support: str | None = None) -> Response:
    """Whether a client may take part, or be given a kind of support, and why."""
    return json(question.decision(support).as_json(question.language, question.vocabulary))


@router.get(f"{CLIENT}/questions", responses=answers("OpenQuestions"))
def questions(question: Question, support: str | None = None) -> Response:
    """What is still to be asked where that is undecided."""
    found = question.decision(support).open_questions
    written = found.as_json(question.vocabulary, question.language)
    return JSONResponse(written, 200, NOBODY_KEEPS_IT)


@router.get(f"{CLIENT}/windows/{{support}}", responses=answers("Window"))
def window(question: Question, support: str) -> Response:
    """Until when a client may be given a kind of support."""
    found = question.eligibility.support(support, question.case, question.on)
    return json(found.as_json(question.language))


@router.get("/reports/{form}", responses=answers("Report"))
def report(
    form: str,
    desk: OurDesk,
    now: Today,
    period: Annotated[Period, Depends(period)],
    audience: Audience = Audience.PUBLIC,
) -> Response:
    """A report on a period, with as much of it as an audience may see."""
    declared, last_day = desk.catalogue.report(form), period.last_day
    data = ReportData.of_caseload(desk.database.caseload(now), desk.catalogue.schema)
    versions = desk.catalogue.versions_behind(declared)
    made = declared.filled_in(data, period=period, status_day=last_day, versions=versions)
    lineage = declared.lineage(data, period=period, status_day=last_day)
    shown = published(made, lineage, audience, threshold=declared.threshold)
    return json(desk.catalogue.formats["json"].render(shown, Language.EN))


@router.post(
    "/versions",
    status_code=201,
    responses=answers("Written", 201),
    openapi_extra=sent("Journal"),
)
def write(
    desk: OurDesk,
    now: Today,
    by: Annotated[str, Depends(caller)],
    document: Annotated[bytes, Depends(body)],
) -> Response:
    """Write versions of records, all of them or none."""
    reading = json_document.read(document, desk.catalogue.schema)
    # The database knows whether a version follows from the last one; the document need not.
    faults = tuple(each for each in reading.findings if each.kind != "wire.version-gap")
    if faults:
        raise FaultyInputError(faults)
    versions = reading.journal.versions
    stamped = (attrs.evolve(each, recorded_on=now, recorded_by=by) for each in versions)
    return JSONResponse({"written": desk.database.append(stamped)}, 201, NOBODY_KEEPS_IT)


def create(
    address: str, who_asks: Callable[[Request], str], clock: Callable[[], date] = day_in_riga
) -> FastAPI:
    """The service.

    Args:
        address: Of the database.
        who_asks: Gives an opaque id of who is signed in, or raises ``HTTPException(401)``.
        clock: What day it is.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.desk = Desk.opened(address)
        yield
        app.state.desk.database.engine.dispose()

    class Service(FastAPI):
        def openapi(self) -> dict[str, Any]:
            return document(self, self.state.desk.catalogue)

    app = Service(title="Cases", version="1", lifespan=lifespan)
    app.state.who_asks, app.state.clock = who_asks, clock
    app.include_router(router)
    install(app)
    return app
