"""Names of countries, as the announcements of the foundation write them."""

from __future__ import annotations

from functools import cache

from babel import Locale

from inclusion_core.texts import Text, lv

__all__ = ["country_name"]

AS_PUBLISHED = {
    "CD": lv("Kongo DR").en("DR Congo"),
    "KG": lv("Kirgizstāna").en("Kyrgyzstan"),
    "PS": lv("Palestīna").en("Palestine"),
    "US": lv("ASV").en("USA"),
}
"""Names that differ from those of the Unicode locale data."""


def country_name(code: str) -> Text:
    """The name of a country by its ISO 3166-1 code; the code itself where it has no name.

    Example:
        >>> country_name("AZ").in_("lv")
        'Azerbaidžāna'
        >>> country_name("PS").in_("en")
        'Palestine'
    """
    if code in AS_PUBLISHED:
        return AS_PUBLISHED[code]
    latvian, english = (_names(language).get(code, code) for language in ("lv", "en"))
    return lv(latvian).en(english)


@cache
def _names(language: str) -> dict[str, str]:
    return dict(Locale(language).territories)
