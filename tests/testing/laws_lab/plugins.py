"""Plugins as modules made on the spot, and what the laws are given of them."""

from __future__ import annotations

from importlib.metadata import version
from types import ModuleType

from inclusion_core.expr import subject
from inclusion_core.facts.moments import PERIOD_FIRST_DAY, PERIOD_LAST_DAY
from inclusion_core.facts.rows import ParticipationRow, PersonRow
from inclusion_core.facts.subjects import ATTENDANCE
from inclusion_core.limits.limit import End, Limit, Support
from inclusion_core.manager import Plugin
from inclusion_core.markers import hookimpl
from inclusion_core.metrics.metric import Grain, Membership, Metric
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.reports.form import FigureTable, ReportForm, SectionForm
from inclusion_core.sources import Source
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.loading import given_of
from inclusion_core.testing.conformance.meaning import Meant
from inclusion_core.texts import lv

SAYS = lv("Paraugs").en("Example")
ACT = Source(lv("Līgums").en("Agreement")).point("4")
LANGUAGE = ProgrammeDefinition(
    id="cafe.language",
    says=SAYS,
    target_group=SAYS,
    operation_number="7/2018",
    sources=(ACT,),
)

person = subject(PersonRow)
stay = subject(ParticipationRow)
stays = person.clients.each(lambda client: client.participations)


def in_cafe(of):
    """Whether a stay is in the café."""
    return of.programme.declared_as.is_in(LANGUAGE.id)


def entered(of):
    """Whether it is an entry to the café in the period."""
    return in_cafe(of) & of.entered_on.is_between(PERIOD_FIRST_DAY, PERIOD_LAST_DAY)


def metric(key, **changed):
    """A metric of persons who entered, if not said otherwise."""
    usual = {
        "says": SAYS,
        "subject": PersonRow,
        "universe": stays.where(entered).exist(),
        "grain": Grain.PROGRAMME,
        "membership": Membership.ENTERED,
        "source": ACT,
    }
    return Metric(id=f"cafe.{key}", **{**usual, **changed})


SUPPORT = Support(id="cafe.talk", says=SAYS, given=ATTENDANCE.minutes >= 1)


def limit(key, *ends, first_day=stay.entered_on):
    """A limit that begins at entry, if not said otherwise."""
    return Limit(
        id=f"cafe.{key}",
        programme=LANGUAGE.id,
        support=SUPPORT,
        says=SAYS,
        first_day=first_day,
        ends=tuple(End(id=name, says=SAYS, day=day, source=ACT) for name, day in ends),
        source=ACT,
    )


def form(*tables, key="form"):
    """A form of these tables, or of one over some metrics."""
    return ReportForm(
        id=f"cafe.{key}",
        title=SAYS,
        subtitle=SAYS,
        sections=(SectionForm(id="all", title=SAYS, tables=tables),),
    )


def figures(*metrics):
    """A table of metrics."""
    return FigureTable(id="figures", title=SAYS, row_heading=SAYS, metrics=metrics)


def given(examples=6, engines=("polars",), **declared):
    """What the laws are given of a plugin ``cafe`` that declares this: ``metrics=(...)``."""
    module = ModuleType("made_on_the_spot")
    for kind, values in {"programmes": (LANGUAGE,), **declared}.items():
        hook = hookimpl(lambda values=values: values)
        setattr(module, f"inclusion_{kind}", hook)
    plugin = Plugin(
        name="cafe",
        distribution="inclusion-cafe",
        version=version("inclusion-core"),
        load=lambda: module,
    )
    meant = Meant(plugin=plugin, module="", others=())
    found = given_of(meant, engines=engines, examples=examples, seed=1)
    assert isinstance(found, Given), found
    return found


def broken(check, **declared):
    """What breaks a promise, by the declaration that it is about."""
    its = given(**declared)
    assert check.concerns(its)
    return {each.about: each for each in check.look(its)}
