"""A life as a drawing in SVG: lanes of bars and marks under an axis of months and years.

What is told by shape is never told by colour alone: a stay that lasts fades into an arrow, what is
known in part is hatched, what is planned is a hollow diamond.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from inclusion_core.lives.axis import Axis
from inclusion_core.lives.lanes import Item, Lane, Seen
from inclusion_core.lives.life import Life
from inclusion_core.lives.listing import title
from inclusion_core.lives.shapes import RADIUS, Bar, Mark, Stretch
from inclusion_core.lives.wording import LifeWords
from inclusion_core.pages.elements import Html, element, on_lines, words
from inclusion_core.texts import lv

__all__ = ["BAR", "LEFT", "RIGHT", "bar", "drawing", "mark"]

WIDTH = 1140.0
LEFT = 196.0
"""Where the axis begins; what lanes are called stands before it."""
RIGHT = 1116.0
"""Where it ends; arrows stand behind it."""
TOP = 54.0
ROW = 28.0
BAR = 18.0
NAME = 21
"""So many letters of a lane's name fit on a line."""
LINE = 14.0
ROOM_FOR_YEAR = 40.0
LABELLED_MONTH = 16.0

KNOWN_ON = lv("zināms {known_on:locative}").en("known on {known_on}")
SAYS = lv("Laika līnija; katra josla ir viens ierakstu veids. Tas pats ir sarakstā zem attēla.").en(
    "A time line; each lane is one type of record. The list below the picture says the same."
)
SAYS_WITH_SUPPORT = lv(
    "Laika līnija; augšējās joslas rāda, kad atbalstu drīkst sniegt; pārējām ir pa vienai katram "
    "ierakstu veidam. Tas pats ir tabulā un sarakstā zem attēla."
).en(
    "A time line; the first lanes show when support may be given, each of the others one type of "
    "record. The table and the list below the picture say the same."
)


def drawing(
    life: Life,
    lanes: Sequence[Lane],
    axis: Axis,
    told: LifeWords,
    *,
    with_support: bool = False,
) -> Html:
    """The whole drawing, with a title and a description for who does not see it."""
    says = SAYS_WITH_SUPPORT if with_support else SAYS
    names = [tuple(_name(lane)) for lane in lanes]
    tops = list(_tops(lanes, names))
    shown = zip(lanes, names, tops, strict=False)
    return element(
        "svg",
        on_lines(
            element("title", words(title(life).in_(told.language)), id="picture-title"),
            element("desc", words(says.in_(told.language)), id="picture-says"),
            _definitions(),
            *_backs(tops),
            *_grid(axis, tops[-1]),
            *_now(life, axis, tops[-1], told),
            *(_lane(lane, name, top) for lane, name, top in shown),
        ),
        viewBox=f"0 0 {WIDTH:g} {tops[-1] + 8:g}",
        role="img",
        aria_labelledby="picture-title picture-says",
    )


def _name(lane: Lane) -> Iterator[tuple[str, str]]:
    """The lines of a lane's name, each with its class; last, what else is to be said of it."""
    line = ""
    for word in lane.name.split():
        if line and len(line) + 1 + len(word) > NAME:
            yield line, "name"
            line = ""
        line = f"{line} {word}".strip()
    yield line, "name"
    if lane.remark:
        yield lane.remark, "quiet"


def _tops(lanes: Sequence[Lane], names: Sequence[Sequence[object]]) -> Iterator[float]:
    """Where each lane begins, and where the last one ends."""
    top = TOP
    for lane, name in zip(lanes, names, strict=True):
        yield top
        top += max(lane.rows * ROW, len(name) * LINE + 4) + 8
    yield top


def _definitions() -> Html:
    line = element("path", d="M0 6L6 0", class_="hatch-line")
    hatch = element("pattern", line, id="hatch", width=6, height=6, patternUnits="userSpaceOnUse")
    stops = (
        element("stop", offset="0", class_="fade-from"),
        element("stop", offset="1", class_="fade-to"),
    )
    return element("defs", hatch, element("linearGradient", *stops, id="fade"))


def _backs(tops: Sequence[float]) -> Iterator[Html]:
    """Every other lane on a ground of its own."""
    for top, bottom in list(pairwise(tops))[::2]:
        yield element("rect", x=0, y=top, width=WIDTH, height=bottom - top, rx=4, class_="lane")


