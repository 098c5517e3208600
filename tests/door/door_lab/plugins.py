"""Plugins as modules made on the spot; what they declare is the simplest there is."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from types import ModuleType

from inclusion_core.expr import subject
from inclusion_core.facts.rows import ClientRow
from inclusion_core.manager import Plugin
from inclusion_core.markers import hookimpl
from inclusion_core.metrics.metric import Grain, Membership, Metric
from inclusion_core.model.caseload import Journal
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.reports.form import FigureTable, ReportForm, SectionForm
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.samples import Sample
from inclusion_core.sources import Source
from inclusion_core.texts import lv

VERSION = version("inclusion-core")
SAYS = lv("Paraugs").en("Example")
ACT = Source(lv("Likums").en("Act"))


def empty_journal(seed: int) -> Journal:
    """A sample without records, whatever the seed."""
    del seed
    return Journal(())


def metric(key: str) -> Metric:
    """A metric with this id."""
    client = subject(ClientRow)
    return Metric(
        id=key,
        says=SAYS,
        subject=ClientRow,
        universe=client.participations.exist(),
        grain=Grain.PROGRAMME,
        membership=Membership.ACTIVE,
        source=ACT,
    )


def programme(key: str) -> ProgrammeDefinition:
    """A programme with this id."""
    return ProgrammeDefinition(
        id=key, says=SAYS, target_group=SAYS, operation_number="1.2.3.", sources=(ACT,)
    )


def report(key: str, *metrics: Metric) -> ReportForm:
    """A form with this id, of one table over these metrics."""
    table = FigureTable(id="figures", title=SAYS, row_heading=SAYS, metrics=metrics)
    return ReportForm(
        id=key,
        programme=key,
        title=SAYS,
        subtitle=SAYS,
        sections=(SectionForm(id="all", title=SAYS, tables=(table,)),),
    )


def report_format(key: str) -> ReportFormat:
    """A format with this id, which writes nothing."""
    return ReportFormat(
        id=key, says=SAYS, suffix=".txt", media_type="text/plain", render=lambda *_: b""
    )


def sample(key: str) -> Sample:
    """A sample with this id."""
    return Sample(id=key, says=SAYS, build=empty_journal)


def module(**hooks: Callable[..., object]) -> ModuleType:
    """A module with these functions, each marked as the implementation of a hook."""
    made = ModuleType("made_on_the_spot")
    for name, hook in hooks.items():
        setattr(made, name, hookimpl(hook))
    return made


def declaring(**values: object) -> ModuleType:
    """A module whose hooks give these values: ``metrics=(...)``."""
    return module(
        **{f"inclusion_{kind}": lambda given=given: given for kind, given in values.items()}
    )


def plugin(
    name: str, load: Callable[[], object] | ModuleType, *, version: str = VERSION, by: str = ""
) -> Plugin:
    """A plugin of that name, brought by ``inclusion-<name>`` if not said otherwise."""
    return Plugin(
        name=name,
        distribution=by or f"inclusion-{name}",
        version=version,
        load=(lambda: load) if isinstance(load, ModuleType) else load,
    )


def healthy(name: str) -> Plugin:
    """A plugin that declares one value of each kind and nothing wrong."""
    clients = metric(f"{name}.clients")
    return plugin(
        name,
        declaring(
            programmes=(programme(f"{name}.programme"),),
            metrics=[clients],
            reports=(report(f"{name}.report", clients),),
            formats={report_format(f"{name}.format")},
            samples=(sample(f"{name}.sample"),),
        ),
    )
