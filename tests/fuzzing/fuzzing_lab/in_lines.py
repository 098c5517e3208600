"""Changes of a text of lines and cells: CSV, TOML, Markdown."""

from __future__ import annotations

import re

from fuzzing_lab.choices import Choices
from fuzzing_lab.nasty import NASTY_TEXTS

__all__ = ["changed_lines"]

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1257")
BREAKS = ("\n", "\r\n", "\r", "\n\n", "\u2028")
_CELL = re.compile(r"[^,;|=\n\"]+")


def changed_lines(data: bytes, choices: Choices) -> bytes | None:
    """The text after one change; ``None`` for what is none."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    lines = text.split("\n")
    at = choices.below(len(lines))
    match choices.below(8):
        case 0 | 1 | 2:
            cells = list(_CELL.finditer(text))
            if cells:
                cell = choices.pick(cells)
                text = text[: cell.start()] + choices.pick(NASTY_TEXTS) + text[cell.end() :]
        case 3:
            lines[at : at + 1] = [lines[at]] * choices.below(3)
            text = "\n".join(lines)
        case 4:
            lines.insert(at, lines.pop(choices.below(len(lines))))
            text = "\n".join(lines)
        case 5:
            text = choices.pick(BREAKS).join(lines)
        case 6:
            old, new = (
                choices.pick([",", ";", "|", '"', "="]),
                choices.pick([",", ";", '"', "\t", "["]),
            )
            text = text.replace(old, new)
        case _:
            return text.encode(choices.pick(ENCODINGS), errors="replace")
    return text.encode(errors="surrogatepass")
