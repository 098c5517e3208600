"""Random registers, several beside each other, so that engines are asked less often."""

from __future__ import annotations

from caseload_lab.random_records import lists_of_records, renamed
from effort import tries
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from inclusion_core.fields import Record

EXAMPLES = settings(
    max_examples=tries(3),
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # to shrink takes engines too long
    suppress_health_check=[
        *(HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)
    ],
)


@st.composite
def registers(draw: st.DrawFn, types: tuple[str, ...]) -> list[Record]:
    """Records of these types: several small registers beside each other."""
    several = draw(st.lists(lists_of_records(types, least=2), min_size=6, max_size=6))
    return [renamed(each, f"{n}-") for n, register in enumerate(several) for each in register]
