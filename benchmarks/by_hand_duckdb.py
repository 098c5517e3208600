"""The same figures, written by hand for DuckDB: one statement, its stages named and kept.

Reads like ``by_hand_polars.py``: days are intervals, what holds *surely* and what holds *perhaps*
are carried side by side.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import duckdb
from question import ADULT_AFTER_MONTHS, ALL, ALWAYS, DAYS, MENTORING, NEVER, Answer, answer_of


def _day(day: date) -> str:
    return f"DATE '{day.isoformat()}'"


FIRST, LAST, STATUS = _day(DAYS.first), _day(DAYS.last), _day(DAYS.status)
NOT_YET = _day(DAYS.known_on + timedelta(days=1))
ADULT = f"INTERVAL {ADULT_AFTER_MONTHS} MONTH"


def lo(day: str) -> str:
    """The earliest that a day can be."""
    unknown = f"CASE WHEN {day}_unknown IS NOT NULL THEN {_day(ALWAYS)} END"
    return f"coalesce({day}, {day}_earliest, {unknown}, {NOT_YET})"


def hi(day: str) -> str:
    """The latest that a day can be."""
    return f"coalesce({day}, {day}_latest, {_day(NEVER)})"


def perhaps(code: str, wanted: str) -> str:
    """Whether a code may be the wanted one."""
    return f"({code} = '{wanted}' OR {code}_unknown IS NOT NULL)"


def surely(code: str, wanted: str) -> str:
    """Whether a code is the wanted one."""
    return f"({code} IS NOT DISTINCT FROM '{wanted}')"


def spells_over(spells: str, first: str, last: str, fits: str = "true", may: str = "true") -> str:
    """By person: whether a spell surely has a day from the first to the last; only if perhaps."""
    return f"""
    SELECT person_id, bool_or(sure) AS sure
    FROM (
        SELECT client_id, {fits} AND {hi("first_day")} <= {last} AND {lo("last_day")} >= {first}
            AS sure
        FROM {spells}
        WHERE {may} AND {lo("first_day")} <= {last} AND {hi("last_day")} >= {first}
    ) JOIN person_of USING (client_id)
    GROUP BY person_id"""


def counted(stem: str, sure: str, may: str, asked: str = "") -> str:
    """The columns of a figure, from what is surely and what is perhaps counted."""
    return f"""{stem} AS stem, count(*) FILTER ({sure}) AS counted,
        count(*) FILTER (({may}) AND NOT ({sure})) AS unknown,
        count(*) FILTER ({asked or sure}) AS asked"""


LAST_LEFT = """
    bool_or(sure) AS sure, bool_or(may) AS may,
    max(left_lo) FILTER (sure) AS sure_lo, min(left_lo) FILTER (may) AS least_lo,
    max(left_hi) FILTER (may) AS most_hi"""
LEFT_LO = "CASE WHEN sure THEN sure_lo ELSE least_lo END"
LEFT_HI = f"CASE WHEN sure THEN most_hi ELSE {_day(NEVER)} END"

OF_SERVICE = f"""
of_service AS (SELECT id AS programme_id FROM programme WHERE declared_as = '{MENTORING}')"""

STAYS = f"""
person_of AS MATERIALIZED (SELECT id AS client_id, person_id FROM client),
stays AS MATERIALIZED (
    SELECT client_id, person_id, left_lo, left_hi,
        entered_hi <= {LAST} AND left_lo >= {FIRST} AS sure,
        entered_lo <= {LAST} AND left_hi >= {FIRST} AS may,
        entered_hi <= {STATUS} AND left_lo >= {STATUS} AS status_sure,
        left_hi >= {STATUS} AS status_may,
        born_lo > greatest(entered_hi, {FIRST}) - {ADULT} AS child_sure,
        born_hi > greatest(entered_lo, {FIRST}) - {ADULT} AS child_may,
        born_lo > {STATUS} - {ADULT} AS status_child_sure,
        born_hi > {STATUS} - {ADULT} AS status_child_may
    FROM (
        SELECT client_id, {lo("entered_on")} AS entered_lo, {hi("entered_on")} AS entered_hi,
            {lo("left_on")} AS left_lo, {hi("left_on")} AS left_hi
        FROM participation
        SEMI JOIN of_service USING (programme_id)
        WHERE {lo("entered_on")} <= {STATUS} AND {hi("left_on")} >= {FIRST}
    )
    JOIN (
        SELECT id AS client_id, person_id, {lo("born_on")} AS born_lo, {hi("born_on")} AS born_hi
        FROM client
    ) USING (client_id)
),
persons AS MATERIALIZED (
    SELECT person_id, {LAST_LEFT},
        bool_or(sure AND child_sure) AS child_sure, bool_or(may AND child_may) AS child_may,
        bool_or(status_sure AND status_child_sure) AS status_child_sure,
        bool_or(status_may AND status_child_may) AS status_child_may
    FROM stays GROUP BY person_id
)"""

SERVED = f"""
SELECT {counted("'clients'", "sure", "may")}, '' AS grp FROM persons
UNION ALL BY NAME
SELECT {counted("'children'", "child_sure", "child_may", "sure")}, '' AS grp FROM persons
UNION ALL BY NAME
SELECT {counted("'children-on-status-day'", "status_child_sure", "status_child_may")}, '' AS grp
FROM persons"""

AT_SCHOOL = f"""
SELECT {
    counted(
        "'children-at-school'",
        "status_child_sure AND coalesce(s.sure, false)",
        "s.sure IS NOT NULL",
        "status_child_sure",
    )
}, '' AS grp
FROM (FROM persons WHERE status_child_may) LEFT JOIN (
    {
    spells_over(
        "education_spell",
        STATUS,
        STATUS,
        surely("kind", "general_education"),
        perhaps("kind", "general_education"),
    )
}
) AS s USING (person_id)"""

ARRIVED = f"""
SELECT {counted("'arrived-asylum-seekers'", "came AND s.sure", "true")},
    CASE WHEN came AND same THEN country ELSE '?' END AS grp
