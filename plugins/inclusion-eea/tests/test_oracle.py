"""The library against a second opinion: plain Python over the same records."""

from datetime import date

import pytest
from eea_oracle_lab.counting import Opinion
from eea_oracle_lab.scrambling import scrambled

END = date(2015, 7, 31)
DAYS = (
    date(2013, 11, 30),
    date(2014, 7, 6),
    date(2014, 7, 7),
    date(2015, 1, 31),
    date(2015, 4, 30),
    END,
)


def test_on_the_sample_both_come_to_the_same_on_every_day(sample, counted):
    caseload = sample.as_known_on(END)
    library, opinion = counted(caseload), Opinion(caseload)

    for day in DAYS:
        assert library.by(day) == opinion.figures(day)


@pytest.mark.parametrize("seed", range(4))
def test_about_the_borders_both_come_to_the_same(sample, counted, seed):
    caseload = scrambled(sample.as_known_on(END), seed)
    library, opinion = counted(caseload), Opinion(caseload)

    for day in DAYS:
        assert library.by(day) == opinion.figures(day)
