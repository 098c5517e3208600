"""Whether every declaration says on whose authority it stands."""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.sources import Confidence, Source
from inclusion_core.testing.conformance.check import Broken, Conformance
from inclusion_core.testing.conformance.given import Given
from inclusion_core.testing.conformance.parts import parts_in

__all__ = ["CITES_A_SOURCE", "SOURCES_CAN_BE_FOUND"]


def _uncited(given: Given) -> Iterator[Broken]:
    for part in parts_in(given):
        match part.value:
            case Source() if not _titled(part.value):
                yield Broken(
                    part.about,
                    f"its {part.name} has no title; name the act, contract or handbook as a "
                    "reader would look it up",
                )
            case ProgrammeDefinition(sources=()):
                yield Broken(
                    part.about,
                    "it names no act or contract that it rests on; name them in `sources`",
                )
            case _:
                pass


def _titled(source: Source) -> bool:
    return bool(source.title.lv.strip() and source.title.en.strip())


CITES_A_SOURCE = Conformance(
    "declarations-cite-a-source",
    "Every programme, rule, limit, end, metric and assumption names the act, contract or handbook "
    "that it rests on.",
    _uncited,
)


def _not_found(given: Given) -> Iterator[Broken]:
    for part in parts_in(given):
        if not isinstance(part.value, Source) or not _titled(part.value):
            continue
        source = part.value
        if source.confidence is Confidence.OWN_READING and source.note is None:
            yield Broken(
                part.about,
                f"its {part.name} is an own reading and does not say of what; write what the text "
                "leaves open: source.own_reading(lv(...).en(...))",
            )
        read = source.confidence is Confidence.FOUND
        if read and not (source.issued or source.found_at or source.place.en):
            yield Broken(
                part.about,
                f"its {part.name}, {source.title.en!r}, was read and cannot be looked up; say when "
                "it was `issued`, where it is kept (`found_at`) or at which place (`.point()`), or "
                "how you know of it (`confidence`)",
            )


SOURCES_CAN_BE_FOUND = Conformance(
    "sources-can-be-looked-up",
    "Every source that was read has a day, a place or an address; an own reading says of what.",
    _not_found,
)
