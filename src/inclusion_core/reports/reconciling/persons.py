"""Who is behind the steps of a reconciliation, by opaque ids, for those who may see them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from inclusion_core.pages.lines import one_line
from inclusion_core.reports.reconciling.bridge import Place, Step, places_of
from inclusion_core.reports.reconciling.missed import Missed
from inclusion_core.reports.reconciling.reconciliation import Reconciliation
from inclusion_core.reports.reconciling.words import STEPS, ReconciliationWords
from inclusion_core.reports.report import Cell, Table, TableRow
from inclusion_core.texts import Text, listing, lv

__all__ = ["person_tables"]

PERSON = lv("Persona").en("Person")
RECORD = lv("Ieraksts").en("Record")
WHERE = lv("Kur skaitīta").en("Where counted")
WHY = lv("Kāpēc nav skaitīta").en("Why not counted")
MORE = lv("Par cik reižu vairāk").en("How many times more")


def person_tables(of: Reconciliation, words: ReconciliationWords) -> Iterator[Table]:
    """For each step and each two metrics a list of those whom it is about; none for nobody."""
    where = _where(of)
    steps: dict[Step, dict[str, tuple[tuple[Place, ...], int]]] = {step: {} for step in Step}
    for person, times in where.items():
        metrics = Counter(place.metric for place in times)
        more = {
            Step.SEVERAL_PARTICIPATIONS: sum(times.values()) - len(times),
            Step.SEVERAL_OPERATIONS: len(times) - len(metrics),
            Step.SEVERAL_METRICS: len(metrics) - 1,
        }
        for step, number in more.items():
            if number:
                steps[step][person] = (tuple(times), number)
    for step, persons in steps.items():
        if persons:
            yield _of_step(step, persons, words)
    nobody = tuple(_nobody(of))
    if nobody:
        yield _records(nobody, words)
    yield from (_of_missed(missed, words) for missed in of.missed if missed.why)


def _where(of: Reconciliation) -> Mapping[str, Counter[Place]]:
    """How often each person is counted in which places, ordered by id."""
    found: dict[str, Counter[Place]] = defaultdict(Counter)
    for each in of.listings:
        for place, subjects in places_of(each).items() if each.of_persons else ():
            for subject in subjects:
                if subject.person:
                    found[subject.person][place] += 1
    return {person: found[person] for person in sorted(found)}


def _of_step(
    step: Step,
    persons: Mapping[str, tuple[tuple[Place, ...], int]],
    words: ReconciliationWords,
) -> Table:
    return Table(
        id=f"persons.{step.value}",
        title=STEPS[step],
        row_heading=PERSON,
        columns=(WHERE, MORE),
        rows=tuple(
            _row(person, listing(map(words.place, places)), number)
            for person, (places, number) in persons.items()
        ),
        lists_persons=True,
    )


def _nobody(of: Reconciliation) -> Iterator[tuple[str, Place]]:
    """The records of which it is not told whose they are."""
    for each in of.listings:
        for place, subjects in places_of(each).items() if each.of_persons else ():
            yield from ((subject.id, place) for subject in subjects if not subject.person)


def _records(records: tuple[tuple[str, Place], ...], words: ReconciliationWords) -> Table:
    return Table(
        id=f"persons.{Step.NOBODY_NAMED.value}",
        title=STEPS[Step.NOBODY_NAMED],
        row_heading=RECORD,
        columns=(WHERE,),
        rows=tuple(_row(key, words.place(place)) for key, place in records),
        lists_persons=True,
    )


def _of_missed(missed: Missed, words: ReconciliationWords) -> Table:
    return Table(
        id=f"persons.{missed.by.metric.id} - {missed.other.metric.id}",
        title=words.not_by(missed),
        row_heading=PERSON,
        columns=(WHY,),
        rows=tuple(_row(person, words.why(missed, why)) for person, why in missed.why.items()),
        lists_persons=True,
    )


def _row(key: str, *values: Text | int) -> TableRow:
    cells = tuple(Cell(value=value) for value in values)
    return TableRow(id=key, heading=Text.same(one_line(key)), cells=cells)
