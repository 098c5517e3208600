"""The persons that clients are: same-person links join clients of several providers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

from inclusion_core.checks.examined import Examined
from inclusion_core.model.client import Client

__all__ = ["clients_of_persons", "person_of"]


def person_of(examined: Examined) -> Callable[[str], str]:
    """Gives the person that a client is; a client who is not there stands for themselves."""
    persons = {client.id: client.person_id for client in examined.of(Client)}
    return lambda client_id: persons.get(client_id, client_id)


def clients_of_persons(examined: Examined) -> Mapping[str, list[Client]]:
    """The clients that each person is, ordered by id."""
    clients: dict[str, list[Client]] = defaultdict(list)
    for client in sorted(examined.of(Client), key=lambda client: client.id):
        clients[client.person_id].append(client)
    return clients
