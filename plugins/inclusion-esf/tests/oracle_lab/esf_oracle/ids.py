"""What the library calls the indicators and the points that the texts leave open."""

from esf_oracle.question import DISADVANTAGED, HOUSEHOLD_NEEDED

ANNEX_II = {
    "II.total": "total",
    "II.children": "children",
    "II.young": "young-people",
    "II.65": "older-people",
    "II.disability": "with-disabilities",
    "II.third-country": "third-country-nationals",
    "II.background-or-minority": "foreign-background-or-minority",
    "II.homeless": "homeless",
}
"""The last part of the id, of the indicators that have no code."""


def by_code():
    """The metrics of the library, by the oracle's name of the indicator."""
    from inclusion_esf.period_2014 import indicators as esf
    from inclusion_esf.period_2021 import indicators as plus

    named = {"grand-total": "grand total"}
    found = {}
    for text, metrics in (("2013", esf.ESF_INDICATORS_2013), ("2018", esf.ESF_INDICATORS_2018)):
        for metric in metrics:
            last = metric.id.rpartition(".")[2]
            found[named.get(last, f"{text} {last if last == 'total' else last.upper()}")] = metric
    for metric in plus.ESF_PLUS_INDICATORS:
        found[metric.id.rpartition(".")[2].upper()] = metric
    annex_ii = {last: code for code, last in ANNEX_II.items()}
    for metric in plus.MOST_DEPRIVED_INDICATORS:
        last = metric.id.rpartition(".")[2]
        found[annex_ii.get(last, last)] = metric
    return found


def numbers(reading):
    """A reading of the oracle as the numbers that the library takes for granted."""
    return {
        "esf.disadvantage-set": DISADVANTAGED.index(reading.disadvantaged),
        "esf.household-needed": HOUSEHOLD_NEEDED.index(reading.household_needed),
        "esf.school-age": reading.school_age,
        "esf.third-country-nationals-are-migrants": int(reading.migrants_by_citizenship),
        "esf.newly-searching": int(reading.search_of_anybody),
        "esf.plus.gender-needed": int(reading.gender_needed),
        "esf.plus.long-term-by-age": int(reading.plus_long_term_by_age),
        "esf.plus.job-search-of-inactive-only": int(not reading.plus_search_of_anybody),
        "esf.plus.rural-classes": 2 if reading.plus_towns_are_rural else 3,
    }
