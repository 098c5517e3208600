"""Which days of a record lie inside the time of another: a service inside its contract."""

from __future__ import annotations

import attrs

from inclusion_core.texts import Text, lv

__all__ = ["WITHINS", "Within"]


@attrs.frozen(kw_only=True)
class Within:
    """Days of one record that lie between two days of another, both inside.

    Attributes:
        kind: Id of the fault.
        records: Type of the records that are looked at.
        of: Link to the record whose days they are; empty for the record itself.
        days: The fields of those days.
        lasts: Field of a last day that is absent while something goes on; empty where none does.
        inside: Link to the record inside whose time they lie.
        first: Field of that time's first day.
        last: Field of its last day; empty where only the first day bounds it.
        says: What is wrong.
    """

    kind: str
    records: str
    of: str = ""
    days: tuple[str, ...]
    lasts: str = ""
    inside: str
    first: str
    last: str = ""
    says: Text


WITHINS: tuple[Within, ...] = (
    Within(
        kind="check.plan-outside-participation",
        records="support_plan",
        days=("drawn_up_on",),
        inside="participation",
        first="entered_on",
        last="left_on",
        says=lv("plāns sastādīts laikā, kad klients programmā nav").en(
            "the plan is drawn up while the client is not in the programme"
        ),
    ),
    Within(
        kind="check.goal-outside-plan",
        records="goal",
        days=("set_on", "met_on", "dropped_on"),
        inside="support_plan",
        first="drawn_up_on",
        last="closed_on",
        says=lv("mērķa diena ir ārpus plāna laika").en("a day of the goal is outside of the plan"),
    ),
    Within(
        kind="check.review-outside-plan",
        records="plan_review",
        days=("reviewed_on",),
        inside="support_plan",
        first="drawn_up_on",
        last="closed_on",
        says=lv("plāns pārskatīts ārpus tā laika").en("the plan is reviewed while there is none"),
    ),
    Within(
        kind="check.extension-outside-plan",
        records="plan_extension",
        days=("decided_on",),
        inside="support_plan",
        first="drawn_up_on",
        last="closed_on",
        says=lv("plāns pagarināts ārpus tā laika").en("the plan is extended while there is none"),
    ),
    Within(
        kind="check.action-before-goal",
        records="planned_action",
        days=("planned_on", "done_on"),
        inside="goal",
        first="set_on",
        says=lv("darbība ir pirms mērķa, kuram tā kalpo").en(
            "the action comes before the goal that it serves"
        ),
    ),
    Within(
        kind="check.service-outside-contract",
        records="service",
        days=("given_on", "last_day"),
        inside="contract",
        first="first_day",
        last="last_day",
        says=lv("pakalpojums sniegts ārpus līguma laika").en(
            "the service is given outside of the contract's time"
        ),
    ),
    Within(
        kind="check.delivered-outside-contract",
        records="delivery_spell",
        days=("first_day", "last_day"),
        lasts="last_day",
        inside="contract",
        first="first_day",
        last="last_day",
        says=lv("pakalpojumu nodrošina ārpus līguma laika").en(
            "delivery lies outside of the contract's time"
        ),
    ),
    Within(
        kind="check.delivered-outside-participation",
        records="delivery_spell",
        days=("first_day", "last_day"),
        lasts="last_day",
        inside="participation",
        first="entered_on",
        last="left_on",
        says=lv("pakalpojumu sniedz klientam, kurš tajā laikā programmā nav").en(
            "delivery lies outside of the client's time in the programme"
        ),
    ),
    Within(
        kind="check.served-outside-participation",
        records="service_attendance",
        of="service",
        days=("given_on",),
        inside="participation",
        first="entered_on",
        last="left_on",
        says=lv("pakalpojums sniegts klientam, kurš tajā dienā programmā nav").en(
            "a service is given to a client who is not in the programme on that day"
        ),
    ),
    Within(
        kind="check.staff-outside-assignment",
        records="service_staff",
        of="service",
        days=("given_on",),
        inside="staff_assignment",
        first="first_day",
        last="last_day",
        says=lv("pakalpojumu sniedzis darbinieks, kurš tajā dienā nav norīkots").en(
            "a service is given by staff who are not assigned on that day"
        ),
    ),
    Within(
        kind="check.case-outside-participation",
        records="case_assignment",
        days=("first_day", "last_day"),
        lasts="last_day",
        inside="participation",
        first="entered_on",
        last="left_on",
        says=lv("darbinieks atbild par klientu, kurš programmā nav").en(
            "staff are responsible for a client who is not in the programme"
        ),
    ),
    Within(
        kind="check.case-outside-assignment",
        records="case_assignment",
        days=("first_day", "last_day"),
        lasts="last_day",
        inside="staff_assignment",
        first="first_day",
        last="last_day",
        says=lv("par klientu atbild darbinieks, kurš nav norīkots").en(
            "staff who are not assigned are responsible for a client"
        ),
    ),
    Within(
        kind="check.outcome-before-entry",
        records="outcome",
        days=("happened_on",),
        inside="participation",
        first="entered_on",
        says=lv("iznākums noticis, pirms klients iestājies programmā").en(
            "the outcome happened before the client entered the programme"
        ),
    ),
    Within(
        kind="check.appeal-before-decision",
        records="appeal",
        days=("lodged_on",),
        inside="protection_spell",
        first="decided_on",
        says=lv("sūdzība iesniegta, pirms pieņemts lēmums").en(
            "the appeal is lodged before the decision is taken"
        ),
    ),
)
