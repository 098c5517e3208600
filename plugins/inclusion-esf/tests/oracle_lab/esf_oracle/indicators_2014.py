"""The common indicators of the ESF 2014-2020, as their definitions have them.

Each takes a participation of which all is known, and says whether it is counted.
Regulation (EU) No 1304/2013, Annex I; the text of 17 December 2013 and that of 2 August 2018.
"""

from esf_oracle.calendar_days import is_years_old, months_later

SECONDARY = ("isced_3", "isced_4")
TERTIARY = ("isced_5", "isced_6", "isced_7", "isced_8")
AT_WORK = ("employment", "self_employment")


# Upon entry.


def unemployed(p, _):
    return p["labour_status"] == "unemployed"


def inactive(p, _):
    return p["labour_status"] == "inactive"


def employed(p, _):
    return p["labour_status"] == "employed"


def aged(p, years):
    return is_years_old(p["born_on"], years, p["entered_on"])


def long_term_unemployed(p, reading):
    """For more than six months under the age of 25, else for more than twelve."""
    if not unemployed(p, reading):
        return False
    months = 12 if aged(p, 25) else 6
    return months_later(p["unemployed_since"], months) < p["entered_on"]


def inactive_and_not_in_education(p, reading):
    return inactive(p, reading) and p["in_education"] == "no"


def below_25(p, _):
    return not aged(p, 25)


def above_54(p, _):
    return aged(p, 55)


def above_54_without_work_or_education(p, reading):
    """Over 54, and of CO01 or CO04."""
    return above_54(p, reading) and (
        unemployed(p, reading) or inactive_and_not_in_education(p, reading)
    )


def primary_or_lower_secondary(p, reading):
    """ISCED 1 or 2; and nothing completed yet, of who is too young for it."""
    level = p["education_level"]
    return level in ("isced_1", "isced_2") or (
        level == "isced_0" and not aged(p, reading.school_age)
    )


def upper_secondary(p, _):
    return p["education_level"] in SECONDARY


def tertiary(p, _):
    return p["education_level"] in TERTIARY


def jobless_household(p, _):
    return p["jobless_household"] == "yes"


def jobless_household_with_children(p, reading):
    return jobless_household(p, reading) and p["dependent_children"] == "yes"


def single_adult_with_children(p, _):
    return p["single_adult"] == "yes" and p["dependent_children"] == "yes"


def migrant_or_minority(p, reading):
    return (
        p["foreign_background"] == "yes"
        or p["minority"] == "yes"
        or (reading.migrants_by_citizenship and p["third_country_national"] == "yes")
    )


def disabled(p, _):
    return p["disability"] == "yes"


def otherwise_disadvantaged(p, _):
    return p["other_disadvantage"] == "yes"


def homeless(p, _):
    return p["homeless"] == "yes"


def rural(p, _):
    return p["settlement"] == "rural"


def anybody(_, __):
    return True


def of_a_labour_status(p, reading):
    return unemployed(p, reading) or inactive(p, reading) or employed(p, reading)


# Upon leaving.


def without_work(p, reading):
    return unemployed(p, reading) or inactive(p, reading)


def looking_for_work(p, reading):
    return inactive(p, reading) and p["labour_event_upon_leaving"] == "job_search"


def not_in_education(p, _):
    return p["in_education"] == "no"


def in_education(p, reading):
    return not_in_education(p, reading) and p["education_upon_leaving"] == "yes"


def qualified(p, _):
    return p["qualification_upon_leaving"] == "yes"


def at_work(p, reading):
    return without_work(p, reading) and p["labour_event_upon_leaving"] in AT_WORK


def newly_looking(p, reading):
    """What CR05 takes for the search for work: it is not new to who was unemployed."""
    if reading.search_of_anybody:
        return not unemployed(p, reading) and p["labour_event_upon_leaving"] == "job_search"
    return looking_for_work(p, reading)


def one_result(p, reading):
    return (
        newly_looking(p, reading)
        or in_education(p, reading)
        or qualified(p, reading)
        or at_work(p, reading)
    )


def disadvantaged_by(text):
    """Who is disadvantaged: a question of the text of Annex I, unless the reading settles it."""

    def disadvantaged(p, reading):
        if migrant_or_minority(p, reading) or disabled(p, reading):
            return True
        if otherwise_disadvantaged(p, reading):
            return True
        if reading.disadvantaged == "sensitive items alone":
            return False
        if reading.disadvantaged == "by the text" and text == "2018":
            return False
        return jobless_household(p, reading) or single_adult_with_children(p, reading)

    return disadvantaged


def both(one, other):
    return lambda p, reading: one(p, reading) and other(p, reading)


# Six months after.


def at_work_after(p, reading):
    return without_work(p, reading) and p["labour_status_six_months_after"] == "employed"


def better_off_after(p, reading):
    """Was at work, is at work, and the work is more secure, fuller, or better."""
    return (
        employed(p, reading)
        and p["labour_status_six_months_after"] == "employed"
        and (
            (p["work_security"] == "precarious" and p["work_security_six_months_after"] == "stable")
            or (
                p["working_time"] == "underemployed"
                and p["working_time_six_months_after"] == "full"
            )
            or p["better_work_six_months_after"] == "yes"
        )
    )


# Of whom an indicator is asked, and whom of them it counts.

OUTPUTS = {
    "total": (anybody, of_a_labour_status),
    "CO01": (anybody, unemployed),
    "CO02": (unemployed, long_term_unemployed),
    "CO03": (anybody, inactive),
    "CO04": (inactive, inactive_and_not_in_education),
    "CO05": (anybody, employed),
    "CO06": (anybody, below_25),
    "CO07": (anybody, above_54),
    "CO08": (above_54, above_54_without_work_or_education),
    "CO09": (anybody, primary_or_lower_secondary),
    "CO10": (anybody, upper_secondary),
    "CO11": (anybody, tertiary),
    "CO15": (anybody, migrant_or_minority),
    "CO16": (anybody, disabled),
    "CO17": (anybody, otherwise_disadvantaged),
    "CO18": (anybody, homeless),
    "CO19": (anybody, rural),
}

HOUSEHOLDS = {
    "CO12": (anybody, jobless_household),
    "CO13": (jobless_household, jobless_household_with_children),
    "CO14": (anybody, single_adult_with_children),
}
"""In Annex I until 1 August 2018."""

RESULTS = {
    "CR01": (inactive, looking_for_work),
    "CR02": (not_in_education, in_education),
    "CR03": (anybody, qualified),
    "CR04": (without_work, at_work),
}
"""Upon leaving; CR05 is a question of the text."""

LATER_RESULTS = {
    "CR06": (without_work, at_work_after),
    "CR07": (employed, better_off_after),
    "CR08": (both(above_54, without_work), both(above_54, at_work_after)),
}
"""Six months after leaving; CR09 is a question of the text."""
