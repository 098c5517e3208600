"""Gardens that an operation pays for, their beds, and what clients grow in them."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import Annotated

import attrs

from inclusion_core.fields import Derived, DerivedRecord, Record, Reference
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown


class Crop(Enum):
    """What grows in a bed."""

    BEANS = "beans"
    RUNNER_BEANS = "runner-beans"


@attrs.frozen(kw_only=True, repr=False)
class GardenPlot(Record):
    """A garden of an operation."""

    id: str
    operation_id: Annotated[str, Reference("operation", inverse="garden_plots")]
    hectares: Decimal
    note: str | Absent | Unknown = ABSENT


@attrs.frozen(kw_only=True, repr=False)
class GardenBed(Record):
    """A bed of a garden, and who tends it."""

    id: str
    garden_plot_id: Annotated[str, Reference("garden_plot", inverse="beds")]
    client_id: Annotated[str, Reference("client", inverse="garden_beds")]
    crop: Crop | Absent | Unknown = NOT_ASKED
    sown_on: Day = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class GardenHarvest(DerivedRecord):
    """Worked out, and so never told."""

    id: str
    garden_plot_id: Annotated[
        str, Reference("garden_plot", inverse="harvests"), Derived("the garden")
    ] = ""
