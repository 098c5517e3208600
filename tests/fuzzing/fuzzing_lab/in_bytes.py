"""Changes of any bytes: cut, put in, turned over, repeated, cut short."""

from __future__ import annotations

from fuzzing_lab.choices import Choices
from fuzzing_lab.nasty import NASTY_PIECES

__all__ = ["changed_bytes"]

CUTS = (0, 0, 1, 2, 7, 60)


def changed_bytes(data: bytes, choices: Choices) -> bytes:
    """The bytes after one change."""
    at = choices.below(len(data) + 1)
    match choices.below(6):
        case 0:
            return data[:at] + choices.pick(NASTY_PIECES) + data[at + choices.pick(CUTS) :]
        case 1:
            flipped = bytes(each ^ (1 << choices.below(8)) for each in data[at : at + 1])
            return data[:at] + flipped + data[at + 1 :]
        case 2:
            piece = data[at : at + choices.below(400)]
            return data[:at] + piece + data[at:]
        case 3:
            return data[:at]
        case 4:
            other = choices.below(len(data) + 1)
            return data[:at] + data[other : other + choices.below(60)] + data[at:]
        case _:
            return data[:at] + bytes([choices.below(256)]) + data[at + 1 :]
