"""A printed page, read by pypdf."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

from output_lab.readers.found import Found

__all__ = ["read_pdf"]

_ACTING = ("/URI", "/JS", "/JavaScript", "/Launch", "/SubmitForm", "/EmbeddedFile")


def read_pdf(data: bytes) -> Found:
    """The text of all pages as one."""
    reader = PdfReader(BytesIO(data))
    text = "\n".join(page.extract_text() for page in reader.pages)
    acting = []
    for number in range(1, len(reader.xref_objStm) + len(reader.xref.get(0, {})) + 1):
        held = reader.get_object(number)
        if isinstance(held, dict):
            acting += [each for each in _ACTING if each in held or each == held.get("/S")]
    return Found(units=(text,), acting=tuple(acting), squeezed=True)
