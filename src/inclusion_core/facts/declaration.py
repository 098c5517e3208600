"""What a declared expression must be: of its kind, about its subject, and readable in time."""

from __future__ import annotations

from typing import Any, TypeVar

import attrs

from inclusion_core.errors import DeclarationError, ExpressionError
from inclusion_core.expr import nodes
from inclusion_core.expr.handles import Expression
from inclusion_core.expr.rows import CASE, Row

__all__ = ["Declaration", "node_of"]

HandleT = TypeVar("HandleT", bound=Expression[Any])


def node_of(handle: Expression[Any]) -> object:
    """The node of a handle, by which declared values are compared."""
    return handle.node


@attrs.frozen(kw_only=True)
class Declaration:
    """A value that somebody declares, while it is looked through.

    Attributes:
        kind: What it is, ``rule``.
        id: Its id.
        subject: The handle class of the records that it is about.
    """

    kind: str
    id: str
    subject: type[Row]

    def __attrs_post_init__(self) -> None:
        if not _is_handle_class(self.subject):
            raise self.refused("subject must be a handle class, such as ParticipationRow")

    def refused(self, problem: str) -> DeclarationError:
        """What to raise."""
        return DeclarationError(self.kind, self.id, problem)

    def check(
        self,
        name: str,
        handle: object,
        kinds: type[HandleT] | tuple[type[HandleT], ...],
        said: str,
        *,
        may_ask_what_is_known: bool = False,
    ) -> None:
        """Look through one of its expressions.

        Args:
            name: The attribute that holds it.
            handle: The expression.
            kinds: What it must be.
            said: The same in words, with what to write instead of a usual mistake.
            may_ask_what_is_known: Whether it may ask if a field is known. An answer that came in
                later could then turn a yes into a no.

        Raises:
            DeclarationError: It is something else, is about other records, is nested too deep, or
                asks what it may not.
        """
        if not isinstance(handle, kinds):
            raise self.refused(f"{name} must be {said}; this is {type(handle).__name__}")
        node: nodes.Node = handle.node
        try:
            nodes.checked_depth(node)
        except ExpressionError as fault:
            raise self.refused(f"{name}: {fault}") from None
        others = nodes.free_variables(node) - {nodes.Variable(self.subject.record_type, CASE)}
        if others:
            listed = ", ".join(sorted(other.record_type for other in others))
            own = self.subject.record_type
            raise self.refused(f"{name} must be about the {own}, not about a {listed}")
        if not may_ask_what_is_known and any(
            isinstance(part, nodes.IsKnown) for part in nodes.walk(node)
        ):
            raise self.refused(
                f"{name} asks whether a field is known: that is for checks and metrics, here what "
                "is not known leaves the question open by itself"
            )


def _is_handle_class(subject: object) -> bool:
    return isinstance(subject, type) and issubclass(subject, Row)
