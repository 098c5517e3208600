"""What is taken for granted at an uncertain point of a definition, until somebody says otherwise.

A text that can be read in two ways, a national rule that nobody has confirmed, an age that a fund
leaves to its members: each is a parameter with a stated default, and every report shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from inclusion_core.errors import AssumptionError, DeclarationError
from inclusion_core.expr import nodes
from inclusion_core.expr.handles import Condition, NumberExpression, number_parameter
from inclusion_core.expr.parameters import Parameters
from inclusion_core.sources import Source
from inclusion_core.texts import Text

__all__ = ["Assumption", "assumed", "check_assumed"]


@attrs.frozen(kw_only=True)
class Assumption:
    """An uncertain point, and what is assumed there.

    Attributes:
        id: In the namespace of the distribution that declares it, ``esf.school-age``. It is also
            the name of the parameter that holds its value.
        says: What is assumed; with a slot ``value`` where it is a number, without one where
            ``choices`` say it.
        default: What is assumed where nobody says otherwise.
        choices: What each value means, for one that is no plain number.
        least: The smallest value; of choices, the smallest of them.
        most: The largest value.
        source: What leaves the point open, and how sure the default is.

    Raises:
        DeclarationError: The default is not one of its values.

    Example:
        An expression takes it as a number, or as a yes that the asker may turn into a no:

            completed_years(born_on, entered_on) < SCHOOL_AGE.number
            COUNTS_MIGRANTS.holds & third_country_national
    """

    id: str
    says: Text
    default: int
    choices: Mapping[int, Text] = attrs.field(factory=dict[int, Text])
    least: int = 0
    most: int = 1
    source: Source

    def __attrs_post_init__(self) -> None:
        if not self.allows(self.default):
            raise DeclarationError("assumption", self.id, "the default is not one of its values")

    def allows(self, value: int) -> bool:
        """Whether this may be assumed."""
        return value in self.choices if self.choices else self.least <= value <= self.most

    @property
    def number(self) -> NumberExpression:
        """What is assumed, in an expression."""
        return number_parameter(self.id)

    @property
    def holds(self) -> Condition:
        """Whether it is 1, in an expression."""
        return self.is_(1)

    def is_(self, value: int) -> Condition:
        """Whether it is this value, in an expression."""
        return (self.number >= value) & (self.number <= value)

    def told(self, value: int) -> Text:
        """What is assumed, in a sentence."""
        return self.choices[value] if self.choices else self.says.filled(value=value)


def assumed(
    parameters: Parameters, assumptions: Iterable[Assumption], values: Mapping[str, int] = {}
) -> Parameters:
    """The parameters with what is assumed.

    Args:
        parameters: What is given besides; a number given there stays.
        assumptions: What may be assumed.
        values: What to assume instead of the default, by id.

    Raises:
        AssumptionError: A value is none of those that may be assumed, or of no assumption here.
    """
    by_id = {each.id: each for each in assumptions}
    for key, value in values.items():
        if key not in by_id or not by_id[key].allows(value):
            raise AssumptionError(key, _allowed(by_id.get(key)), tuple(sorted(by_id)))
    defaults = {key: each.default for key, each in by_id.items()}
    numbers = {**defaults, **parameters.numbers, **values}
    return attrs.evolve(parameters, numbers=numbers)


def _allowed(assumption: Assumption | None) -> str:
    if assumption is None:
        return ""
    if assumption.choices:
        return ", ".join(str(value) for value in sorted(assumption.choices))
    return f"{assumption.least} to {assumption.most}"


def check_assumed(kind: str, key: str, node: nodes.Node, assumptions: Iterable[Assumption]) -> None:
    """Look whether an expression says which numbers it takes for granted.

    Raises:
        DeclarationError: It asks for a number that is none of its assumptions.
    """
    asked = {part.name for part in nodes.walk(node) if isinstance(part, nodes.NumberParameter)}
    for name in sorted(asked - {each.id for each in assumptions}):
        problem = f"asks for the number {name!r}; name the Assumption behind it in `assumes`"
        raise DeclarationError(kind, key, problem)
