"""How many clients, colleagues and staff there may be at once, and who must be there.

Only what is surely so counts: too many are those who were surely there, too few those who can have
been. Nothing is said of the days after the one on which the data are known.
"""

from __future__ import annotations

from inclusion_core.checks.loads.caseloads import caseload_bounds
from inclusion_core.checks.loads.staffing import staff_bound, supervision_bound
from inclusion_core.checks.loads.teams import team_complete

__all__ = ["caseload_bounds", "staff_bound", "supervision_bound", "team_complete"]
