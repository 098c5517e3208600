"""What a distribution declares of an id that will go: what takes its place, and since when."""

from __future__ import annotations

import attrs

from inclusion_core.errors import DeclarationError
from inclusion_core.texts import Text, lv

__all__ = ["Deprecation"]

INSTEAD = lv("kopš versijas {since} {id} vietā ir {instead}. {says}").en(
    "since version {since} use {instead} in place of {id}. {says}"
)
NOTHING_INSTEAD = lv("kopš versijas {since} {id} vairs nelieto. {says}").en(
    "since version {since} {id} is not to be used any more. {says}"
)


@attrs.frozen(kw_only=True)
class Deprecation:
    """An id that is kept for those who use it, and will be taken away in the end.

    What has the id is declared as before, and means what it meant: whatever was reported by it can
    be reported again.

    Attributes:
        id: The id of anything that the same distribution declares.
        instead: The id to use in its place; empty where there is none.
        since: The version of the distribution that said so first, ``0.1.1``.
        says: Why, and what is otherwise, as a sentence.

    Raises:
        DeclarationError: The sentence has slots, which nothing fills.

    Example:
        >>> old = Deprecation(
        ...     id="cafe.entered",
        ...     instead="cafe.entered-2024",
        ...     since="0.1.1",
        ...     says=lv("Skaita citādi.").en("It counts otherwise."),
        ... )
        >>> old.told.in_("en")
        'since version 0.1.1 use cafe.entered-2024 in place of cafe.entered. It counts otherwise.'
    """

    id: str
    instead: str = ""
    since: str
    says: Text

    def __attrs_post_init__(self) -> None:
        if self.says.slots:
            problem = (
                f"nothing fills the slots of its sentence: {', '.join(sorted(self.says.slots))}"
            )
            raise DeclarationError("deprecation", self.id, problem)

    @property
    def told(self) -> Text:
        """What to do, as a sentence."""
        if not self.instead:
            return NOTHING_INSTEAD.filled(id=self.id, since=self.since, says=self.says)
        return INSTEAD.filled(id=self.id, instead=self.instead, since=self.since, says=self.says)
