"""Lives that are told rather than drawn: worked cases of what is untidy in the field.

They are the same whatever the seed. Their ids mean nothing; :data:`LIVES` names them. All but one
lie between the two periods that are reported on, so that no published figure hangs on them; who
was handed over is one of the people of the half year.

Example:
    >>> LIVES["born in service: child"]
    'c-rifu'
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from inclusion_sif.sample.ledger import Ledger
from inclusion_sif.sample.lives.births import (
    age_reassessed,
    born_in_service,
    turns_18,
    year_of_birth_only,
)
from inclusion_sif.sample.lives.families import splits_and_reunites
from inclusion_sif.sample.lives.pen import Book, client_id
from inclusion_sif.sample.lives.places import OPEN_DAY, open_day, region_redrawn
from inclusion_sif.sample.lives.procedures import (
    annulled,
    appeal_sets_aside,
    revoked,
    second_application,
)
from inclusion_sif.sample.lives.ways import (
    comes_again,
    dies,
    erased,
    handed_over,
    outcome_learned_later,
    taken_for_one,
)
from inclusion_sif.sample.team import Team
from inclusion_sif.sample.work.cases import Case

__all__ = ["LIVES", "OPEN_DAY", "tell_lives"]

LIVES: Mapping[str, str] = MappingProxyType(
    {
        name: client_id(word)
        for name, word in (
            ("year of birth only", "dovu"),
            ("age reassessed", "fepi"),
            ("taken for one: earlier client", "gazo"),
            ("taken for one: later client", "hilu"),
            ("split and reunited: mother", "jope"),
            ("split and reunited: father", "kuzi"),
            ("split and reunited: older child", "lefo"),
            ("split and reunited: younger child", "nubo"),
            ("born in service: parent", "pafe"),
            ("born in service: child", "rifu"),
            ("second application", "sogu"),
            ("appeal sets aside", "tefa"),
            ("annulled", "vupo"),
            ("revoked", "zigo"),
            ("handed over", "bemu"),
            ("comes again", "cilo"),
            ("dies", "dafe"),
            ("turns 18", "feru"),
            ("outcome learned later", "gupa"),
            ("region redrawn", "havo"),
            ("erased", "jiso"),
        )
    }
)
"""The ids of the clients, by what is unlike about their lives."""

_TOLD = (
    *(year_of_birth_only, age_reassessed, taken_for_one, splits_and_reunites, born_in_service),
    *(second_application, appeal_sets_aside, annulled, revoked, handed_over, comes_again, dies),
    *(open_day, turns_18, outcome_learned_later, region_redrawn, erased),
)


def tell_lives(ledger: Ledger, team: Team) -> tuple[Case, ...]:
    """Writes the lives; gives the cases for which staff are still to be named."""
    book = Book(ledger, team)
    for tell in _TOLD:
        tell(book)
    return tuple(book.cases)
