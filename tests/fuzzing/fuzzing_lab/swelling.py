"""Documents that swell: a short piece again and again, in the middle of a good one."""

from __future__ import annotations

from collections.abc import Mapping

from fuzzing_lab.in_archives import packed, unpacked
from fuzzing_lab.mutating import Build

__all__ = ["SWELLINGS", "swollen"]

SWELLINGS: Mapping[Build, tuple[bytes, ...]] = {
    Build.BYTES: (b"9", b" ", b"..", b"\xc4\x80", b"\0"),
    Build.JSON: (b"[", b'{"a":', b'"a","', b"\\", b"9", b'a":1,"'),
    Build.LINES: (
        b"[",
        b'"',
        b",",
        b"9",
        b"a.",
        b"* ",
        b"| a ",
        b"a,",
        b"a = 1\n",
        b"1 000 ",
        b"- ",
    ),
    Build.ARCHIVE: (b"<a>", b"&amp;", b"9", b"<c/>"),
}
"""Pieces over which a reader of such documents might stumble."""


def swollen(example: bytes, build: Build, piece: bytes, size: int) -> bytes:
    """A good document with a piece repeated to a size, where a text begins in its middle.

    In an archive it is the longest part that swells.
    """
    much = piece * (size // len(piece))
    if build is Build.ARCHIVE:
        parts = unpacked(example)
        name = max(parts, key=lambda each: len(parts[each]))
        return packed({**parts, name: _inside(parts[name], much, b">")})
    return _inside(example, much, b'"' if build is Build.JSON else b"\n")


def _inside(data: bytes, much: bytes, after: bytes) -> bytes:
    at = data.find(after, len(data) // 2) + 1 or len(data)
    return data[:at] + much + data[at:]
