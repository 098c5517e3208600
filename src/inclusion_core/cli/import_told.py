"""What an import would do, in words: a table, then changes, possible duplicates and faults.

Rows and opaque ids are named. Values are shown only to who asks for them, and numbers of the
provider never.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from inclusion_core.cli.import_trial import Trial
from inclusion_core.cli.telling import counted, line
from inclusion_core.expr.schema import Field
from inclusion_core.fields import Record, type_name
from inclusion_core.findings import Finding, Place
from inclusion_core.model.client import Client
from inclusion_core.texts import Language, Text, lv
from inclusion_core.values import Absent, Unknown
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.workbook.cells.conversion import cell_of, mark_of
from inclusion_core.workbook.importing.comparison import Compared, Outcome
from inclusion_core.workbook.importing.duplicates import PossibleDuplicate
from inclusion_core.workbook.importing.import_problems import LEFT_OUT_RECORD

__all__ = ["Teller"]

RECORD_TYPE = lv("ieraksti").en("records")
OUTCOMES = {
    Outcome.NEW: lv("jauni").en("new"),
    Outcome.CHANGED: lv("mainīti").en("changed"),
    Outcome.SAME: lv("tādi paši").en("same"),
    Outcome.LEFT_OUT: lv("nepieņemti").en("left out"),
    Outcome.NOT_IN_WORKBOOK: lv("nav darbgrāmatā").en("not in the workbook"),
}
NOTHING = lv("Darbgrāmatā nav neviena ieraksta.").en("There is no record in the workbook.")
CHANGED = lv("Mainīti:").en("Changed:")
NOT_IN_WORKBOOK = lv("Nav darbgrāmatā (paliek, kā bijuši):").en(
    "Not in the workbook (they stay as they are):"
)
DUPLICATES = lv("Varbūt viena un tā pati persona (nekas netiek apvienots pats no sevis):").en(
    "Perhaps one person (nothing is merged by itself):"
)
ALIKE = lv("sakrīt dzimšanas diena, dzimums un pilsonība").en(
    "birthday, gender and citizenship are the same"
)
PERHAPS_ALIKE = lv("sakrīt dzimšanas diena un dzimums; pilsonība nav zināma visiem").en(
    "birthday and gender are the same; citizenship is not known of all"
)
FOLLOWING_SHOWN = 20
FOLLOWING = lv("un vēl {others}, kas norāda uz kļūdainām rindām").en(
    "and {others} more that name faulty rows"
)


@attrs.frozen(kw_only=True)
class Teller:
    """Puts a trial into words.

    Attributes:
        words: What types, fields and codes are called.
        language: In which language.
        values: Whether values are shown as they were and as they are.
    """

    words: Vocabulary
    language: Language
    values: bool = False

    def told(self, trial: Trial) -> str:
        """Everything that a trial shows."""
        compared = trial.result.compared
        parts = (
            self._table(compared),
            self._section(CHANGED, self._changes(compared)),
            self._section(NOT_IN_WORKBOOK, self._missing(compared)),
            self._section(DUPLICATES, self._duplicates(trial)),
            "".join(f"{each}\n" for each in self._faults(trial.findings)),
            f"{counted(trial.findings, self.language)}\n",
        )
        return "\n".join(part for part in parts if part)

    def _section(self, title: Text, lines: Iterable[str]) -> str:
        told = "".join(f"  {each}\n" for each in lines)
        return f"{title.in_(self.language)}\n{told}" if told else ""

    def _faults(self, findings: Iterable[Finding]) -> Iterator[str]:
        """All faults, and then the first of those that go away with them."""
        own: list[Finding] = []
        following: list[Finding] = []
        for each in findings:
            (following if each.kind == LEFT_OUT_RECORD.kind else own).append(each)
        yield from (line(each, self.language) for each in (*own, *following[:FOLLOWING_SHOWN]))
        if len(following) > FOLLOWING_SHOWN:
            more = FOLLOWING.filled(others=len(following) - FOLLOWING_SHOWN)
            yield more.in_(self.language)

    def _table(self, compared: Sequence[Compared]) -> str:
        numbers = Counter((each.record_type, each.outcome) for each in compared)
        types = dict.fromkeys(each.record_type for each in compared)
        if not types:
            return f"{NOTHING.in_(self.language)}\n"
        heading = [text.in_(self.language) for text in OUTCOMES.values()]
        names = {name: self.words.type(name, self.language) for name in types}
        first = RECORD_TYPE.in_(self.language)
        room = max(len(name) for name in (first, *names.values()))
        lines = [f"{first:<{room}}  {'  '.join(heading)}"]
        for name, called in names.items():
            cells = (
                f"{numbers[name, outcome]:>{len(title)}}"
                for outcome, title in zip(OUTCOMES, heading, strict=True)
            )
            lines.append(f"{called:<{room}}  {'  '.join(cells)}")
        return "".join(f"{each}\n" for each in lines)

    def _changes(self, compared: Iterable[Compared]) -> Iterator[str]:
        for each in compared:
            if each.outcome is Outcome.CHANGED:
                fields = (self._change(each, field) for field in each.fields)
                yield f"{self._where(each)}: {'; '.join(fields)}"

    def _change(self, compared: Compared, field: Field) -> str:
        called = self.words.field(compared.record_type, field.name, self.language)
        if not self.values:
            return called
        before, after = (self._value(record, field) for record in (compared.before, compared.after))
        return f"{called}: {before} -> {after}"

    def _value(self, record: Record | None, field: Field) -> str:
        value = getattr(record, field.name)
        if isinstance(value, Absent | Unknown):
            return mark_of(value, self.words, self.language)
        return str(cell_of(value, field, self.words, self.language))

    def _missing(self, compared: Iterable[Compared]) -> Iterator[str]:
        return (self._where(each) for each in compared if each.outcome is Outcome.NOT_IN_WORKBOOK)

    def _where(self, compared: Compared) -> str:
        """The row, and the id unless it is still to be given."""
        row = compared.row
        place = Place() if row is None else Place(sheet=row.sheet, row=row.row)
        if compared.outcome is not Outcome.NEW:
            place = attrs.evolve(
                place, record_type=compared.record_type, record_id=compared.record_id
            )
        return place.in_(self.language)

    def _duplicates(self, trial: Trial) -> Iterator[str]:
        name = type_name(Client)
        on_rows = {
            each.record_id: self._where(each)
            for each in trial.result.compared
            if each.record_type == name
        }
        for duplicate in trial.duplicates:
            clients = (
                on_rows.get(key) or Place(record_type=name, record_id=key).in_(self.language)
                for key in duplicate.client_ids
            )
            yield f"{' / '.join(clients)}: {self._why(duplicate)}"

    def _why(self, duplicate: PossibleDuplicate) -> str:
        return (ALIKE if duplicate.citizenship_known else PERHAPS_ALIKE).in_(self.language)
