"""What the core's record types, fields and codes are called in Latvian and English.

A record type's words are singular and fit on the tab of a sheet. Headings carry their unit. A
reference is headed by the words of the record that it names, unless its own words stand in a
module here.
"""

from __future__ import annotations

from inclusion_core.vocabulary import Vocabulary
from inclusion_core.words import common, funding, lives, people, services, status, support

__all__ = ["WORDS"]

_TYPES = {
    **people.TYPES,
    **status.TYPES,
    **lives.TYPES,
    **support.TYPES,
    **services.TYPES,
    **funding.TYPES,
}
_REFERENCES = {f"{record_type}_id": words for record_type, words in _TYPES.items()}

WORDS: Vocabulary = Vocabulary(
    id="core.words",
    types=_TYPES,
    fields={
        **_REFERENCES,
        **common.FIELDS,
        **people.FIELDS,
        **status.FIELDS,
        **lives.FIELDS,
        **support.FIELDS,
        **services.FIELDS,
        **funding.FIELDS,
    },
    codes={
        **common.CODES,
        **people.CODES,
        **status.CODES,
        **lives.CODES,
        **support.CODES,
        **services.CODES,
        **funding.CODES,
    },
)
"""The core's own words."""
