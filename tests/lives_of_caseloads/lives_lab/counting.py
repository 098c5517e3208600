"""Three figures of the interim report, counted in the plain book by loops."""

from __future__ import annotations

from datetime import date

__all__ = ["figures"]

YES, NO, MAYBE = 2, 0, 1
EARLIEST, LATEST = "0001-01-01", "9999-12-31"


def figures(known, first, last, on):
    """How many are counted, and of how many nobody can say; known is what is known on a day."""
    persons = _persons(known, on)
    served, children, arrived = [], [], []
    for clients in persons:
        stays = _of(known, "participation", clients)
        active = [(each, _touching(each, "entered_on", "left_on", first, last)) for each in stays]
        served.append(_any(truth for _, truth in active))
        child = _any(min(truth, _is_child(known, each, first)) for each, truth in active)
        children.append(min(served[-1], child))
        came = _any(
            min(_not_after(first, each["arrived_on"]), _not_after(each["arrived_on"], last))
            for each in _of(known, "arrival", clients)
        )
        seeking = _any(
            min(_touching(each, "first_day", "last_day", first, last), _is(each, "asylum_seeker"))
            for each in _of(known, "protection_spell", clients)
        )
        arrived.append(min(came, seeking))
    found = {"clients": served, "children": children, "arrived-asylum-seekers": arrived}
    return {name: (said.count(YES), said.count(MAYBE)) for name, said in found.items()}


def _persons(known, on):
    """The clients in groups: those whom a link joins on the day are one person."""
    groups = [{key} for kind, key in known if kind == "client"]
    for (kind, _), link in known.items():
        undone = link.get("undone_on") or LATEST
        if kind != "same_person_link" or not link["linked_on"] <= on < undone:
            continue
        ends = {link["client_id"], link["other_client_id"]}
        joined = [each for each in groups if each & ends]
        groups = [each for each in groups if not each & ends]
        groups.append(set().union(*joined))
    return groups


def _of(known, kind, clients):
    return [
        fields
        for (name, _), fields in known.items()
        if name == kind and fields["client_id"] in clients
    ]


def _any(truths):
    return max(truths, default=NO)


def _is(spell, kind):
    return MAYBE if spell["kind"] == "?" else YES if spell["kind"] == kind else NO


def _ends(day):
    """The first and the last day that it may be."""
    if day is None:
        return LATEST, LATEST
    if day == "?":
        return EARLIEST, LATEST
    return (day, day) if isinstance(day, str) else day


def _not_after(one, other):
    """Whether a day is no later than another."""
    (least, most), (first, last) = _ends(one), _ends(other)
    return YES if most <= first else NO if least > last else MAYBE


def _touching(fields, begin, end, first, last):
    """Whether something has a day in a period."""
    return min(_not_after(fields[begin], last), _not_after(first, fields[end]))


def _is_child(known, stay, first):
    """Whether the client was under 18 on the first day in the period on which they were in it."""
    born = known["client", stay["client_id"]]["born_on"]
    entered = tuple(max(first, each) for each in _ends(stay["entered_on"]))
    (born_first, born_last), (least, most) = _ends(born), entered
    youngest, oldest = _years(born_last, least), _years(born_first, most)
    return YES if oldest < 18 else NO if youngest >= 18 else MAYBE


def _years(born, on):
    born, on = date.fromisoformat(born), date.fromisoformat(on)
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
