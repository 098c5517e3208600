"""What record types, fields and codes are called by the people who fill them in.

A class says what it is in code; its words for readers, in Latvian and English, stand apart, so
that a sheet, a page and a list of changes all say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

import attrs

from inclusion_core.texts import LanguageCode, Text, lv

__all__ = ["Vocabulary"]


@attrs.frozen(kw_only=True)
class Vocabulary:
    """Words for record types, fields and codes.

    What has no words is called as in code, with spaces for underscores.

    Attributes:
        id: In the namespace of the distribution that brings it, ``garden.words``.
        types: By record type: what one record is.
        fields: By record type and field, ``client.born_on``; or by field alone, ``first_day``,
            for fields of that name in all record types.
        codes: By member of a closed list; reasons for not knowing and ``ABSENT`` among them.

    Example:
        >>> words = Vocabulary(id="garden.words", types={"client": lv("klients").en("client")})
        >>> words.type("client", "lv"), words.field("client", "first_day", "en")
        ('klients', 'first day')
    """

    id: str
    types: Mapping[str, Text] = attrs.field(factory=dict, repr=False)
    fields: Mapping[str, Text] = attrs.field(factory=dict, repr=False)
    codes: Mapping[Enum, Text] = attrs.field(factory=dict, repr=False)

    def type(self, record_type: str, language: LanguageCode) -> str:
        """What one record of a type is called."""
        return self.type_text(record_type).in_(language)

    def field(self, record_type: str, field: str, language: LanguageCode) -> str:
        """What a field of a record type is called."""
        return self.field_text(record_type, field).in_(language)

    def code(self, member: Enum, language: LanguageCode) -> str:
        """What a code means."""
        return self.code_text(member).in_(language)

    def type_text(self, record_type: str) -> Text:
        """The words for a record type in all languages."""
        return self.types.get(record_type) or _as_in_code(record_type)

    def field_text(self, record_type: str, field: str) -> Text:
        """The words for a field in all languages."""
        own = self.fields.get(f"{record_type}.{field}")
        return own or self.fields.get(field) or _as_in_code(field)

    def code_text(self, member: Enum) -> Text:
        """The words for a code in all languages."""
        return self.codes.get(member) or _as_in_code(str(member.value))

    def joined(self, others: Iterable[Vocabulary]) -> Vocabulary:
        """These words and those of others; what is here already stays."""
        types, fields, codes = dict(self.types), dict(self.fields), dict(self.codes)
        for other in others:
            types = {**other.types, **types}
            fields = {**other.fields, **fields}
            codes = {**other.codes, **codes}
        return Vocabulary(id=self.id, types=types, fields=fields, codes=codes)


def _as_in_code(name: str) -> Text:
    words = name.replace("_", " ").replace("{", "{{").replace("}", "}}")
    return lv(words).en(words)
