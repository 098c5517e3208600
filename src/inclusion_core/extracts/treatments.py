"""What happens to each column of a facts table on its way into an extract."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

import attrs

from inclusion_core.expr.schema import Field, Schema
from inclusion_core.extracts import words
from inclusion_core.extracts.cells import REMOVED, Cell
from inclusion_core.extracts.coarsening import Coarseness, coarsened, days_since
from inclusion_core.extracts.origins import STAFF, holds_any_words, key_of, special
from inclusion_core.extracts.plan import Plan
from inclusion_core.extracts.pseudonyms import PSEUDONYM, Pseudonyms
from inclusion_core.extracts.taking import Taken
from inclusion_core.extracts.words import Change
from inclusion_core.facts.dictionary import ColumnMeaning, data_dictionary
from inclusion_core.facts.table import FactsTable
from inclusion_core.fields import Bounds, CodeList, FieldKind
from inclusion_core.texts import Text
from inclusion_core.vocabulary import Vocabulary

__all__ = ["Treatment", "Treatments", "free_name", "pseudonymous", "treatments"]

Told: TypeAlias = Callable[[Taken], Cell]
LONGEST = 1_000_000


@attrs.frozen(kw_only=True)
class Treatment:
    """A column of an extract.

    Attributes:
        field: The column of the facts table from which it comes.
        meaning: What it means and holds.
        told: Gives its cell in a row.
        changes: What was done to it.
        open_codes: It holds codes of a list kept elsewhere as they were recorded.
    """

    field: str
    meaning: ColumnMeaning
    told: Told = attrs.field(eq=False, repr=False)
    changes: tuple[Change, ...] = ()
    open_codes: bool = False

    @property
    def name(self) -> str:
        """What the column is called in the extract."""
        return self.meaning.name

    @property
    def is_key(self) -> bool:
        """Whether it holds pseudonyms."""
        return self.meaning.kind is FieldKind.KEY


@attrs.frozen(kw_only=True)
class Treatments:
    """All columns of an extract of one table, and those that are left out."""

    columns: tuple[Treatment, ...]
    left_out: tuple[Change, ...]


@attrs.frozen(kw_only=True)
class _Treating:
    """The treatment of the columns of one table."""

    table: FactsTable
    plan: Plan
    schema: Schema
    pseudonyms: Pseudonyms

    def column(self, field: Field, meaning: ColumnMeaning) -> Treatment | Change:
        """The column, or why it is left out."""
        name = field.name
        key = key_of(self.table, field, self.schema)
        holding = special(self.table, field, self.schema)
        if name in self.plan.without:
            return Change(name, words.LEFT_OUT, words.NOT_ASKED_FOR)
        if holds_any_words(field):
            return Change(name, words.LEFT_OUT, words.FREE_TEXT)
        if key in STAFF:
            return Change(name, words.LEFT_OUT, words.OF_STAFF)
        if key:
            return self._key(field, meaning, key)
        if holding is not None and name not in self.plan.sensitive:
            why = words.SPECIAL.filled(source=words.cited(holding))
            return Change(name, words.LEFT_OUT, why)
        treated = self._value(field, meaning)
        if holding is None:
            return treated
        kept = Change(name, words.KEPT, words.ASKED_FOR.filled(source=words.cited(holding)))
        return attrs.evolve(treated, changes=(*treated.changes, kept))

    def _key(self, field: Field, meaning: ColumnMeaning, key: str) -> Treatment:
        def told(row: Taken) -> Cell:
            cell = row.cells[field.name]
            return self.pseudonyms.of(key, cell) if isinstance(cell, str) else cell

        return Treatment(
            field=field.name,
            meaning=pseudonymous(meaning),
            told=told,
            changes=(Change(field.name, words.PSEUDONYM, words.IS_AN_ID),),
        )

    def _value(self, field: Field, meaning: ColumnMeaning) -> Treatment:
        match field.kind:
            case FieldKind.DAY:
                return self._day(field, meaning)
            case FieldKind.NUMBER:
                return self._number(field, meaning)
            case _:
                return self._code(field, meaning)

    def _day(self, field: Field, meaning: ColumnMeaning) -> Treatment:
        name, since, exactly = field.name, self.plan.since, self.plan.coarseness(field.name)
        if since and since != name and since in self.table.columns:
            called = free_name(self.table, f"{name}_days")
            return Treatment(
                field=name,
                meaning=_interval(called, meaning, since),
                told=lambda row: days_since(row.cells[since], row.cells[name]),
                changes=(Change(called, words.INTERVAL.filled(since=since), words.AS_ASKED),),
            )
        if exactly is Coarseness.DAY:
            return Treatment(field=name, meaning=meaning, told=lambda row: row.cells[name])
        return Treatment(
            field=name,
            meaning=attrs.evolve(meaning, may_be_partial=True),
            told=lambda row: coarsened(row.cells[name], exactly),
            changes=(Change(name, words.COARSENED[exactly], words.AS_ASKED),),
        )

    def _number(self, field: Field, meaning: ColumnMeaning) -> Treatment:
        name, bounds = field.name, field.bounds
        if name not in self.plan.most:
            return Treatment(field=name, meaning=meaning, told=lambda row: row.cells[name])
        most = self.plan.most[name]

        def told(row: Taken) -> Cell:
            cell = row.cells[name]
            return min(cell, most) if isinstance(cell, int) else cell

        limits = attrs.evolve(bounds, least=min(bounds.least, most), most=min(bounds.most, most))
        return Treatment(
            field=name,
            meaning=attrs.evolve(meaning, bounds=limits),
            told=told,
            changes=(Change(name, words.TOP_CODED.filled(most=str(most)), words.AS_ASKED),),
        )

    def _code(self, field: Field, meaning: ColumnMeaning) -> Treatment:
        name, groups = field.name, self.plan.groups.get(field.name)
        if groups is not None:
            codes = (*sorted({*groups.values()} - {OTHER}), OTHER)

            def grouped(row: Taken) -> Cell:
                cell = row.cells[name]
                return groups.get(cell, OTHER) if isinstance(cell, str) else cell

            named = tuple((code, Text.same(code)) for code in codes[:-1])
            return Treatment(
                field=name,
                meaning=attrs.evolve(meaning, codes=(*named, (OTHER, words.OTHER)), code_list=None),
                told=grouped,
                changes=(Change(name, words.GROUPED, words.AS_ASKED),),
            )
        listed = field.code_list
        if listed is None:
            return Treatment(field=name, meaning=meaning, told=lambda row: row.cells[name])
        fits = re.compile(listed.pattern).fullmatch

        def told(row: Taken) -> Cell:
            cell = row.cells[name]
            return REMOVED if isinstance(cell, str) and fits(cell) is None else cell

        return Treatment(field=name, meaning=meaning, told=told, open_codes=True)


OTHER = "other"


def treatments(
    table: FactsTable, plan: Plan, schema: Schema, vocabulary: Vocabulary, pseudonyms: Pseudonyms
) -> Treatments:
    """What happens to each column of a facts table.

    Args:
        table: The table.
        plan: What is asked of the extract.
        schema: All record types of which the columns are worked out.
        vocabulary: What fields and codes are called.
        pseudonyms: What stands for ids.
    """
    treating = _Treating(table=table, plan=plan, schema=schema, pseudonyms=pseudonyms)
    meanings = {each.name: each for each in data_dictionary(table, vocabulary)}
    found = [
        treating.column(field, meanings[name])
        for name, field in table.record_type.fields.items()
        if name != "id"
    ]
    return Treatments(
        columns=tuple(each for each in found if isinstance(each, Treatment)),
        left_out=tuple(each for each in found if isinstance(each, Change)),
    )


def pseudonymous(meaning: ColumnMeaning) -> ColumnMeaning:
    """What a column means that holds pseudonyms."""
    codes = CodeList(words.PSEUDONYMS_OF_EXTRACT, PSEUDONYM)
    return attrs.evolve(meaning, kind=FieldKind.KEY, codes=(), code_list=codes)


def free_name(table: FactsTable, name: str) -> str:
    """The name for a column that is added: none that the facts table has already."""
    while name in table.columns:
        name = f"{name}_"
    return name


def _interval(name: str, meaning: ColumnMeaning, since: str) -> ColumnMeaning:
    return attrs.evolve(
        meaning,
        name=name,
        says=words.DAYS_SINCE.filled(says=meaning.says, since=since),
        kind=FieldKind.NUMBER,
        bounds=Bounds(-LONGEST, LONGEST, "days"),
        may_be_partial=False,
    )
