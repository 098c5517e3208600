"""Changes of one part of an archive, such as a workbook is."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from fuzzing_lab.choices import Choices
from fuzzing_lab.in_bytes import changed_bytes
from fuzzing_lab.nasty import NASTY_TEXTS

__all__ = ["changed_archive", "packed", "unpacked"]

_VALUE = re.compile(rb'(?<=")[^"<>]*(?=")|(?<=>)[^<>]+(?=<)')
_ELEMENT = re.compile(rb"<[^<>]+>")


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of an archive by name."""
    with ZipFile(BytesIO(data)) as archive:
        return {each: archive.read(each) for each in archive.namelist()}


def packed(parts: dict[str, bytes], *, method: int = ZIP_DEFLATED) -> bytes:
    """An archive of parts; the same for the same ones."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(ZipInfo(name), data, compress_type=method, compresslevel=1)
    return file.getvalue()


def changed_archive(data: bytes, choices: Choices) -> bytes | None:
    """The archive after one change of a part; ``None`` for what is none."""
    try:
        parts = unpacked(data)
    except (
        BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ):
        return None
    if not parts:
        return None
    name = choices.pick(sorted(parts))
    match choices.below(8):
        case 0:
            del parts[name]
        case 1:
            parts[choices.pick(sorted(parts))] = parts[name]
        case 2:
            parts[name] = changed_bytes(parts[name], choices)
        case 3:
            method = choices.pick((ZIP_STORED, ZIP_BZIP2, ZIP_DEFLATED))
            return packed(parts, method=method)
        case 4:
            parts[name] = _swapped(parts[name], _ELEMENT, choices)
        case _:
            words = choices.pick(NASTY_TEXTS).encode(errors="surrogatepass")
            parts[name] = _instead(parts[name], words, choices)
    return packed(parts)


def _instead(part: bytes, words: bytes, choices: Choices) -> bytes:
    """Other words in the place of a text or an attribute."""
    found = list(_VALUE.finditer(part))
    if not found:
        return words
    at = choices.pick(found)
    return part[: at.start()] + words + part[at.end() :]


def _swapped(part: bytes, pattern: re.Pattern[bytes], choices: Choices) -> bytes:
    """One element in the place of another."""
    found = list(pattern.finditer(part))
    if not found:
        return part
    at, other = choices.pick(found), choices.pick(found)
    return part[: at.start()] + other[0] + part[at.end() :]
