"""How a cell that is worked out of counts is worked out, in words."""

from __future__ import annotations

from inclusion_core.reports.behind import Derived
from inclusion_core.reports.lineage.addresses import Place
from inclusion_core.reports.tables import InequalityTable, RateTable, TableForm, TargetTable
from inclusion_core.texts import Text, lv

__all__ = ["formula"]

FROM_ALL = lv("aprēķināts no visiem šiem skaitļiem").en("worked out of all these numbers")
SHARE = lv(
    "pirmais skaitlis, dalīts ar kopumu, procentos ar vienu zīmi aiz komata; puse uz augšu"
).en("the first number divided by the whole, in per cent with one decimal place, half rounded up")
WHOLE = lv("kopums bez tiem, kam termiņš vēl nav beidzies").en(
    "the whole without those whose window is still open"
)
SUM = lv("šo skaitļu summa").en("the sum of these numbers")
KEPT = lv("vai ievērots: {rule}").en("whether this holds: {rule}")
OF_PLACE = lv(
    "pirmais skaitlis; pie nezināmajiem pieskaitīti tie, par kuriem nav zināma vieta vai projekts"
).en("the first number; not known are also those whose place or operation is not known")
PER_CENT = lv("skaitlis, dalīts ar mērķi, procentos").en(
    "the figure divided by the target, in per cent"
)
REACHED = lv("vai skaitlis sasniedz mērķi, lai kas būtu tie, par kuriem nav zināms").en(
    "whether the figure reaches the target, whatever those come to of whom it is not known"
)


def formula(form: TableForm | None, place: Place) -> Text | None:
    """How it is worked out; ``None`` for a cell that is a count itself, or of nobody."""
    if not isinstance(place.cell.behind, Derived):
        return None
    match form:
        case RateTable():
            return SHARE if place.column == 3 else WHOLE
        case InequalityTable():
            rules = {each.id: each.formula for each in form.inequalities}
            key = place.row.part_of or place.row.id
            if place.column <= 2 or key not in rules:
                return SUM
            return KEPT.filled(rule=rules[key])
        case TargetTable():
            return {4: PER_CENT, 5: REACHED}.get(place.column, OF_PLACE)
        case _:
            return FROM_ALL
