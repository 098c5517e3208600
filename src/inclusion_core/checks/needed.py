"""Answers that a funder needs, and that nobody has asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast, get_type_hints

import attrs

from inclusion_core.checks.check import Check, Fault
from inclusion_core.checks.examined import Examined
from inclusion_core.checks.offered import Offered
from inclusion_core.errors import DeclarationError
from inclusion_core.fields import Record, Reference, type_name
from inclusion_core.findings import Finding, Severity
from inclusion_core.model.client import Client
from inclusion_core.model.participation import Participation
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_core.values import NOT_ASKED
from inclusion_core.words import WORDS

__all__ = ["needed_answers"]

SAYS = lv("finansētājam vajadzīga atbilde, un neviens to nav jautājis").en(
    "the funder needs an answer, and nobody has asked for it"
)
NO_RECORD = lv("finansētājam vajadzīgu atbilžu nav: trūkst ieraksta ({record})").en(
    "there are no answers that the funder needs: the record is missing ({record})"
)
ASK = lv("pajautājiet un ierakstiet atbildi vai to, kāpēc tā nav zināma").en(
    "ask, and enter the answer or why it is not known"
)
ADD = lv("pievienojiet ierakstu").en("add the record")
HOLDERS: Mapping[str, type[Record]] = {
    type_name(Participation): Participation,
    type_name(Client): Client,
}


def needed_answers(  # noqa: PLR0913  a declaration names all it needs
    *,
    id: str,  # noqa: A002  what a declared value is named by
    programme: str,
    record_class: type[Record],
    fields: tuple[str, ...],
    source: Source,
    everybody: bool = True,
) -> Check:
    """Looks for participants of whom nobody has asked what a funder must be told.

    An answer that was refused or is not known to the client is an answer; so is that there is none.

    Args:
        id: Names the check.
        programme: Id of the programme in the catalogue.
        record_class: The records that hold the answers; each names a participation or a client, or
            is one.
        fields: The fields that hold them.
        source: The rule that wants them.
        everybody: Whether every participant has such a record, so that a missing one is told too.

    Raises:
        DeclarationError: The records have no such field, or name neither participation nor client.
    """
    record_type = type_name(record_class)
    unknown = sorted(
        set(fields)
        - {each.name for each in attrs.fields(cast("type[attrs.AttrsInstance]", record_class))}
    )
    if unknown or not fields:
        problem = f"{record_type} has no field {', '.join(unknown)}" if unknown else "name fields"
        raise DeclarationError("check", id, problem)
    needed = _Needed(
        programme=programme,
        record_class=record_class,
        named=_named_by(record_class, id),
        fields=fields,
        everybody=everybody,
        not_asked=Fault(kind=id, says=SAYS, remedy=ASK, severity=Severity.WARNING, source=source),
        missing=Fault(
            kind=id,
            says=NO_RECORD.filled(record=WORDS.type_text(record_type)),
            remedy=ADD,
            severity=Severity.WARNING,
            source=source,
        ),
    )
    return Check(id=id, says=SAYS, find=needed.find, source=source, programme=programme)


def _named_by(record_class: type[Record], check: str) -> tuple[str, str]:
    """The type that records name or are, participation before client, and the field that names."""
    if type_name(record_class) in HOLDERS:
        return type_name(record_class), "id"
    hints: dict[str, Any] = get_type_hints(record_class, include_extras=True)
    marks = [
        (mark.to, name)
        for name, hint in hints.items()
        for mark in getattr(hint, "__metadata__", ())
        if isinstance(mark, Reference) and mark.to in HOLDERS
    ]
    if not marks:
        problem = f"{type_name(record_class)} names neither a participation nor a client"
        raise DeclarationError("check", check, problem)
    return max(marks)  # participation comes after client in the alphabet


@attrs.frozen(kw_only=True)
class _Needed:
    """The fields that must be asked, and how to find them from a participant."""

    programme: str
    record_class: type[Record]
    named: tuple[str, str]
    fields: tuple[str, ...]
    everybody: bool
    not_asked: Fault
    missing: Fault

    def find(self, examined: Examined) -> Iterator[Finding]:
        """A finding for each field that was not asked, and for each record that is not there."""
        record_type, field = self.named
        for key in self._keys(examined):
            holder = examined.records.find(record_type, key)
            records = examined.naming(self.record_class, field, key)
            if self.everybody and not records and holder is not None:
                yield self.missing.at(holder)
            for record in records:
                for name in self.fields:
                    if getattr(record, name) == NOT_ASKED:
                        yield self.not_asked.at(record, name)

    def _keys(self, examined: Examined) -> list[str]:
        """The participations of the programme, or the clients in it, each once."""
        visits = Offered(examined, self.programme).participations
        if self.named[0] == type_name(Client):
            return sorted({each.client_id for each in visits.values()})
        return sorted(visits)
