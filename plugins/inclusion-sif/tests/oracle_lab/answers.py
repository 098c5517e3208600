"""Answers as the set of what they may be: yes, no, or either."""

YES = frozenset({True})
NO = frozenset({False})
OPEN = frozenset({True, False})


def answer(holds):
    return YES if holds else NO


def either(one, other):
    """What one or the other comes to."""
    return frozenset(a or b for a in one for b in other)


def both(one, other):
    """What one and the other come to."""
    return frozenset(a and b for a in one for b in other)
