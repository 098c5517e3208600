"""Clients who are one person through somebody who is erased stay one person.

Three providers know one person; two links, from the first client to the second and to the third,
join them. Without the first the others would be two persons, and every figure that counts persons
would change. So of the links of an erased client the earliest goes, and the others lead on to the
client at its other end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from inclusion_core.fields import type_name
from inclusion_core.keeping.last_words import LastWords
from inclusion_core.lives.belonging import CLIENT, Key
from inclusion_core.model.client import SamePersonLink
from inclusion_core.values import ABSENT

__all__ = ["LINK", "Join", "joined_anew"]

LINK = type_name(SamePersonLink)


@attrs.frozen
class Join:
    """Two clients who are one person, and since when.

    Attributes:
        link_id: The link that says so.
        clients: Their ids.
        since: The day on which they were found to be.
    """

    link_id: str
    clients: tuple[str, str]
    since: date

    def leading_on(self, erased: str, to: str) -> Join:
        """The same link, from somebody else than the one who is erased."""
        one, other = self.clients
        return attrs.evolve(self, clients=(to, other) if one == erased else (one, to))

    def end(self, erased: str) -> str:
        """The client at the other end."""
        one, other = self.clients
        return other if one == erased else one


def joined_anew(words: LastWords, going: Iterable[Key]) -> Mapping[str, Join]:
    """The links of erased clients that join others from now on, by id."""
    joins = {join.link_id: join for join in _holding(words)}
    before = dict(joins)
    for erased in sorted(key for name, key in going if name == CLIENT):
        own = sorted(
            (join for join in joins.values() if erased in join.clients),
            key=lambda each: (each.since, each.link_id),
        )
        for join in own:
            following = join.leading_on(erased, own[0].end(erased))
            if _joined(following.clients, joins, erased):
                del joins[join.link_id]
            else:
                joins[join.link_id] = following
    return {key: join for key, join in joins.items() if join != before[key]}


def _holding(words: LastWords) -> Iterable[Join]:
    """The links that hold and are not to be undone."""
    for key, versions in words.histories.items():
        record = versions[-1].record
        if key[0] == LINK and isinstance(record, SamePersonLink) and record.undone_on is ABSENT:
            yield Join(record.id, (record.client_id, record.other_client_id), record.linked_on)


def _joined(clients: tuple[str, str], joins: Mapping[str, Join], without: str) -> bool:
    """Whether two clients are one person anyway, without somebody who is erased."""
    one, other = clients
    reached = {one}
    while True:
        more = {
            client
            for join in joins.values()
            if without not in join.clients and reached & set(join.clients)
            for client in join.clients
        }
        if more <= reached:
            return other in reached
        reached |= more
