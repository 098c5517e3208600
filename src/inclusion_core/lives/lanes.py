"""The lanes of a picture: one for each record type, its records packed into as few rows as hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import attrs

from inclusion_core.lives.axis import Axis
from inclusion_core.lives.entries import Entry, Stay
from inclusion_core.lives.life import Life
from inclusion_core.lives.shapes import Bar, Mark, bar_of, mark_of
from inclusion_core.lives.wording import LifeWords
from inclusion_core.texts import lv

__all__ = ["Item", "Label", "Lane", "Seen", "label_for", "lanes_of", "packed"]

LETTER = 6.6
"""Room for a letter; a little more than most need."""
GAP = 8.0
LONGEST = 36
SHORTEST = 6
OTHERS = lv("{number} tikai sarakstā").en("{number} only in the list")
CROWDED = 8
"""So many records of a type and more are drawn without words beside them."""


@attrs.frozen(kw_only=True, repr=False)
class Seen:
    """Something that the axis shows.

    Attributes:
        record_id: Of which record; of a time of support, by which limit.
        shape: What stands for it.
        says: What it is, for whoever points at it.
    """

    record_id: str
    shape: Bar | Mark
    says: str

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
    label: Label | None = None
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
        record_type: Which; of times of support, the id of the support.
        name: What they are called.
        remark: What else is to be said of them; empty for nothing.
        items: Those that the axis shows.
        rows: How many rows they take.
        left_out: How many entries are in the list only.
    """

    record_type: str
    name: str
    remark: str
    items: tuple[Item, ...]
    rows: int
    left_out: int


_Shown: TypeAlias = tuple[Entry, Bar | Mark]


def lanes_of(life: Life, axis: Axis, words: LifeWords) -> Iterator[Lane]:
    """The lanes of a life, in the order of the schema."""
    for record_type in life.lanes:
        entries = [entry for entry in life.entries if entry.record_type == record_type]
        records: dict[str, list[_Shown]] = defaultdict(list)
        for entry in entries:
            shape = _shape(entry, life, axis)
            if shape is not None:
                records[entry.record_id].append((entry, shape))
        crowded = len(records) >= CROWDED
        items = (_item(shown, axis, words, crowded=crowded) for shown in records.values())
        rows = tuple(packed(items, gap=2.0 if crowded else GAP))
        left_out = len(entries) - sum(len(shown) for shown in records.values())
        yield Lane(
            record_type=record_type,
            name=words.vocabulary.type(record_type, words.language),
            remark=OTHERS.filled(number=left_out).in_(words.language) if left_out else "",
            items=rows,
            rows=max((item.row + 1 for item in rows), default=1),
            left_out=left_out,
        )


def _shape(entry: Entry, life: Life, axis: Axis) -> Bar | Mark | None:
    if isinstance(entry, Stay):
        return bar_of(entry, axis, life.known_on)
    return mark_of(entry, axis, life.known_on)


def _item(shown: Sequence[_Shown], axis: Axis, words: LifeWords, *, crowded: bool) -> Item:
    stays = (entry for entry, _ in shown if isinstance(entry, Stay))
    bare = Item(
        seen=tuple(
            Seen(record_id=entry.record_id, shape=shape, says=_says(entry, words))
            for entry, shape in shown
        )
    )
    says = words.brief(next(stays, shown[0][0]))
    return attrs.evolve(bare, label=label_for(says, bare, axis, crowded=crowded))


def _says(entry: Entry, words: LifeWords) -> str:
    parts = (words.heading(entry), words.known(entry), words.days(entry))
    return " \N{EN DASH} ".join(part for part in parts if part)


def label_for(says: str, item: Item, axis: Axis, *, crowded: bool = False) -> Label | None:
    """Words inside a bar, else behind the record, else before it, else as many as the bar holds."""
    if not says:
        return None
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


def packed(items: Iterable[Item], gap: float = GAP) -> Iterator[Item]:
    """Each on the first row on which nothing is in its way."""
    ends: list[float] = []
    for item in sorted(items, key=_from_left):
        row = next((row for row, end in enumerate(ends) if end + gap <= item.left), len(ends))
        ends[row : row + 1] = [item.right]
        yield attrs.evolve(item, row=row)


def _from_left(item: Item) -> tuple[float, float]:
    return item.left, item.right
