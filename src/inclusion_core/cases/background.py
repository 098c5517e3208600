"""What a case need not write: the chain that pays, and texts that no rule asks for.

An operation, the programme, a provider and a contract are there as soon as something belongs to
them; the operation and the contract without a last day. A case in which their days matter writes
them in rows of their own.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from inclusion_core.catalogue import Catalogue
from inclusion_core.expr.schema import RecordType
from inclusion_core.fields import FieldKind

__all__ = ["CHAIN", "Background"]

CHAIN = ("fund", "operation", "programme", "provider", "contract")
"""What is there without being written, in the order in which it is written where it is."""

NO_PROGRAMME = "worked.case"
"""What the programme of a case is declared as that names none, or one that nobody declares."""

_NOT_TOLD = "\N{EN DASH}"


@attrs.frozen(kw_only=True, repr=False)
class Background:
    """What stands behind a case.

    Attributes:
        catalogue: Where programmes are declared.
        programme: Id of the programme of the case; empty where it names none.
    """

    catalogue: Catalogue
    programme: str

    @property
    def declared_as(self) -> str:
        """What the programme of the case is declared as."""
        known = self.programme in self.catalogue.programmes.declared
        return self.programme if known else NO_PROGRAMME

    def completed(self, record_type: RecordType, values: Mapping[str, object]) -> dict[str, object]:
        """The values of a record with those that a case need not write."""
        supposed: dict[str, object] = {
            field.name: _NOT_TOLD
            for field in record_type.recorded_fields
            if field.kind is FieldKind.TEXT and field.required
        }
        if record_type.name == "operation":
            supposed |= {"last_day": None} | self._number()
        if record_type.name == "programme":
            supposed["declared_as"] = self.declared_as
        return {**supposed, **values}

    def _number(self) -> dict[str, object]:
        declared = self.catalogue.programmes.declared.get(self.programme)
        return {} if declared is None else {"number": declared.value.operation_number}
