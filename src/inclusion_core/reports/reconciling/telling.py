"""A reconciliation as a report, which every format can write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from inclusion_core.expr.schema import Schema
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.metrics.aspects import VALUES
from inclusion_core.metrics.figures import Figures
from inclusion_core.reports.filling.assumptions import assumptions_section
from inclusion_core.reports.filling.cells import NO, NUMBER, OPEN, YES
from inclusion_core.reports.filling.found import Found
from inclusion_core.reports.lineage.subjects import Listing, State
from inclusion_core.reports.reconciling.bridge import Place, places_of
from inclusion_core.reports.reconciling.missed import Missed, Why
from inclusion_core.reports.reconciling.persons import person_tables
from inclusion_core.reports.reconciling.reconciliation import Reconciliation
from inclusion_core.reports.reconciling.words import STEPS, ReconciliationWords
from inclusion_core.reports.report import BROKEN, Cell, Mark, Report, Section, Table, TableRow
from inclusion_core.sources import Source
from inclusion_core.texts import Text, listing, lv, number_text, period_text
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.words import WORDS

__all__ = ["reconciliation_report"]

TITLE = lv("Saskaņošana: kas kur skaitīts").en("Reconciliation: who is counted where")
FIGURES = lv("Ko katrs rādītājs skaita").en("What each metric counts")
METRIC = lv("Rādītājs").en("Metric")
SUBJECT = lv("Skaitāmā vienība").en("Subject")
GRAIN = lv("Kur katru skaita vienreiz").en("Counted once")
BELONGS = lv("Piederība periodam").en("Belongs to the period")
PERSONS = lv("Dažādas personas").en("Different persons")
BRIDGE = lv("No skaitļu summas līdz dažādām personām").en(
    "From the sum of the figures to different persons"
)
STEP = lv("Solis").en("Step")
CHANGE = lv("Izmaiņa").en("Change")
LEFT = lv("Paliek").en("What is left")
SUM = lv("visu skaitļu summa").en("sum of all figures")
COUNTED_APART = lv("dažādas personas, saskaitītas atsevišķi").en("different persons, counted apart")
ADDS_UP = lv("vai saskan").en("does it add up")
COMBINATIONS = lv("Kurās vietās tās pašas personas skaitītas").en(
    "In which places the same persons are counted"
)
PLACES = lv("Tieši šajās pirmās tabulas rindās").en("In exactly these rows of the first table")
TOGETHER = lv("kopā").en("together")
MISSED = lv("Ko viens rādītājs skaita un otrs ne").en("Whom one metric counts and another does not")
WHY = lv("Kas un kāpēc").en("Who, and why")
PERHAPS = lv(
    "Vēl par {number} personām nav zināms, vai tās būtu jāskaita, vai termiņš ir vaļā."
).en("Of {number} more persons it is not known whether they count, or a window is still open.")
LISTS = lv("Personas").en("Persons")
CONTRADICTION = lv("Uzmanību: skaitļi nesaskan").en("Attention: the figures do not add up")
MEND = lv("Soļi nenoved no summas līdz dažādu personu skaitam; šos skaitļus nedrīkst izmantot.").en(
    "The steps do not lead from the sum to the number of different persons; these figures must not "
    "be used."
)
NO_SUM = lv(
    "Skaitļu summa nav personu skaits: viena persona var būt vairākās dalībās, projektos un "
    "definīcijās. Katrs solis saskaitīts atsevišķi, un pārbaudīts, ka viss saskan."
).en(
    "The sum of the figures is no number of persons: one person may be in several participations, "
    "operations and definitions. Each step is counted for itself, and it is checked that all adds "
    "up."
)
NEAREST = lv(
    "Ja personai ir vairāki ieraksti, iemeslu nosaka tas, kuram līdz ieskaitīšanai trūkst "
    "vismazāk; nosaukts pirmais nosacījums, kas nav izpildīts."
).en(
    "Where a person has several records, the one that comes nearest to being counted gives the "
    "reason; the first condition that does not hold is named."
)
NOT_PUBLIC = lv(
    "Ziņojums nosauc personas pēc to necaurspīdīgajiem numuriem un nav publicējams."
).en("The report names persons by their opaque ids, and is not for publication.")
PAIR = lv("Definīcijas blakus: {one} / {other}").en("Definitions side by side: {one} / {other}")


def reconciliation_report(
    of: Reconciliation,
    *,
    vocabulary: Vocabulary = WORDS,
    schema: Schema = SCHEMA,
    list_persons: bool = False,
) -> Report:
    """The reconciliation as a report.

    Args:
        of: What was reconciled.
        vocabulary: The words for record types, fields and codes.
        schema: The record types.
        list_persons: Whether to name persons, by their ids, for each step and each reason. It is
            then a report that not everybody may see.
    """
    period = period_text(of.provenance.period)
    slots: dict[str, Text | date] = {"period": period, "status_day": of.provenance.status_day}
    found = Found(
        figures=Figures({}), gaps={}, targets=(), status_day=of.provenance.status_day, slots=slots
    )
    places = (place for each in of.listings for place in _places(each))
    words = ReconciliationWords(
        metrics={metric.id: metric for metric in of.metrics},
        vocabulary=vocabulary,
        schema=schema,
        numbers={place: number for number, place in enumerate(places, start=1)},
        found=found,
    )
    lists = tuple(person_tables(of, words)) if list_persons else ()
    sections = (
        *_broken(of),
        Section(id="figures", title=FIGURES, tables=(_figures(of, words),)),
        Section(
            id="bridge",
            title=BRIDGE,
            paragraphs=(NO_SUM,),
            tables=(_bridge(of), _combinations(of, words)),
        ),
        *_missed(of, words),
        *_definitions(of, words),
        *((Section(id="persons", title=LISTS, tables=lists),) if lists else ()),
        *assumptions_section(of.assumptions, of.parameters, found),
    )
    return Report(
        id="reconciliation",
        title=TITLE,
        subtitle=period,
        sections=sections,
        notes=(NOT_PUBLIC,) if lists else (),
        sources=tuple(dict.fromkeys(_cited(of))),
        provenance=of.provenance,
    )


def _cited(of: Reconciliation) -> Iterator[Source]:
    yield from (metric.source for metric in of.metrics)
    yield from (assumption.source for assumption in of.assumptions)


def _broken(of: Reconciliation) -> tuple[Section, ...]:
    """What the report says first, where it does not add up."""
    if of.bridge.adds_up:
        return ()
    return (Section(id=BROKEN, title=CONTRADICTION, paragraphs=(MEND,)),)


def _figures(of: Reconciliation, words: ReconciliationWords) -> Table:
    """A row for each metric and operation: its definition in a few words, and its figure."""
    return Table(
        id="figures",
        title=FIGURES,
        row_heading=METRIC,
        columns=(SUBJECT, GRAIN, BELONGS, NUMBER, PERSONS, OPEN),
        rows=tuple(_figure(each, place, words) for each in of.listings for place in _places(each)),
    )


def _places(of: Listing) -> list[Place]:
    """Where anybody is counted or may come to be."""
    states = (State.COUNTED, State.UNKNOWN, State.OPEN)
    found = {place for state in states for place in places_of(of, state)}
    return sorted(found) or [Place(of.metric.id)]


def _figure(of: Listing, place: Place, words: ReconciliationWords) -> TableRow:
    metric = of.metric
    counted, unknown, still_open = (
        places_of(of, state).get(place, []) for state in (State.COUNTED, State.UNKNOWN, State.OPEN)
    )
    persons = len({each.person for each in counted} - {""})
    return TableRow(
        id=place.key,
        heading=words.numbered(place),
        cells=(
            Cell(value=words.subject(metric)),
            Cell(value=VALUES[metric.grain]),
            Cell(value=VALUES[metric.membership]),
            Cell(value=len(counted), unknown=len(unknown)),
            Cell(value=persons if of.of_persons else Mark.NOT_APPLICABLE),
            Cell(value=Mark.NOT_APPLICABLE if metric.settled_on is None else len(still_open)),
        ),
    )


def _bridge(of: Reconciliation) -> Table:
    """The sum, each step with what is left after it, and the persons counted apart."""
    bridge, nothing = of.bridge, Cell(value=Mark.NOT_APPLICABLE)
    rows = [TableRow(id="sum", heading=SUM, cells=(nothing, Cell(value=bridge.total)))]
    left = bridge.total
    for step, number in bridge.steps.items():
        left -= number
        cells = (Cell(value=-number), Cell(value=left))
        rows.append(TableRow(id=step.value, heading=STEPS[step], cells=cells))
    persons = (nothing, Cell(value=bridge.persons))
    holds = (nothing, Cell(value=YES if bridge.adds_up else NO))
    rows.append(TableRow(id="persons", heading=COUNTED_APART, cells=persons))
    rows.append(TableRow(id="adds-up", heading=ADDS_UP, cells=holds))
    return Table(
        id="bridge",
        title=BRIDGE,
        row_heading=STEP,
        columns=(CHANGE, LEFT),
        rows=tuple(rows),
        notes=(PERHAPS.filled(number=bridge.perhaps),) if bridge.perhaps else (),
    )


def _combinations(of: Reconciliation, words: ReconciliationWords) -> Table:
    """How many persons are counted in exactly which places; each person is in one row."""
    combinations = of.bridge.combinations
    rows = [
        TableRow(
            id=" + ".join(place.key for place in places),
            heading=listing(number_text(words.numbers[place]) for place in places),
            cells=(Cell(value=number),),
        )
        for places, number in combinations.items()
    ]
    together = TableRow(
        id="together", heading=TOGETHER, cells=(Cell(value=sum(combinations.values())),)
    )
    return Table(
        id="combinations",
        title=COMBINATIONS,
        row_heading=PLACES,
        columns=(PERSONS,),
        rows=(*rows, together),
    )


def _missed(of: Reconciliation, words: ReconciliationWords) -> tuple[Section, ...]:
    """For each two metrics, whom one counts and the other does not, and why not."""
    rows = tuple(row for missed in of.missed for row in _missed_rows(missed, words))
    if not rows:
        return ()
    table = Table(id="missed", title=MISSED, row_heading=WHY, columns=(PERSONS,), rows=rows)
    return (Section(id="missed", title=MISSED, paragraphs=(NEAREST,), tables=(table,)),)


def _missed_rows(missed: Missed, words: ReconciliationWords) -> Iterator[TableRow]:
    whole = f"{missed.by.metric.id} - {missed.other.metric.id}"
    total = (Cell(value=len(missed.why)),)
    yield TableRow(id=whole, heading=words.not_by(missed), cells=total)
    for why, number in missed.numbers.items():
        yield TableRow(
            id=f"{whole}/{_why_key(why)}",
            heading=words.why(missed, why),
            cells=(Cell(value=number),),
            part_of=whole,
        )


def _why_key(why: Why) -> str:
    return f"clause-{why + 1}" if isinstance(why, int) else why.value


def _definitions(of: Reconciliation, words: ReconciliationWords) -> Iterator[Section]:
    """Each two definitions side by side."""
    for each in of.comparisons:
        one, other = (words.metric(metric.id) for metric in (each.one, each.other))
        yield Section(
            id=f"definitions.{each.one.id}.{each.other.id}",
            title=PAIR.filled(one=one, other=other),
            paragraphs=tuple(
                words.found.filled(text) for text in each.told(words.vocabulary, words.schema)
            ),
        )
