"""What is asked: a period, the day up to which all is known, and how unclear texts are read."""

from dataclasses import dataclass, field
from datetime import date

AMENDED_ON = date(2018, 8, 2)
"""From this day on, Annex I asks nobody about the household."""

DISADVANTAGED = ("by the text", "households too", "sensitive items alone")
HOUSEHOLD_NEEDED = ("of nobody", "of who entered before the amendment", "of everybody")


@dataclass(frozen=True)
class Reading:
    """How the points are read that the texts leave open.

    Attributes:
        disadvantaged: Who is disadvantaged in CR05 and CR09: with the households of CO12 to CO14,
            without them, or with them as long as Annex I has them.
        household_needed: Whose record lacks something without the household item.
        school_age: The age from which somebody without any level completed is past school age.
        migrants_by_citizenship: Whether a third-country national is a migrant in CO15.
        search_of_anybody: Whether in CR05 who was at work can newly look for work.
        gender_needed: Whether a record of the ESF+ lacks something without the gender.
        plus_long_term_by_age: Whether in EECO03 six months are enough under the age of 25.
        plus_search_of_anybody: Whether in EECR01 who was at work can newly look for work.
        plus_towns_are_rural: Whether EECO17 takes towns and suburbs for rural.
    """

    disadvantaged: str = "by the text"
    household_needed: str = "of who entered before the amendment"
    school_age: int = 7
    migrants_by_citizenship: bool = True
    search_of_anybody: bool = False
    gender_needed: bool = False
    plus_long_term_by_age: bool = True
    plus_search_of_anybody: bool = False
    plus_towns_are_rural: bool = False


@dataclass(frozen=True)
class Question:
    """One report.

    Attributes:
        first_day: Of the period, inside it.
        last_day: Of the period, inside it.
        known_on: The day up to which all is known; `None` takes things as they stand.
        reading: How the texts are read.
    """

    first_day: date
    last_day: date
    known_on: date | None
    reading: Reading = field(default_factory=Reading)

    @property
    def ages(self):
        """The birthdays that matter."""
        return (18, 25, 30, 55, 65, self.reading.school_age)
