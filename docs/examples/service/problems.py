"""What goes wrong, as ``application/problem+json`` (RFC 9457); no value of a client is in it."""

from collections.abc import Iterable
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from inclusion_core import Finding, InclusionError, lv
from inclusion_core.catalogue import NotLoadedError
from inclusion_core.databases import BusyError, ConflictError, LostConnectionError
from inclusion_core.errors import UnknownNameError
from inclusion_core.findings import Place
from inclusion_core.periods import BackwardsPeriodError
from inclusion_core.rules.eligibility import EligibilityRefusedError
from inclusion_core.wire import NotWritableError

PROBLEM = "application/problem+json"


class FaultyInputError(InclusionError):
    """What was sent cannot be taken; ``findings`` says all that is wrong with it."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings

    def __str__(self) -> str:
        return "nothing was taken; put right what the findings name, and send it again"


STATUSES = {
    NotLoadedError: HTTPStatus.SERVICE_UNAVAILABLE,
    EligibilityRefusedError: HTTPStatus.SERVICE_UNAVAILABLE,
    BusyError: HTTPStatus.SERVICE_UNAVAILABLE,
    LostConnectionError: HTTPStatus.SERVICE_UNAVAILABLE,
    UnknownNameError: HTTPStatus.NOT_FOUND,
    ConflictError: HTTPStatus.CONFLICT,
    FaultyInputError: HTTPStatus.UNPROCESSABLE_ENTITY,
    NotWritableError: HTTPStatus.UNPROCESSABLE_ENTITY,
    BackwardsPeriodError: HTTPStatus.UNPROCESSABLE_ENTITY,
}
"""The first that fits counts; any other error is a fault of the service."""


def install(app: FastAPI) -> None:
    """Have every error of the service told in this form."""
    app.add_exception_handler(InclusionError, told)
    app.add_exception_handler(RequestValidationError, refused)
    app.add_exception_handler(HTTPException, not_served)
    app.add_exception_handler(Exception, broken)


def told(_: Request, error: InclusionError) -> JSONResponse:
    """What the library says."""
    fitting = (status for kind, status in STATUSES.items() if isinstance(error, kind))
    status = next(fitting, HTTPStatus.INTERNAL_SERVER_ERROR)
    return problem(status, str(error), type(error).__name__, getattr(error, "findings", ()))


def refused(request: Request, error: RequestValidationError) -> JSONResponse:
    """What FastAPI says of parameters; its own answer would repeat the values."""
    findings = (
        Finding(
            kind=f"service.{fault['type']}",
            says=lv("parametru nevar pieņemt").en("the parameter cannot be taken"),
            remedy=lv("skatiet /openapi.json").en("see in /openapi.json what it may be"),
            place=Place(field=str(fault["loc"][-1])),
        )
        for fault in error.errors()
    )
    return told(request, FaultyInputError(tuple(findings)))


def not_served(_: Request, error: HTTPException) -> JSONResponse:
    """What the service says before the library is asked."""
    answer = problem(HTTPStatus(error.status_code), str(error.detail))
    answer.headers.update(error.headers or {})
    return answer


def broken(_: Request, __: Exception) -> JSONResponse:
    """Nothing of what failed is told to who asked."""
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, "the service has failed; its log says where")


def problem(
    status: HTTPStatus, detail: str, kind: str = "", findings: Iterable[Finding] = ()
) -> JSONResponse:
    """One problem."""
    written = {
        "type": f"https://example.org/problems/{kind}" if kind else "about:blank",
        "title": status.phrase,
        "status": status.value,
        "detail": detail,
        "findings": [finding.as_json("en") for finding in findings],
    }
    headers = {"Cache-Control": "no-store"}
    if status is HTTPStatus.SERVICE_UNAVAILABLE:
        headers["Retry-After"] = "10"
    return JSONResponse(written, status.value, headers, PROBLEM)
