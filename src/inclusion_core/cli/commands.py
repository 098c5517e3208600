"""The commands that there are; what one of them needs is imported when it is asked for."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from inclusion_core.cli.exits import Exit
from inclusion_core.cli.parser import Parser
from inclusion_core.cli.screen import Screen

if TYPE_CHECKING:
    from inclusion_core.catalogue import Catalogue

__all__ = ["COMMANDS", "Command", "Work"]


class Work(NamedTuple):
    """What a command takes and does.

    Attributes:
        add_arguments: Tells the parser what it takes.
        run: Does it.
        tells_faults: It says itself which plugins could not be loaded.
    """

    add_arguments: Callable[[Parser], None]
    run: Callable[[Namespace, Catalogue, Screen], Exit]
    tells_faults: bool = False


class Command(NamedTuple):
    """A command, as help lists it.

    Attributes:
        says: What it does, in a line.
        work: Imports what it takes and does.
    """

    says: str
    work: Callable[[], Work]


def _report() -> Work:
    from inclusion_core.cli import report  # noqa: PLC0415  so that starting is quick

    return Work(report.add_arguments, report.run)


def _sentences() -> Work:
    from inclusion_core.cli import sentences  # noqa: PLC0415  so that starting is quick

    return Work(sentences.add_arguments, sentences.run)


def _reconcile() -> Work:
    from inclusion_core.cli import reconcile  # noqa: PLC0415  so that starting is quick

    return Work(reconcile.add_arguments, reconcile.run)


def _trace() -> Work:
    from inclusion_core.cli import trace  # noqa: PLC0415  so that starting is quick

    return Work(trace.add_arguments, trace.run)


def _check() -> Work:
    from inclusion_core.cli import check  # noqa: PLC0415  so that starting is quick

    return Work(check.add_arguments, check.run)


def _keeping() -> Work:
    from inclusion_core.cli import keeping  # noqa: PLC0415  so that starting is quick

    return Work(keeping.add_arguments, keeping.run)


def _erase() -> Work:
    from inclusion_core.cli import erase  # noqa: PLC0415  so that starting is quick

    return Work(erase.add_arguments, erase.run)


def _assess() -> Work:
    from inclusion_core.cli import assess  # noqa: PLC0415  so that starting is quick

    return Work(assess.add_arguments, assess.run)


def _explain() -> Work:
    from inclusion_core.cli import explain  # noqa: PLC0415  so that starting is quick

    return Work(explain.add_arguments, explain.run)


def _limits() -> Work:
    from inclusion_core.cli import limits  # noqa: PLC0415  so that starting is quick

    return Work(limits.add_arguments, limits.run)


def _programmes() -> Work:
    from inclusion_core.cli import programmes  # noqa: PLC0415  so that starting is quick

    return Work(programmes.add_arguments, programmes.run)


def _forms() -> Work:
    from inclusion_core.cli import forms  # noqa: PLC0415  so that starting is quick

    return Work(forms.add_arguments, forms.run)


def _extract() -> Work:
    from inclusion_core.cli import extract  # noqa: PLC0415  so that starting is quick

    return Work(extract.add_arguments, extract.run)


def _plugins() -> Work:
    from inclusion_core.cli import plugins  # noqa: PLC0415  so that starting is quick

    return Work(plugins.add_arguments, plugins.run, tells_faults=True)


def _sample() -> Work:
    from inclusion_core.cli import sample  # noqa: PLC0415  so that starting is quick

    return Work(sample.add_arguments, sample.run)


def _template() -> Work:
    from inclusion_core.cli import template  # noqa: PLC0415  so that starting is quick

    return Work(template.add_arguments, template.run)


def _import() -> Work:
    from inclusion_core.cli import import_  # noqa: PLC0415  so that starting is quick

    return Work(import_.add_arguments, import_.run)


def _show() -> Work:
    from inclusion_core.cli import show  # noqa: PLC0415  so that starting is quick

    return Work(show.add_arguments, show.run)


def _history() -> Work:
    from inclusion_core.cli import history  # noqa: PLC0415  so that starting is quick

    return Work(history.add_arguments, history.run)


def _records() -> Work:
    from inclusion_core.cli import records  # noqa: PLC0415  so that starting is quick

    return Work(records.add_arguments, records.run)


def _assumptions() -> Work:
    from inclusion_core.cli import assumptions  # noqa: PLC0415  so that starting is quick

    return Work(assumptions.add_arguments, assumptions.run)


def _facts() -> Work:
    from inclusion_core.cli import facts  # noqa: PLC0415  so that starting is quick

    return Work(facts.add_arguments, facts.run)


def _new_plugin() -> Work:
    from inclusion_core.cli import new_plugin  # noqa: PLC0415  so that starting is quick

    return Work(new_plugin.add_arguments, new_plugin.run)


def _cases() -> Work:
    from inclusion_core.cli import cases  # noqa: PLC0415  so that starting is quick

    return Work(cases.add_arguments, cases.run)


def _submit() -> Work:
    from inclusion_core.cli import submit  # noqa: PLC0415  so that starting is quick

    return Work(submit.add_arguments, submit.run)


def _verify() -> Work:
    from inclusion_core.cli import verify  # noqa: PLC0415  so that starting is quick

    return Work(verify.add_arguments, verify.run)


def _compare() -> Work:
    from inclusion_core.cli import compare  # noqa: PLC0415  so that starting is quick

    return Work(compare.add_arguments, compare.run)


def _impact() -> Work:
    from inclusion_core.cli import impact  # noqa: PLC0415  so that starting is quick

    return Work(impact.add_arguments, impact.run)


def _audit_sample() -> Work:
    from inclusion_core.cli import audit_sample  # noqa: PLC0415  so that starting is quick

    return Work(audit_sample.add_arguments, audit_sample.run)


def _release() -> Work:
    from inclusion_core.cli import release  # noqa: PLC0415  so that starting is quick

    return Work(release.add_arguments, release.run)


def _releases() -> Work:
    from inclusion_core.cli import releases  # noqa: PLC0415  so that starting is quick

    return Work(releases.add_arguments, releases.run)


def _convert() -> Work:
    from inclusion_core.cli import convert  # noqa: PLC0415  so that starting is quick

    return Work(convert.add_arguments, convert.run)


COMMANDS: Mapping[str, Command] = {
    "report": Command("fill in a report form from data", _report),
    "trace": Command("say where a cell of a report comes from, and who is behind it", _trace),
    "sentences": Command(
        "tell what is published in words, and whether a text has the same numbers", _sentences
    ),
    "reconcile": Command(
        "say who is counted where by several metrics, and why their totals differ", _reconcile
    ),
    "release": Command(
        "enter what was published into a ledger, or say what it would uncover", _release
    ),
    "releases": Command("list what was published", _releases),
    "submit": Command("freeze a report with all that is handed in beside it", _submit),
    "verify": Command("make a submission again from data, and say whether it is the same", _verify),
    "compare": Command("tell which figures moved between two submissions, and why", _compare),
    "impact": Command(
        "tell what a later day, another assumption or another version moves, and whom", _impact
    ),
    "audit-sample": Command(
        "draw whom an auditor looks at, so that anybody can again", _audit_sample
    ),
    "template": Command("write the workbook that a provider of a programme fills in", _template),
    "import": Command("take in a filled workbook, or show what that would change", _import),
    "convert": Command("write data in another form: CSV, JSON or Parquet", _convert),
    "check": Command("show all faults and contradictions in data", _check),
    "show": Command("show the life of one client as a dated list, or as a picture", _show),
    "history": Command("show the versions of one record", _history),
    "keeping": Command("tell until when data may be kept, and what was erased", _keeping),
    "erase": Command("erase clients, or all that is due, or tell what would go", _erase),
    "assess": Command("judge who is eligible, or may be given support, and say why", _assess),
    "explain": Command("tell what a rule, a limit or another id means, and who says so", _explain),
    "limits": Command(
        "show from when and until when support may be given, and who reaches the limit", _limits
    ),
    "programmes": Command("list the programmes that plugins declare", _programmes),
    "forms": Command("list report forms, and the formats that a report can have", _forms),
    "assumptions": Command(
        "list what reports take for granted, and what else may be assumed", _assumptions
    ),
    "facts": Command("write a facts table of a caseload, or describe its columns", _facts),
    "extract": Command(
        "write facts tables for research, under pseudonyms, with a disclosure report", _extract
    ),
    "plugins": Command("list what is installed, what it brings, and what failed", _plugins),
    "records": Command("list what can be recorded, and describe files to other programs", _records),
    "sample": Command("write synthetic data to try things with", _sample),
    "cases": Command("run worked cases, and tell which do not come out as expected", _cases),
    "new-plugin": Command("make the folder of a plugin to begin with", _new_plugin),
}
