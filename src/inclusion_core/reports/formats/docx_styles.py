"""How a document looks: A4, letters of one family, dark headings, and the number of each page."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from inclusion_core.reports.formats.docx_elements import made, run
from inclusion_core.reports.formats.office_package import TAGS
from inclusion_core.texts import Language

__all__ = ["FONT", "set_up"]

FONT = "Calibri"
DARK = "1F3864"

_SHORT, _LONG, _MARGIN = 210, 297, 20  # millimetres
_TWIPS = 1440 / 25.4  # in a millimetre
_SIZES: Mapping[str, float] = {
    "Normal": 11,
    "Title": 22,
    "Subtitle": 13,
    "Heading 1": 15,
    "Caption": 11,
    "List Bullet": 11,
    "List Continue": 10,
}
_OWN: Mapping[str, float] = {"Table Text": 9.5, "Table Heading": 9.5, "Table Note": 9}
_COLOURED = ("Title", "Heading 1", "Caption")


def set_up(document: Any, language: Language, *, across: bool) -> int:
    """Prepare an empty document.

    Args:
        document: Of python-docx.
        language: In which its words are checked and read aloud.
        across: Its pages are wider than high.

    Returns:
        How much room there is between the margins, in twentieths of a point.
    """
    _name_language(document, language)
    for name, size in _OWN.items():
        own = document.styles.add_style(name, 1)
        own.base_style = document.styles["Normal"]
        own.paragraph_format.space_before = own.paragraph_format.space_after = _points(2)
        own.font.size = _points(size)
    for name, size in _SIZES.items():
        _look(document.styles[name], size, coloured=name in _COLOURED)
    document.styles["Normal"].paragraph_format.space_after = _points(6)
    document.styles["Table Heading"].font.bold = True
    document.styles["Caption"].paragraph_format.keep_with_next = True
    document.styles["Caption"].paragraph_format.space_before = _points(10)
    document.styles["Caption"].paragraph_format.space_after = _points(4)
    width, height = (_LONG, _SHORT) if across else (_SHORT, _LONG)
    _lay_out(document.sections[0], width, height, across=across)
    return round((width - 2 * _MARGIN) * _TWIPS)


def _points(number: float) -> Any:
    return import_module("docx.shared").Pt(number)


def _look(style: Any, size: float, *, coloured: bool) -> None:
    """The style in the one family of letters; a theme would have the last word otherwise."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    style.font.name = FONT
    style.font.size = _points(size)
    style.font.italic = False
    shared = import_module("docx.shared")
    style.font.color.rgb = shared.RGBColor.from_string(DARK if coloured else "000000")


def _name_language(document: Any, language: Language) -> None:
    named = import_module("docx.oxml.ns").qn
    for told in document.styles.element.iter(named("w:lang")):
        told.set(named("w:val"), TAGS[language])
    for told in document.settings.element.iter(named("w:themeFontLang")):
        told.set(named("w:val"), TAGS[language])


def _lay_out(section: Any, width: int, height: int, *, across: bool) -> None:
    millimetres = import_module("docx.shared").Mm
    section.page_width, section.page_height = millimetres(width), millimetres(height)
    if across:
        section.orientation = 1
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, millimetres(_MARGIN))
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = 2  # to the right
    for place, field in enumerate(("PAGE", "NUMPAGES")):
        if place:
            paragraph.add_run(" / ")
        paragraph._p.append(_field(field))  # noqa: SLF001  fields have no way of their own


def _field(instruction: str) -> Any:
    """What a program fills in when it lays out the pages."""
    return made("w:fldSimple", [run("1")], instr=instruction)
