"""What a distribution declares about a programme: its name, its operation, whom it is for."""

from __future__ import annotations

import attrs

from inclusion_core.sources import Source
from inclusion_core.texts import Text

__all__ = ["ProgrammeDefinition"]


@attrs.frozen(kw_only=True)
class ProgrammeDefinition:
    """A programme as its funder defines it; the records of an operation refer to it by id.

    Attributes:
        id: In the namespace of the distribution that declares it, ``sif.mentoring``.
        says: Its name.
        target_group: Whom it is for, in the words of its rules.
        operation_number: The number of the operation that pays for it.
        sources: The acts and contracts that it rests on.
    """

    id: str
    says: Text
    target_group: Text
    operation_number: str
    sources: tuple[Source, ...]
