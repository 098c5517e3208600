"""What the signs of a picture mean, each beside a small one; only those that are in the picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from inclusion_core.lives.drawing import BAR, bar, mark
from inclusion_core.lives.lanes import Lane
from inclusion_core.lives.shapes import Bar, Mark, Stretch
from inclusion_core.pages.elements import Html, element, on_lines, words
from inclusion_core.texts import LanguageCode, Text, lv

__all__ = ["legend"]

WIDTH, HEIGHT = 54.0, 24.0
_ALL, _HALF, _REST = Stretch(4, 40), Stretch(4, 22), Stretch(22, 40)

STAY = lv("ilga no pirmās līdz pēdējai dienai").en("lasted from the first day to the last")
LASTS = lv("vēl ilgst").en("still lasts")
BEYOND = lv("turpinās ārpus attēla").en("goes on outside the picture")
UNSURE = lv("diena zināma tikai daļēji: kaut kad svītrotajā laikā").en(
    "a day known only in part: at some time in the hatched stretch"
)
EVENT = lv("notika šajā dienā").en("happened on that day")
ABOUT = lv("notika kaut kad svītrotajā laikā").en("happened at some time in the hatched stretch")
PLANNED = lv("termiņš vai gaidāma diena").en("due day, or a day still to come")


def _bar(
    sure: Stretch | None, *unsure: Stretch, open_from: float | None = None, after: bool = False
) -> Bar:
    return Bar(whole=_ALL, sure=sure, unsure=unsure, open_from=open_from, before=False, after=after)


_SIGNS: Mapping[Text, Bar | Mark] = {
    STAY: _bar(_ALL),
    LASTS: _bar(_HALF, open_from=_HALF.right, after=True),
    BEYOND: _bar(_ALL, after=True),
    UNSURE: _bar(_HALF, _REST),
    EVENT: Mark(at=22, around=None, planned=False),
    ABOUT: Mark(at=22, around=_ALL, planned=False),
    PLANNED: Mark(at=22, around=None, planned=True),
}


def legend(lanes: Iterable[Lane], language: LanguageCode) -> Html:
    """The signs that stand in the lanes, with their meaning."""
    used = {
        text
        for lane in lanes
        for item in lane.items
        for seen in item.seen
        for text in _said_by(seen.shape)
    }
    listed = (
        element("li", _small(shape), words(text.in_(language)))
        for text, shape in _SIGNS.items()
        if text in used
    )
    return element("ul", on_lines(*listed), class_="legend")


def _said_by(shape: Bar | Mark) -> Iterator[Text]:
    if isinstance(shape, Mark):
        yield PLANNED if shape.planned else EVENT if shape.around is None else ABOUT
        return
    lasts = shape.open_from is not None
    if shape.sure is not None:
        yield STAY
    if lasts:
        yield LASTS
    if shape.before or (shape.after and not lasts):
        yield BEYOND
    if shape.unsure:
        yield UNSURE


def _small(shape: Bar | Mark) -> Html:
    drawn = mark(shape, HEIGHT / 2) if isinstance(shape, Mark) else bar(shape, (HEIGHT - BAR) / 2)
    box = f"0 0 {WIDTH:g} {HEIGHT:g}"
    return element("svg", drawn, aria_hidden="true", width=WIDTH, height=HEIGHT, viewBox=box)
