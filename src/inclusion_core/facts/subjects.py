"""What expressions are about, ready to begin with."""

from __future__ import annotations

from inclusion_core.expr.rows import subject
from inclusion_core.facts.rows import ClientRow, ParticipationRow, ServiceAttendanceRow

__all__ = ["ATTENDANCE", "CLIENT", "PARTICIPATION"]

PARTICIPATION: ParticipationRow = subject(ParticipationRow)
"""One client in one programme: what rules and limits judge."""

CLIENT: ClientRow = PARTICIPATION.client
"""The client of that participation."""

ATTENDANCE: ServiceAttendanceRow = subject(ServiceAttendanceRow)
"""One client at one service."""
