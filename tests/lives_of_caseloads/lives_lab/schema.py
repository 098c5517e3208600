"""The record types of the office: what it writes, and what its report looks at besides."""

from __future__ import annotations

from inclusion_core.expr.schema import schema_of
from inclusion_core.model.client import Person
from inclusion_core.model.education import EducationSpell
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.funding import Contract
from inclusion_core.model.participation import Enrolment
from inclusion_core.model.staff import StaffAssignment, StaffMember
from inclusion_core.model.status import ResidenceSpell
from lives_lab.translating import NAMES

__all__ = ["SCHEMA"]

SCHEMA = schema_of(
    *(*NAMES, Person, Enrolment),
    *(Contract, EducationSpell, EntryTraits, ResidenceSpell),
    *(StaffMember, StaffAssignment),
)
