"""Which two days of a record never come in the other order."""

from __future__ import annotations

import attrs

from inclusion_core.texts import Text, lv

__all__ = ["ORDERS", "Order"]


@attrs.frozen(kw_only=True)
class Order:
    """Two days of one record, of which one never comes before the other.

    Attributes:
        kind: Id of the fault.
        record_type: Of which records; empty for every type that has both fields.
        earlier: The field whose day comes first.
        later: The field whose day comes on that day or after it.
        says: What is wrong where it is the other way round.
    """

    kind: str
    record_type: str = ""
    earlier: str
    later: str
    says: Text


ORDERS: tuple[Order, ...] = (
    Order(
        kind="check.last-day-before-first",
        earlier="first_day",
        later="last_day",
        says=lv("pēdējā diena ir pirms pirmās").en("the last day is before the first"),
    ),
    Order(
        kind="check.left-before-entered",
        record_type="participation",
        earlier="entered_on",
        later="left_on",
        says=lv("klients programmu pamet, pirms tajā iestājas").en(
            "the client leaves the programme before entering it"
        ),
    ),
    Order(
        kind="check.notified-before-decided",
        record_type="protection_spell",
        earlier="decided_on",
        later="notified_on",
        says=lv("lēmums paziņots, pirms tas pieņemts").en(
            "the decision is notified before it is taken"
        ),
    ),
    Order(
        kind="check.final-before-notified",
        record_type="protection_spell",
        earlier="notified_on",
        later="final_on",
        says=lv("lēmums vairs nav pārsūdzams, pirms tas paziņots").en(
            "the decision is final before it is notified"
        ),
    ),
    Order(
        kind="check.final-before-decided",
        record_type="protection_spell",
        earlier="decided_on",
        later="final_on",
        says=lv("lēmums vairs nav pārsūdzams, pirms tas pieņemts").en(
            "the decision is final before it is taken"
        ),
    ),
    Order(
        kind="check.died-before-born",
        record_type="client",
        earlier="born_on",
        later="died_on",
        says=lv("nāves diena ir pirms dzimšanas dienas").en("the day of death is before birth"),
    ),
    Order(
        kind="check.undone-before-linked",
        record_type="same_person_link",
        earlier="linked_on",
        later="undone_on",
        says=lv("saite atcelta, pirms tā izveidota").en("the link is undone before it is made"),
    ),
    Order(
        kind="check.plan-fulfilled-before-drawn-up",
        record_type="support_plan",
        earlier="drawn_up_on",
        later="fulfilled_on",
        says=lv("plāns izpildīts, pirms tas sastādīts").en(
            "the plan is fulfilled before it is drawn up"
        ),
    ),
    Order(
        kind="check.plan-closed-before-drawn-up",
        record_type="support_plan",
        earlier="drawn_up_on",
        later="closed_on",
        says=lv("plāns slēgts, pirms tas sastādīts").en("the plan is closed before it is drawn up"),
    ),
    Order(
        kind="check.plan-fulfilled-after-closed",
        record_type="support_plan",
        earlier="fulfilled_on",
        later="closed_on",
        says=lv("plāns izpildīts pēc tam, kad tas slēgts").en(
            "the plan is fulfilled after it is closed"
        ),
    ),
    Order(
        kind="check.goal-due-before-set",
        record_type="goal",
        earlier="set_on",
        later="due_on",
        says=lv("mērķa termiņš ir pirms tā noteikšanas").en("the goal is due before it is set"),
    ),
    Order(
        kind="check.goal-met-before-set",
        record_type="goal",
        earlier="set_on",
        later="met_on",
        says=lv("mērķis sasniegts, pirms tas noteikts").en("the goal is met before it is set"),
    ),
    Order(
        kind="check.goal-dropped-before-set",
        record_type="goal",
        earlier="set_on",
        later="dropped_on",
        says=lv("no mērķa atsakās, pirms tas noteikts").en("the goal is given up before it is set"),
    ),
    Order(
        kind="check.action-due-before-planned",
        record_type="planned_action",
        earlier="planned_on",
        later="due_on",
        says=lv("darbības termiņš ir pirms tās plānošanas").en(
            "the action is due before it is planned"
        ),
    ),
    Order(
        kind="check.action-done-before-planned",
        record_type="planned_action",
        earlier="planned_on",
        later="done_on",
        says=lv("darbība paveikta, pirms tā plānota").en("the action is done before it is planned"),
    ),
    Order(
        kind="check.action-dropped-before-planned",
        record_type="planned_action",
        earlier="planned_on",
        later="dropped_on",
        says=lv("no darbības atsakās, pirms tā plānota").en(
            "the action is given up before it is planned"
        ),
    ),
    Order(
        kind="check.extended-into-the-past",
        record_type="plan_extension",
        earlier="decided_on",
        later="extended_until",
        says=lv("plānu pagarina līdz dienai, kas ir pirms lēmuma").en(
            "the plan is extended to a day before the decision"
        ),
    ),
    Order(
        kind="check.need-met-before-found",
        record_type="need",
        earlier="found_on",
        later="met_on",
        says=lv("vajadzība apmierināta, pirms tā konstatēta").en(
            "the need is met before it is found"
        ),
    ),
    Order(
        kind="check.taken-up-before-referred",
        record_type="referral",
        earlier="referred_on",
        later="taken_up_on",
        says=lv("klients pieņemts, pirms nosūtīts").en(
            "the client is taken up before being referred"
        ),
    ),
    Order(
        kind="check.service-ends-before-given",
        record_type="service",
        earlier="given_on",
        later="last_day",
        says=lv("pakalpojuma pēdējā diena ir pirms pirmās").en(
            "the last day of the service is before the first"
        ),
    ),
    Order(
        kind="check.learned-before-happened",
        record_type="outcome",
        earlier="happened_on",
        later="learned_on",
        says=lv("par iznākumu uzzināts, pirms tas noticis").en(
            "the outcome is learned of before it happened"
        ),
    ),
    Order(
        kind="check.appeal-decided-before-lodged",
        record_type="appeal",
        earlier="lodged_on",
        later="decided_on",
        says=lv("sūdzība izskatīta, pirms tā iesniegta").en(
            "the appeal is decided before it is lodged"
        ),
    ),
    Order(
        kind="check.target-due-before-agreed",
        record_type="target",
        earlier="agreed_on",
        later="due_on",
        says=lv("mērķrādītāja termiņš ir pirms vienošanās par to").en(
            "the target is due before it is agreed"
        ),
    ),
)
