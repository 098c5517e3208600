"""A programme, and the form of its workbook."""

from __future__ import annotations

import attrs

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.client import Client, SamePersonLink
from inclusion_core.model.funding import Provider
from inclusion_core.model.household import Household
from inclusion_core.model.status import Arrival
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.texts import lv
from inclusion_core.words import WORDS
from inclusion_core.workbook.form import form_of

GARDEN = ProgrammeDefinition(
    id="garden.help",
    says=lv("Palīdzība dārzā").en("Help in the garden"),
    target_group=lv("kaimiņi").en("neighbours"),
    operation_number="1",
    sources=(),
    records=(Client, Provider, Arrival, SamePersonLink, Household),
)
FORM = form_of(GARDEN, SCHEMA, WORDS)

WHOLE_FORM = form_of(attrs.evolve(GARDEN, records=()), SCHEMA, WORDS)
"""The workbook of all record types."""


def title(record_type, language="lv"):
    return WORDS.type(record_type, language)


def heading(record_type, field, language="lv"):
    return WORDS.field(record_type, field, language)


def headings(record_type, *fields, language="lv"):
    return [heading(record_type, field, language) for field in fields]
