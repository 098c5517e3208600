"""Who is supported: clients as a provider knows them, and the persons that they are."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.fields import Derived, DerivedRecord, Reference
from inclusion_core.model.personal import PersonalRecord
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown

__all__ = ["Client", "Gender", "Person", "SamePersonLink"]


class Gender(Enum):
    """Gender as the client states it."""

    FEMALE = "female"
    MALE = "male"
    NON_BINARY = "non_binary"


@attrs.frozen(kw_only=True, repr=False)
class Client(PersonalRecord):
    """One person as one provider knows them; the id is opaque.

    Names, personal codes and contacts are no part of it.

    Attributes:
        provider_id: The provider that keeps the record.
        born_on: Day of birth, or the part of it that is known.
        gender: As the client states it.
        died_on: Day of death; absent for the living.
        person_id: The person, joined over providers by same-person links.
    """

    id: str
    provider_id: Annotated[str, Reference("provider", inverse="clients")]
    born_on: Day = NOT_ASKED
    gender: Gender | Unknown = NOT_ASKED
    died_on: Day = ABSENT
    person_id: Annotated[
        str,
        Reference("person", inverse="clients"),
        Derived("the smallest id among the clients that same-person links join"),
    ] = ""


@attrs.frozen(kw_only=True, repr=False)
class SamePersonLink(PersonalRecord):
    """Says that two clients are one person.

    It counts from the day it is made to the day before it is undone.

    Attributes:
        client_id: One client.
        other_client_id: The other.
        linked_on: Day on which they were found to be one person.
        undone_on: Day on which that was found to be wrong; absent while it holds.
    """

    id: str
    client_id: Annotated[str, Reference("client", inverse="same_person_links")]
    other_client_id: Annotated[str, Reference("client", inverse="same_person_links_from_others")]
    linked_on: date
    undone_on: date | Absent = ABSENT


@attrs.frozen(kw_only=True, repr=False)
class Person(DerivedRecord):
    """A person, however many clients of however many providers they are.

    The caseload works persons out from clients and same-person links.
    """

    id: str
