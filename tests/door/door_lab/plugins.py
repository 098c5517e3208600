"""Plugins as modules made on the spot; what they declare is the simplest there is."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from types import ModuleType
from typing import Annotated

import attrs

from inclusion_core.checks.check import Check
from inclusion_core.deprecations import Deprecation
from inclusion_core.expr import DayAttribute, DayExpression, Row, subject
from inclusion_core.facts.assumption import Assumption
from inclusion_core.facts.fact import Fact
from inclusion_core.facts.rows import ClientRow, ParticipationRow
from inclusion_core.facts.subjects import ATTENDANCE, CLIENT, PARTICIPATION
from inclusion_core.facts.table import Column, FactsTable
from inclusion_core.fields import Record, Reference, type_name
from inclusion_core.limits.limit import End, Limit, Support
from inclusion_core.manager import Plugin
from inclusion_core.markers import hookimpl
from inclusion_core.metrics.metric import Grain, Membership, Metric
from inclusion_core.model.caseload import Journal
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.reports.form import FigureTable, ReportForm, SectionForm
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.rules.rule import Rule
from inclusion_core.samples import Sample
from inclusion_core.sources import Source
from inclusion_core.texts import Text, lv
from inclusion_core.values import NOT_ASKED, Day
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.readers import DataReader
from inclusion_core.wire.reading import Reading

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


def programme(key: str, *, rules_from: tuple[str, ...] = ()) -> ProgrammeDefinition:
    """A programme with this id."""
    return ProgrammeDefinition(
        id=key,
        says=SAYS,
        target_group=SAYS,
        operation_number="1.2.3.",
        sources=(ACT,),
        rules_from=rules_from,
    )


def rule(key: str, of: str) -> Rule:
    """A rule with this id for a programme."""
    holds = CLIENT.arrivals.exist()
    return Rule(id=key, programme=of, says=SAYS, holds=holds, source=ACT)


def limit(key: str, of: str) -> Limit:
    """A limit with this id for a programme."""
    support = Support(
        id=f"{key.partition('.')[0]}.support", says=SAYS, given=ATTENDANCE.minutes >= 1
    )
    return Limit(
        id=key,
        programme=of,
        support=support,
        says=SAYS,
        first_day=CLIENT.born_on,
        ends=(End(id="death", says=SAYS, day=CLIENT.died_on, source=ACT),),
        source=ACT,
    )


def fact(key: str) -> Fact[object]:
    """A fact with this id."""
    return Fact(id=key, says=SAYS, subject=ClientRow, value=subject(ClientRow).born_on)


def assumption(key: str) -> Assumption:
    """An assumption with this id."""
    return Assumption(
        id=key, says=lv("{value} gadi").en("{value} years"), default=7, most=9, source=ACT
    )


def facts_table(
    key: str,
    *,
    rows: str = "",
    base: type[Record] = Record,
    value: DayExpression = PARTICIPATION.entered_on,
    assumes: tuple[Assumption, ...] = (),
    words: dict[str, Text] | None = None,
) -> FactsTable:
    """A facts table with this id and one day in it; its rows are ``<namespace>Stay``."""
    name = rows or f"{key.partition('.')[0].capitalize()}Stay"
    body = {"__annotations__": {"id": str, "entered_on": Day}, "entered_on": NOT_ASKED}
    record = attrs.frozen(kw_only=True, repr=False)(type(name, (base,), body))
    row = type("StayRow", (Row,), {"record_type": type_name(record), "entered_on": DayAttribute()})
    row.__dict__["entered_on"].__set_name__(row, "entered_on")
    return FactsTable(
        id=key,
        says=SAYS,
        subject=ParticipationRow,
        row=row,
        record=record,
        columns={"entered_on": Column(value=value)},
        words=Vocabulary(id=f"{key}-words", fields=words or {}),
        assumes=assumes,
    )


def check(key: str) -> Check:
    """A check with this id, which finds nothing."""
    return Check(id=key, says=SAYS, find=lambda examined: ())


def record_type(
    namespace: str, name: str = "Visit", *, to: str = "client", inverse: str = ""
) -> type[Record]:
    """A record type ``<namespace>_visit``, which refers to a client if not said otherwise."""
    reference = Reference(to, inverse=inverse or f"{namespace}_{name.lower()}s")
    annotations = {"id": str, "to_id": Annotated[str, reference], "made_on": Day}
    body = {"__annotations__": annotations, "made_on": NOT_ASKED}
    made = type(f"{namespace.capitalize()}{name}", (Record,), body)
    return attrs.frozen(kw_only=True, repr=False)(made)


def reader(key: str, *suffixes: str, read: Callable[..., object] | None = None) -> DataReader:
    """A reader with this id, which knows nothing to read if not said otherwise."""

    def reads_nothing(path: object, schema: object) -> Reading:
        raise NotImplementedError

    return DataReader(id=key, says=SAYS, suffixes=suffixes, read=read or reads_nothing)


def words(key: str, **types: str) -> Vocabulary:
    """Words with this id for record types."""
    texts = {name: lv(said).en(said) for name, said in types.items()}
    return Vocabulary(id=key, types=texts)


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


def deprecation(key: str, *, instead: str = "") -> Deprecation:
    """What says of this id that it will go."""
    return Deprecation(id=key, instead=instead, since="0.1.0", says=SAYS)


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
    assumed = assumption(f"{name}.assumption")
    return plugin(
        name,
        declaring(
            programmes=(programme(f"{name}.programme"),),
            rules=(rule(f"{name}.rule", f"{name}.programme"),),
            limits=[limit(f"{name}.limit", f"{name}.programme")],
            checks=(check(f"{name}.check"),),
            metrics=[clients],
            facts=(fact(f"{name}.fact"),),
            facts_tables=(facts_table(f"{name}.facts_table", assumes=(assumed,)),),
            assumptions=(assumed,),
            record_types=(record_type(name),),
            reports=(report(f"{name}.report", clients),),
            formats={report_format(f"{name}.format")},
            readers=(reader(f"{name}.reader", f".{name}"),),
            texts=(words(f"{name}.words", **{f"{name}_visit": f"visit of {name}"}),),
            samples=(sample(f"{name}.sample"),),
            deprecations=(deprecation(f"{name}.sample"),),
        ),
    )
