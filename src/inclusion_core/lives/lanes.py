"""The lanes of a picture: one for each record type, its records packed into as few rows as hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import attrs

from inclusion_core.lives.axis import Axis
from inclusion_core.lives.entries import Entry, Stay
from inclusion_core.lives.life import Life
from inclusion_core.lives.shapes import Bar, Mark, bar_of, mark_of
from inclusion_core.lives.wording import LifeWords

__all__ = ["Item", "Label", "Lane", "Seen", "lanes_of"]

LETTER = 6.6
"""Room for a letter; a little more than most need."""
GAP = 8.0
LONGEST = 36
SHORTEST = 6
CROWDED = 8
"""So many records of a type and more are drawn without words beside them."""


@attrs.frozen(kw_only=True, repr=False)
class Seen:
    """An entry that the axis shows."""

    entry: Entry
    shape: Bar | Mark

    @property
    def left(self) -> float:
        """Where its shape begins."""
        return self.shape.whole.left

    @property
    def right(self) -> float:
        """Where its shape ends."""
        return self.shape.whole.right

    @property
    def middle(self) -> float:
        """The middle of its shape."""
        return (self.left + self.right) / 2


@attrs.frozen(kw_only=True, repr=False)
class Label:
    """The words of a record, as far as there is room.

    Attributes:
        words: They.
        at: Where they begin, or end.
        ends_there: They end there.
        over_hatching: They stand on what is hatched.
    """

    words: str
    at: float
    ends_there: bool = False
    over_hatching: bool = False

    @property
    def left(self) -> float:
        """Where they begin."""
        return self.at - len(self.words) * LETTER if self.ends_there else self.at

    @property
    def right(self) -> float:
        """Where they end."""
        return self.at if self.ends_there else self.at + len(self.words) * LETTER


@attrs.frozen(kw_only=True, repr=False)
class Item:
    """A record in the picture.

    Attributes:
        seen: Its entries.
        label: Its words; ``None`` where there is no room.
        row: On which row of the lane it stands, from 0.
    """

    seen: tuple[Seen, ...]
    label: Label | None
    row: int = 0

    @property
    def left(self) -> float:
        """Where it begins, words and all."""
        return min(part.left for part in self._parts)

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(part.right for part in self._parts)

    @property
    def _parts(self) -> tuple[Seen | Label, ...]:
        return self.seen if self.label is None else (*self.seen, self.label)


@attrs.frozen(kw_only=True, repr=False)
class Lane:
    """The records of one type.

    Attributes:
        record_type: Which.
        items: Those that the axis shows.
        rows: How many rows they take.
        left_out: How many entries are in the list only.
    """

    record_type: str
    items: tuple[Item, ...]
    rows: int
    left_out: int


def lanes_of(life: Life, axis: Axis, words: LifeWords) -> Iterator[Lane]:
    """The lanes of a life, in the order of the schema."""
    for record_type in life.lanes:
        entries = [entry for entry in life.entries if entry.record_type == record_type]
        records: dict[str, list[Seen]] = defaultdict(list)
        for entry in entries:
            shape = _shape(entry, life, axis)
            if shape is not None:
                records[entry.record_id].append(Seen(entry=entry, shape=shape))
        crowded = len(records) >= CROWDED
        items = (_item(tuple(seen), axis, words, crowded=crowded) for seen in records.values())
        packed = tuple(_packed(items, gap=2.0 if crowded else GAP))
        yield Lane(
            record_type=record_type,
            items=packed,
            rows=max((item.row + 1 for item in packed), default=1),
            left_out=len(entries) - sum(len(seen) for seen in records.values()),
        )


def _shape(entry: Entry, life: Life, axis: Axis) -> Bar | Mark | None:
    if isinstance(entry, Stay):
        return bar_of(entry, axis, life.known_on)
    return mark_of(entry, axis, life.known_on)


def _item(seen: tuple[Seen, ...], axis: Axis, words: LifeWords, *, crowded: bool) -> Item:
    stays = (each for each in seen if isinstance(each.entry, Stay))
    says = words.brief(next(stays, seen[0]).entry)
    bare = Item(seen=seen, label=None)
    return attrs.evolve(bare, label=_label(says, bare, axis, crowded=crowded) if says else None)


def _label(says: str, item: Item, axis: Axis, *, crowded: bool) -> Label | None:
    """Words inside a bar, else behind the record, else before it, else as many as the bar holds."""
    bar = next((each.shape for each in item.seen if isinstance(each.shape, Bar)), None)
    inside = None
    if bar is not None:
        room = int((bar.whole.width - 2 * GAP) / LETTER)
        inside = Label(
            words=_cut(says, room), at=bar.whole.left + GAP, over_hatching=bool(bar.unsure)
        )
        if room >= min(len(says), LONGEST):
            return inside
    short = _cut(says, LONGEST)
    behind = Label(words=short, at=item.right + GAP)
    before = Label(words=short, at=item.left - GAP, ends_there=True)
    if not crowded and behind.right <= axis.right:
        return behind
    if not crowded and before.left >= axis.left:
        return before
    return inside if inside is not None and len(inside.words) >= SHORTEST else None


def _cut(says: str, room: int) -> str:
    return says if len(says) <= room else f"{says[: max(room - 1, 0)].rstrip(' ,;:')}…"


def _packed(items: Iterable[Item], gap: float) -> Iterator[Item]:
    """Each on the first row on which nothing is in its way."""
    ends: list[float] = []
    for item in sorted(items, key=_from_left):
        row = next((row for row, end in enumerate(ends) if end + gap <= item.left), len(ends))
        ends[row : row + 1] = [item.right]
        yield attrs.evolve(item, row=row)


def _from_left(item: Item) -> tuple[float, float]:
    return item.left, item.right
