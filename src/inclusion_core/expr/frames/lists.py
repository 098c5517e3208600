"""What the condition of a list asks: of its own records, and of what lies outside."""

from __future__ import annotations

from inclusion_core.expr import nodes


def own_parts(node: nodes.Reduction) -> dict[nodes.TruthNode, frozenset[str]]:
    """The parts of a list's condition about its record alone, each with the links it follows."""
    found: dict[nodes.TruthNode, frozenset[str]] = {}
    waiting: list[nodes.TruthNode] = [node.related.where]
    while waiting:
        part = waiting.pop()
        if isinstance(part, nodes.AllOf):
            waiting.extend(reversed(part.of))
        elif isinstance(part, nodes.Named):
            waiting.append(part.of)
        else:
            inside = list(nodes.walk(part))
            alone = nodes.free_variables(part) <= {node.related.variable}
            if alone and not any(isinstance(each, nodes.Related) for each in inside):
                hops = (each.link for each in inside if isinstance(each, nodes.Hop))
                found[part] = frozenset(hops)
    return found


def asks_own_parts_alone(node: nodes.Reduction) -> bool:
    """Whether all that a list's condition says has been asked early."""
    return sum(1 for _ in own_parts(node)) == len(parts_of(node.related.where))


def parts_of(node: nodes.TruthNode) -> list[nodes.TruthNode]:
    """The conditions that must all hold for a condition to hold."""
    if isinstance(node, nodes.AllOf):
        return [part for each in node.of for part in parts_of(each)]
    return parts_of(node.of) if isinstance(node, nodes.Named) else [node]


def values_of(node: nodes.Reduction) -> list[nodes.Node]:
    """What a list is reduced to, record by record; nothing where records are just counted."""
    match node:
        case nodes.Exists() | nodes.Count():
            return []
        case nodes.LatestCode(_, value, by):
            return [value, by]
        case _:
            return [node.value]


def one_inside_another(one: nodes.Node, other: nodes.Node) -> bool:
    """Whether one of two nodes stands inside the other."""
    return any(part == other for part in nodes.walk(one)) or any(
        part == one for part in nodes.walk(other)
    )
