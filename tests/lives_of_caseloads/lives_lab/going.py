"""What erasing somebody does to the plain book, as the pages about keeping tell it.

- Every record that names the client last goes, and the client; a tombstone stays of each.
- So does a household that nobody else is, or ever was, a member of.
- Of the records of others those entries go that named what went; what is left is counted anew.
- Who were one person through the erased client stay one: of the links that hold, the earliest goes,
  the others lead on to the client at its other end, unless these are one person anyway.
"""

from __future__ import annotations

__all__ = ["erase"]

ENDS = ("client_id", "other_client_id")
NAMING = (*ENDS, "household_id")


def erase(book, client, *, day, why):
    """Take a client out of the book."""
    going = _going(book, client)
    leading = _leading_on(book, client)
    going -= {("same_person_link", key) for key in leading}
    keys = list(dict.fromkeys((each["type"], each["id"]) for each in book.entries))
    left = []
    for key in keys:
        history = book.history(key)
        if key in going:
            left.append(_tombstone(history, day, why))
        elif key[0] == "same_person_link" and key[1] in leading:
            left += [_between(each, leading[key[1]]) for each in history]
        else:
            left += _of_others(history, going)
    book.entries = left


def _names(fields):
    """What a record names, by type and id."""
    return {
        ("household" if name == "household_id" else "client", fields[name])
        for name in NAMING
        if name in fields
    }


def _going(book, client):
    said = book.last_words()
    going = {("client", client)}
    going |= {key for key, fields in said.items() if ("client", client) in _names(fields)}
    going |= {
        (each["type"], each["id"])
        for each in book.entries
        if each["act"] == "erased" and (each["type"], each["id"]) in going
    }
    ever = {}
    for each in book.entries:
        if each["fields"] is not None:
            ever.setdefault((each["type"], each["id"]), set()).update(_names(each["fields"]))
    ours = {name for key in going for name in ever.get(key, ()) if name[0] == "household"}
    theirs = {name for key, names in ever.items() if key not in going for name in names}
    return going | {name for name in ours if name in said and name not in theirs}


def _leading_on(book, client):
    """The links that join others from now on, with the clients whom they join."""
    now = {
        each["id"]: each["fields"] for each in book.entries if each["type"] == "same_person_link"
    }
    holding = {
        key: (fields["client_id"], fields["other_client_id"], fields["linked_on"])
        for key, fields in now.items()
        if fields is not None and fields["undone_on"] is None
    }
    own = sorted((on, key) for key, (one, other, on) in holding.items() if client in (one, other))
    if not own:
        return {}
    heir = _other_end(holding[own[0][1]], client)
    rest = {key: ends[:2] for key, ends in holding.items() if client not in ends[:2]}
    leading = {}
    for _, key in own:
        one, other, _ = holding[key]
        ends = (heir, other) if one == client else (one, heir)
        if not _one_person(*ends, rest.values()):
            leading[key] = rest[key] = ends
    return leading


def _other_end(link, client):
    one, other, _ = link
    return other if one == client else one


def _one_person(one, other, links):
    reached, grown = {one}, True
    while grown:
        grown = False
        for ends in links:
            if len(reached & set(ends)) == 1:
                reached |= set(ends)
                grown = True
    return other in reached


def _tombstone(history, day, why):
    already = [each for each in history if each["act"] == "erased"]
    last = history[-1]
    new = {**last, "number": last["number"] + 1, "day": day, "turn": 1}
    return already[0] if already else {**new, "act": "erased", "why": why, "fields": None}


def _between(entry, ends):
    if entry["fields"] is None:
        return entry
    return {**entry, "fields": {**entry["fields"], **dict(zip(ENDS, ends, strict=True))}}


def _of_others(history, going):
    """What stays of a record that names somebody else by now."""
    naming = [each for each in history if each["fields"] and _names(each["fields"]) & going]
    left = [each for each in history if each not in naming]
    if not naming:
        return history
    while left[0]["act"] == "retracted":  # what was taken back is not there any more
        left = left[1:]
    counted = [{**each, "number": number} for number, each in enumerate(left, 1)]
    counted[0]["act"] = "recorded"
    return counted
