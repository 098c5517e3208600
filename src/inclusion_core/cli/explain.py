"""The command ``explain``: what a rule, a limit or another id means, and who says so."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.cards import Card, Detail
from inclusion_core.cli.declared import cards_of
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.parser import Parser, add_language, one_of
from inclusion_core.cli.screen import Screen
from inclusion_core.pages.lines import hanging, one_line
from inclusion_core.pages.markdown import cell
from inclusion_core.rules.written.json_text import json_source
from inclusion_core.texts import Language, Text, lv

__all__ = ["add_arguments", "run"]

SOURCE = lv("avots").en("source")
COLUMNS = 100

_Write: TypeAlias = Callable[[Sequence[Card], Language], str]


def add_arguments(parser: Parser) -> None:
    """Take an id, and how what it means is written."""
    parser.add_argument(
        "rule",
        metavar="RULE",
        help="the id of a rule, limit, kind of support, fact, metric, check or programme, or of a "
        "clause that `assess` names",
    )
    add_language(parser)
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of("format", tuple(_FORMATS)),
        default="text",
        help="text (default), markdown or json",
    )


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Tell what is declared under the id."""
    cards = cards_of(catalogue, arguments.rule)
    screen.show(_FORMATS[arguments.format](cards, Language(arguments.language)))
    return Exit.FINE


def _as_text(cards: Sequence[Card], language: Language) -> str:
    lines = (
        line
        for number, card in enumerate(cards)
        for line in (*([""] if number else []), *_lines(card, language))
    )
    return "".join(f"{line}\n" for line in lines)


def _lines(card: Card, language: Language, indent: str = "") -> Iterator[str]:
    yield from hanging(f"{indent}{card.id} ", f"({card.kind.says.in_(language)})", COLUMNS)
    inside = f"{indent}  "
    yield from hanging(inside, _words(card.says, language), COLUMNS)
    for heading, value in _told(card, language):
        yield from hanging(f"{inside}{heading}: ", value, COLUMNS)
    for part in card.parts:
        yield ""
        yield from _lines(part, language, inside)


def _as_markdown(cards: Sequence[Card], language: Language) -> str:
    blocks = (block for card in cards for block in _blocks(card, language, "##"))
    return "\n\n".join(blocks) + "\n"


def _blocks(card: Card, language: Language, level: str) -> Iterator[str]:
    yield f"{level} {cell(card.id)} ({card.kind.says.in_(language)})"
    yield f"*{cell(_words(card.says, language))}*"
    yield "\n".join(f"- {heading}: {cell(value)}" for heading, value in _told(card, language))
    for part in card.parts:
        yield from _blocks(part, language, f"{level}#")


def _told(card: Card, language: Language) -> Iterator[tuple[str, str]]:
    for detail in card.details:
        yield detail.says.in_(language), _value(detail, language)
    for source in card.sources:
        yield SOURCE.in_(language), one_line(source.reference(language))


def _as_json(cards: Sequence[Card], language: Language) -> str:
    written = {"id": cards[0].id, "declared": [_card(card, language) for card in cards]}
    return f"{json.dumps(written, ensure_ascii=False, indent=2)}\n"


def _card(card: Card, language: Language) -> Mapping[str, object]:
    return {
        "id": card.id,
        "kind": card.kind.value,
        "says": _words(card.says, language),
        **{detail.key: _value(detail, language) for detail in card.details},
        "sources": [json_source(source, language) for source in card.sources],
        "parts": [_card(part, language) for part in card.parts],
    }


def _value(detail: Detail, language: Language) -> str:
    if isinstance(detail.value, str):
        return one_line(detail.value)
    return _words(detail.value, language)


def _words(text: Text, language: Language) -> str:
    return one_line(text.in_(language))


_FORMATS: Mapping[str, _Write] = {"text": _as_text, "markdown": _as_markdown, "json": _as_json}
