"""The columns of pseudonyms: of the row, and of the person and the household that it is about."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import attrs

from inclusion_core.extracts import words
from inclusion_core.extracts.cells import Cell, NoValue
from inclusion_core.extracts.lines import Joined
from inclusion_core.extracts.pseudonyms import Per, Pseudonyms
from inclusion_core.extracts.taking import HOUSEHOLD, PERSON, Source, Taken
from inclusion_core.extracts.treatments import Treatment, free_name, pseudonymous
from inclusion_core.extracts.words import Change
from inclusion_core.facts.dictionary import ColumnMeaning
from inclusion_core.facts.table import FactsTable
from inclusion_core.fields import FieldKind
from inclusion_core.texts import Text

__all__ = ["Keys"]

NOT_TOLD = NoValue("not_asked")


@attrs.frozen
class Keys:
    """What stands for the ids of rows and of whom they are about.

    A row is named by the type of its subject: rows of two tables about the same persons have the
    same pseudonyms, and so have the rows of a person of whatever client.

    Attributes:
        pseudonyms: What stands for ids.
        of_households: Whether rows of a household may be joined: where crowds are made, they are
            made of persons, and a household would be known by all its rows together.
    """

    pseudonyms: Pseudonyms
    of_households: bool = True

    def columns(self, table: FactsTable, source: Source) -> tuple[Treatment, ...]:
        """The pseudonym of the row, and those of whom it is about, where a way leads to them."""
        subject = table.subject.record_type

        def row_key(row: Taken) -> Cell:
            return self.pseudonyms.of(subject, row.id)

        own = Treatment(
            field="id",
            meaning=_meaning("id", words.ROW, table.id),
            told=row_key,
            changes=(Change("id", words.PSEUDONYM, words.IS_AN_ID),),
        )
        goals = (goal for goal in source.ways(table) if goal == PERSON or self.of_households)
        return (own, *(self._owner(table, goal) for goal in goals))

    def left_out(self, table: FactsTable, source: Source) -> Iterator[Change]:
        """The pseudonym of the household, where it is not told."""
        if HOUSEHOLD in source.ways(table) and not self.of_households:
            name = free_name(table, f"{HOUSEHOLD}_key")
            yield Change(name, words.LEFT_OUT, words.HOUSEHOLD)

    def _owner(self, table: FactsTable, goal: str) -> Treatment:
        name = free_name(table, f"{goal}_key")

        def owner_key(row: Taken) -> Cell:
            key = row.owners.get(goal)
            return NOT_TOLD if key is None else self.pseudonyms.of(goal, key)

        return Treatment(
            field=name,
            meaning=_meaning(name, words.OWNERS[goal], goal),
            told=owner_key,
            changes=(Change(name, words.ADDED, words.JOINS),),
        )

    def are_of_persons(self, table: FactsTable, source: Source) -> bool:
        """Whether a row of a table leads to a person, or is one."""
        return table.subject.record_type == PERSON or PERSON in source.ways(table)

    def whose(self, table: FactsTable, row: Taken) -> str:
        """Whom a row is about; the row itself where no person is known."""
        person = row.owners.get(PERSON)
        if person is None:
            return self.pseudonyms.of(table.subject.record_type, row.id)
        return self.pseudonyms.of(PERSON, person)

    def joined(self, source: Source, persons: Collection[str]) -> Iterator[Joined]:
        """Other pseudonyms that persons of a panel would have, were their clients not joined.

        Clients may be found to be one person after a release in which they were two.

        Args:
            source: The clients.
            persons: The persons that are in the extract, by pseudonym.
        """
        if self.pseudonyms.purpose.per is Per.PROJECT:
            pairs = (
                (self.pseudonyms.of(PERSON, person), self.pseudonyms.of(PERSON, client))
                for client, person in source.persons_of_clients().items()
                if client != person
            )
            yield from (Joined(*pair) for pair in sorted(pairs) if pair[0] in persons)


def _meaning(name: str, says: Text, comes_from: str) -> ColumnMeaning:
    meaning = ColumnMeaning(name=name, says=says, kind=FieldKind.KEY, worked_out=comes_from)
    return pseudonymous(meaning)