FROM (
    SELECT person_id, bool_or(sure) AS came, min(country) AS country,
        min(country) = max(country) AND count(*) = count(country) AS same
    FROM (
        SELECT client_id, country,
            {hi("arrived_on")} <= {LAST} AND {lo("arrived_on")} >= {FIRST} AS sure
        FROM arrival WHERE {lo("arrived_on")} <= {LAST} AND {hi("arrived_on")} >= {FIRST}
    ) JOIN person_of USING (client_id)
    GROUP BY person_id
) JOIN (
    {
    spells_over(
        "protection_spell",
        FIRST,
        LAST,
        surely("kind", "asylum_seeker"),
        perhaps("kind", "asylum_seeker"),
    )
}
) AS s USING (person_id)
GROUP BY grp"""

RELOCATED = f"""
SELECT {
    counted("'relocated'", "moved AND coalesce(s.sure, false)", "s.sure IS NOT NULL", "moved")
}, '' AS grp
FROM (
    SELECT person_id, bool_or(sure) AS moved
    FROM (
        SELECT client_id,
            {surely("manner", "relocation")} AND {hi("arrived_on")} <= {STATUS} AS sure
        FROM arrival WHERE {perhaps("manner", "relocation")} AND {lo("arrived_on")} <= {STATUS}
    ) JOIN person_of USING (client_id)
    GROUP BY person_id
) LEFT JOIN ({spells_over("residence_spell", STATUS, STATUS)}) AS s USING (person_id)"""

STAFF = f"""
SELECT {counted("replace(role, '_', '-') || 's'", "sure", "true")}, '' AS grp
FROM (
    SELECT staff_member_id, role,
        bool_or({hi("first_day")} <= {LAST} AND {lo("last_day")} >= {FIRST}) AS sure
    FROM staff_assignment
    SEMI JOIN (
        SELECT id AS contract_id FROM contract SEMI JOIN of_service USING (programme_id)
    ) USING (contract_id)
    WHERE role IN ('social_worker', 'social_mentor')
        AND {lo("first_day")} <= {LAST} AND {hi("last_day")} >= {FIRST}
    GROUP BY staff_member_id, role
) GROUP BY role"""

HOUSEHOLDS = f"""
memberships AS MATERIALIZED (
    SELECT client_id, household_id,
        {lo("first_day")} AS first_lo, {hi("first_day")} AS first_hi,
        {lo("last_day")} AS last_lo, {hi("last_day")} AS last_hi
    FROM household_membership
),
served AS MATERIALIZED (
    SELECT client_id, sure, {LEFT_LO} AS left_lo, {LEFT_HI} AS left_hi
    FROM (SELECT client_id, {LAST_LEFT} FROM stays WHERE may GROUP BY client_id)
),
day_of_person AS MATERIALIZED (
    SELECT person_id, sure AS served,
        least({LEFT_LO}, {LAST}) AS day_lo, least({LEFT_HI}, {LAST}) AS day_hi
    FROM persons WHERE may
),
day_of_household AS (
    SELECT household_id,
        least(coalesce(max(day_lo) FILTER (sure_then), min(day_lo)), {LAST}) AS day_lo,
        CASE WHEN bool_or(sure_then) THEN least(max(day_hi), {LAST}) ELSE {LAST} END AS day_hi
    FROM (
        SELECT household_id, least(left_lo, last_lo) AS day_lo, least(left_hi, last_hi) AS day_hi,
            sure AND first_hi <= {LAST} AND last_lo >= {FIRST} AS sure_then
        FROM memberships JOIN served USING (client_id)
        WHERE first_lo <= {LAST} AND last_hi >= {FIRST}
    ) GROUP BY household_id
)"""

THERE = "first_hi <= day_lo AND last_lo >= day_hi"
MAY_BE_THERE = "first_lo <= day_hi AND last_hi >= day_lo"

INDIVIDUALS = f"""
SELECT {
    counted(
        "'individuals'",
        "served AND NOT coalesce(family_may, false)",
        "NOT coalesce(family_sure, false)",
        "served",
    )
}, '' AS grp
FROM day_of_person LEFT JOIN (
    SELECT person_id, bool_or(lives AND least >= 2) AS family_sure, bool_or(most >= 2) AS family_may
    FROM (
        SELECT person_id, household_id, any_value(lives) AS lives,
            count(*) FILTER ({THERE}) AS least, count(*) AS most
        FROM (
            SELECT person_id, household_id, any_value(day_lo) AS day_lo,
                any_value(day_hi) AS day_hi, bool_or({THERE}) AS lives
            FROM day_of_person JOIN person_of USING (person_id) JOIN memberships USING (client_id)
            WHERE {MAY_BE_THERE}
            GROUP BY person_id, household_id
        ) JOIN memberships USING (household_id)
        WHERE {MAY_BE_THERE}
        GROUP BY person_id, household_id
    ) GROUP BY person_id
) USING (person_id)"""

FAMILIES = f"""
families AS MATERIALIZED (
    SELECT served_sure AND least >= 2 AS sure, served_may AND most >= 2 AS may,
        child_sure, child_may
    FROM (
        SELECT household_id, count(*) FILTER (there) AS least, count(*) AS most,
            coalesce(bool_or(there AND served), false) AS served_sure,
            coalesce(bool_or(served IS NOT NULL), false) AS served_may,
            bool_or(there AND born_lo > day_hi - {ADULT}) AS child_sure,
            bool_or(born_hi > day_lo - {ADULT}) AS child_may
        FROM (
            SELECT client_id, household_id, day_lo, day_hi, {THERE} AS there
            FROM memberships JOIN day_of_household USING (household_id) WHERE {MAY_BE_THERE}
        )
        LEFT JOIN (SELECT client_id, sure AS served FROM served) USING (client_id)
        JOIN (
            SELECT id AS client_id, {lo("born_on")} AS born_lo, {hi("born_on")} AS born_hi
            FROM client
        ) USING (client_id)
        GROUP BY household_id
    )
)"""

FAMILY_FIGURES = f"""
SELECT {
    counted("'families-with-children'", "sure AND child_sure", "may AND child_may", "sure")
}, '' AS grp FROM families
UNION ALL BY NAME
SELECT {
    counted(
        "'families-without-children'", "sure AND NOT child_may", "may AND NOT child_sure", "sure"
    )
}, '' AS grp FROM families"""


def compute(folder: Path, level: str) -> Answer:
    """The figures of one level."""
    connection = duckdb.connect()
    for file in folder.glob("*.parquet"):
        connection.read_parquet(str(file)).create_view(file.stem)
    stages = [
        OF_SERVICE,
        STAYS,
    ]
    figures = [SERVED, AT_SCHOOL, ARRIVED, RELOCATED, STAFF]
    if level == ALL:
        stages += [HOUSEHOLDS, FAMILIES]
        figures += [INDIVIDUALS, FAMILY_FIGURES]
    united = "\nUNION ALL BY NAME\n".join(f"({figure})" for figure in figures)
    query = f"WITH {', '.join(stages)}\nSELECT stem, grp, counted, unknown, asked FROM ({united})"
    return answer_of(connection.sql(query).fetchall())
