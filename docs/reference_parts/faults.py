"""All that can be wrong: kinds of findings, and errors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from inspect import getdoc, signature
from pkgutil import walk_packages

import inclusion_core
from inclusion_core import InclusionError
from inclusion_core.checks.check import Fault
from inclusion_core.checks.consistency import CONSISTENCY_CHECKS
from inclusion_core.wire.problems import Problem
from reference_parts.markdown import code, said, table, unfilled

__all__ = ["check_findings", "errors", "wire_findings"]

CAUGHT_INSIDE = {"MisuseError", "NothingReadError", "PluginRefusedError", "RefusedError"}


def _stop(name: str) -> None:
    """A package that does not import would be passed over in silence, with all that it tells."""
    raise ImportError(name)


@cache
def _modules() -> Mapping[str, object]:
    walked = walk_packages(inclusion_core.__path__, "inclusion_core.", onerror=_stop)
    found = (module.name for module in walked)
    return {name: import_module(name) for name in found if not name.endswith("__main__")}


def _problems() -> Iterator[Problem]:
    """What can be wrong, as declared; not what other modules fill in of it."""
    for name, module in _modules().items():
        if name.endswith("problems"):
            yield from (value for value in vars(module).values() if isinstance(value, Problem))


def wire_findings() -> str:
    problems = sorted(set(_problems()), key=lambda problem: (problem.kind, problem.says.en))
    rows = (
        (code(each.kind), each.severity.value, unfilled(each.says.en), unfilled(each.remedy.en))
        for each in problems
    )
    return table(("kind", "severity", "what is wrong", "what to do"), rows)


def check_findings() -> str:
    warnings = {fault.kind for fault in _faults() if fault.severity.value == "warning"}
    rows = (
        (code(check.id), "warning" if check.id in warnings else "error", check.says.in_("en"))
        for check in sorted(CONSISTENCY_CHECKS, key=lambda check: check.id)
    )
    return table(("kind", "severity", "what is wrong"), rows)


def _faults() -> Iterator[Fault]:
    for module in _modules().values():
        for value in vars(module).values():
            fault = getattr(value, "fault", value)
            if isinstance(fault, Fault):
                yield fault


def errors() -> str:
    _modules()
    found = sorted(_below(InclusionError), key=lambda error: (error.__module__, error.__name__))
    rows = (
        (
            code(f"{error.__module__.removeprefix('inclusion_core.')}.{error.__name__}"),
            said((getdoc(error) or "").split("\n\n")[0]),
            ", ".join(map(code, _attributes(error))),
        )
        for error in found
        if error.__module__.startswith("inclusion_core") and error.__name__ not in CAUGHT_INSIDE
    )
    return table(("error", "when", "attributes"), rows)


def _attributes(error: type) -> tuple[str, ...]:
    """What its own or an inherited ``__init__`` takes; an error without one has no data."""
    plain = error.__init__ is Exception.__init__
    return () if plain else tuple(signature(error).parameters)


def _below(cls: type) -> Iterator[type]:
    for each in cls.__subclasses__():
        yield each
        yield from _below(each)
