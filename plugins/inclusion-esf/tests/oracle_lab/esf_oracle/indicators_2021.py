"""The common indicators of the ESF+ 2021-2027 about persons, as their definitions have them.

Regulation (EU) 2021/1057, Annex I; Annex II for specific objective (l) and the most deprived.
"""

from esf_oracle import indicators_2014 as esf
from esf_oracle.calendar_days import months_later

INTEGRATION = "l"
"""Social integration; where it is of the most deprived, Annex II applies instead of Annex I."""

MATERIAL_HELP = "m"


def child(p, _):
    return not esf.aged(p, 18)


def young(p, _):
    return esf.aged(p, 18) and not esf.aged(p, 30)


def aged_65(p, _):
    return esf.aged(p, 65)


def low_education(p, _):
    """ISCED 0 to 2: unlike CO09, who has completed nothing is inside at any age."""
    return p["education_level"] in ("isced_0", "isced_1", "isced_2")


def third_country_national(p, _):
    return p["third_country_national"] == "yes"


def foreign_background(p, _):
    return p["foreign_background"] == "yes"


def minority(p, _):
    return p["minority"] == "yes"


def foreign_background_or_minority(p, reading):
    return foreign_background(p, reading) or minority(p, reading)


def long_term_unemployed(p, reading):
    if reading.plus_long_term_by_age:
        return esf.long_term_unemployed(p, reading)
    over_a_year = months_later(p["unemployed_since"], 12) < p["entered_on"]
    return esf.unemployed(p, reading) and over_a_year


def rural(p, reading):
    return esf.rural(p, reading) or (reading.plus_towns_are_rural and p["settlement"] == "town")


def looking_for_work(p, reading):
    if reading.plus_search_of_anybody:
        return not esf.unemployed(p, reading) and p["labour_event_upon_leaving"] == "job_search"
    return esf.looking_for_work(p, reading)


def newly_looking(p, reading):
    """Of whom EECR01 is asked."""
    if reading.plus_search_of_anybody:
        return not esf.unemployed(p, reading)
    return esf.inactive(p, reading)


# Of whom an indicator is asked, and whom of them it counts.

FOR_ALL = {
    "EECO01": (esf.anybody, esf.anybody),
    "EECO06": (esf.anybody, child),
    "EECO07": (esf.anybody, young),
    "EECO08": (esf.anybody, esf.above_54),
}
"""For specific objective (l), nothing else of Annex I applies."""

OUTPUTS = {
    "EECO02": (esf.anybody, esf.unemployed),
    "EECO03": (esf.unemployed, long_term_unemployed),
    "EECO04": (esf.anybody, esf.inactive),
    "EECO05": (esf.anybody, esf.employed),
    "EECO09": (esf.anybody, low_education),
    "EECO10": (esf.anybody, esf.upper_secondary),
    "EECO11": (esf.anybody, esf.tertiary),
    "EECO12": (esf.anybody, esf.disabled),
    "EECO13": (esf.anybody, third_country_national),
    "EECO14": (esf.anybody, foreign_background),
    "EECO15": (esf.anybody, minority),
    "EECO16": (esf.anybody, esf.homeless),
    "EECO17": (esf.anybody, rural),
}

RESULTS = {
    "EECR01": (newly_looking, looking_for_work),
    "EECR02": (esf.not_in_education, esf.in_education),
    "EECR03": (esf.anybody, esf.qualified),
    "EECR04": (esf.without_work, esf.at_work),
}

LATER_RESULTS = {
    "EECR05": (esf.without_work, esf.at_work_after),
    "EECR06": (esf.employed, esf.better_off_after),
}

ANNEX_II = {
    "II.total": (esf.anybody, esf.anybody),
    "II.children": (esf.anybody, child),
    "II.young": (esf.anybody, young),
    "II.65": (esf.anybody, aged_65),
    "II.disability": (esf.anybody, esf.disabled),
    "II.third-country": (esf.anybody, third_country_national),
    "II.background-or-minority": (esf.anybody, foreign_background_or_minority),
    "II.homeless": (esf.anybody, esf.homeless),
}
"""The outputs of Annex II, which has no codes."""
