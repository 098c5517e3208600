"""A random life in the motivation programme."""

from datetime import date

from inclusion_core.model.client import Client, SamePersonLink
from inclusion_core.model.funding import Programme, Provider
from inclusion_core.model.traits import RiskGround, RiskSpell
from oracle_lab.completing import CLIENT_ID
from oracle_lab.life_in_mentoring import write_stay
from oracle_lab.motivation import FOR_OLDER_WORKERS, OTHER_MEASURES
from oracle_lab.pen import operation

MEASURES = (*OTHER_MEASURES, FOR_OLDER_WORKERS, FOR_OLDER_WORKERS, "nva.measure_other")


def write_motivation(pen):
    """Risks, stays, and what other measures support."""
    for _ in range(pen.rng.choice((0, 0, 0, 1, 1, 2))):
        write_risk(pen, CLIENT_ID)
    for _ in range(pen.rng.choice((0, 1, 1, 1, 1, 2))):
        write_stay(pen, CLIENT_ID, pen.programme_id)
    if pen.chance(0.4):
        write_elsewhere(pen)


def write_risk(pen, client_id):
    first_day = pen.day()
    pen.add(
        RiskSpell(
            id=pen.name("k"),
            client_id=client_id,
            ground=pen.rng.choice(tuple(RiskGround)),
            first_day=first_day,
            last_day=pen.day_or_none(0.6, after=first_day),
        )
    )


def write_elsewhere(pen):
    """Stays in other measures: of the client, or of one who is, was or is not the same person."""
    pen.add(operation("o-2", pen.day_or_none(0.3)))
    for number, measure in enumerate(sorted(set(pen.rng.choices(MEASURES, k=2)))):
        pen.add(Programme(id=f"g-{number + 5}", operation_id="o-2", declared_as=measure))
        write_stay(pen, pen.rng.choice((CLIENT_ID, "c-2")), f"g-{number + 5}")
    pen.add(Provider(id="v-2", name="Other provider"))
    pen.add(Client(id="c-2", provider_id="v-2", born_on=date(1980, 1, 1)))
    write_risk(pen, "c-2")
    if pen.chance(0.7):
        linked_on = pen.day()
        pen.add(
            SamePersonLink(
                id=pen.name("l"),
                client_id=pen.rng.choice((CLIENT_ID, "c-2")),
                other_client_id="c-2" if pen.chance(0.9) else CLIENT_ID,
                linked_on=linked_on,
                undone_on=pen.day_or_none(0.8, after=linked_on),
            )
        )