def _grid(axis: Axis, bottom: float) -> Iterator[Html]:
    months = list(axis.months)
    for month in months:
        x = axis.begin(month)
        first = month.month == 1 or month == months[0]
        if first:
            yield _line(x, TOP - 34, x, bottom, "grid-year")
        else:
            yield _line(x, TOP, x, bottom, "grid")
        if first and axis.begin(_year_ends(month)) - x > ROOM_FOR_YEAR:
            yield _words(str(month.year), x + 4, TOP - 24, "year")
        if axis.month_width >= LABELLED_MONTH:
            yield _words(str(month.month), axis.middle(month.replace(day=15)), TOP - 7, "month")


def _year_ends(month: date) -> date:
    return date(month.year, 12, 31)


def _now(life: Life, axis: Axis, bottom: float, told: LifeWords) -> Iterator[Html]:
    """The day on which the data are known: what lies behind it is still to come."""
    if axis.shows(life.known_on):
        x = axis.end(life.known_on)
        says = KNOWN_ON.filled(known_on=life.known_on).in_(told.language)
        yield _line(x, 6, x, bottom, "now")
        yield _words(says, x - 6, 13, "now-words")


def _lane(lane: Lane, name: Sequence[tuple[str, str]], top: float) -> Html:
    named = (
        _words(line, 8, top + 20 + LINE * place, kind) for place, (line, kind) in enumerate(name)
    )
    items = (_item(item, top + 4 + item.row * ROW) for item in lane.items)
    return element("g", on_lines(*named, *items))


def _item(item: Item, top: float) -> Html:
    """A record: its stay, a thread from its first day to its last, its days, its words."""
    first, last = (edge(each.middle for each in item.seen) for edge in (min, max))
    stays = [each for each in item.seen if isinstance(each.shape, Bar)]
    events = [each for each in item.seen if isinstance(each.shape, Mark)]
    low = top + (BAR + 2 if stays else BAR / 2 + 2)
    return element(
        "g",
        on_lines(
            _line(first, low, last, low, "thread") if first < last else words(""),
            *(_pointed_at(each, _shape(each.shape, top + 2, low)) for each in stays),
            *(_pointed_at(each, _shape(each.shape, top + 2, low)) for each in events),
            _label(item, top),
        ),
    )


def _shape(shape: Bar | Mark, top: float, middle: float) -> Html:
    return bar(shape, top) if isinstance(shape, Bar) else mark(shape, middle)


def _pointed_at(seen: Seen, shape: Html) -> Html:
    """A shape, and what it says to whoever points at it."""
    return element("g", element("title", words(seen.says)), shape)


def _label(item: Item, top: float) -> Html:
    if item.label is None:
        return words("")
    label = item.label
    kind = "before" if label.ends_there else "over" if label.over_hatching else "label"
    return _words(label.words, label.at, top + BAR / 2 + 6, kind)


def bar(shape: Bar, top: float) -> Html:
    """The bar of a stay."""
    parts = [_box(stretch, top, "unsure") for stretch in shape.unsure]
    if shape.sure is not None:
        parts.append(_box(shape.sure, top, "bar"))
    if shape.open_from is not None and shape.open_from < shape.whole.right:
        parts.append(_box(Stretch(shape.open_from, shape.whole.right), top, "open"))
    middle = top + BAR / 2
    if shape.before:
        parts.append(_arrow(shape.whole.left - 4, middle, -6))
    if shape.after:
        parts.append(_arrow(shape.whole.right + 4, middle, 6))
    return element("g", *parts)


def mark(shape: Mark, middle: float) -> Html:
    """The mark of an event."""
    around = shape.around
    parts = [_box(around, middle - 4, "unsure", height=8)] if around is not None else []
    if shape.planned:
        reach = RADIUS + 1
        path = f"M{shape.at:.1f} {middle - reach:.1f}l{reach:g} {reach:g}l-{reach:g} {reach:g}"
        parts.append(element("path", d=f"{path}l-{reach:g} -{reach:g}z", class_="due"))
    else:
        kind = "mark" if around is None else "about"
        parts.append(element("circle", cx=shape.at, cy=middle, r=RADIUS, class_=kind))
    return element("g", *parts)


def _box(stretch: Stretch, top: float, kind: str, height: float = BAR) -> Html:
    return element(
        "rect", x=stretch.left, y=top, width=stretch.width, height=height, rx=3, class_=kind
    )


def _arrow(x: float, middle: float, reach: float) -> Html:
    path = f"M{x:.1f} {middle - 6:.1f}l{reach:g} 6l{-reach:g} 6"
    return element("path", d=path, class_="arrow")


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Html:
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=kind)


def _words(says: str, x: float, y: float, kind: str) -> Html:
    return element("text", words(says), x=x, y=y, class_=kind)
