"""What was published about the project and its programme; no contract of it is public."""

from __future__ import annotations

from datetime import date

from inclusion_core.sources import Confidence, Source
from inclusion_core.texts import lv

__all__ = ["ANNOUNCEMENT_2013", "BLUE_BOOK", "CALL", "FINISHED_PROJECTS"]

TO_BE_VERIFIED = lv("atrasts publiski, jāpārbauda oriģinālā").en(
    "found in public, to be verified against the original"
)

ANNOUNCEMENT_2013 = Source(
    lv(
        "Latvijas SOS Bērnu ciematu asociācijas paziņojums par projektu Nr. 2012/EEZ/PP/1/MAC/150"
    ).en(
        "Announcement of the Latvian SOS Children's Villages Association on project No "
        "2012/EEZ/PP/1/MAC/150"
    ),
    issued=date(2013, 11, 25),
    confidence=Confidence.PUBLISHED,
)
"""What was planned, for whom, where and from when to when."""

FINISHED_PROJECTS = Source(
    lv("Latvijas SOS Bērnu ciematu asociācijas lapa par pabeigtajiem projektiem").en(
        "Page of the Latvian SOS Children's Villages Association on its finished projects"
    ),
    found_at="2012.EEZ/PP/1/MAC/150/008",
    confidence=Confidence.PUBLISHED,
    note=TO_BE_VERIFIED,
)
"""What came of it, by another page and of another day than the plan; it bears no date."""

CALL = Source(
    lv(
        "Sabiedrības integrācijas fonda konkurss: EEZ finanšu instrumenta programma NVO fonds, NVO "
        "projektu pasākums"
    ).en(
        "Call of the Society Integration Foundation: programme NGO Fund of the EEA Financial "
        "Mechanism, NGO Project Measure"
    ),
    place=lv("konkursa noteikumi, 2012.-2013. gads").en("terms of the call, 2012 to 2013"),
    confidence=Confidence.PUBLISHED,
    note=TO_BE_VERIFIED,
)
"""Who pays: 95 % EEA and 5 % Latvia of the programme; at least 10 % of a project its promoter."""

BLUE_BOOK = Source(
    lv('EEZ un Norvēģijas finanšu instrumenti 2009-2014, "Blue Book"').en(
        "EEA and Norway Grants 2009-2014, Blue Book"
    ),
    place=lv("10. programmu joma: nevalstisko organizāciju fondi").en(
        "programme area 10: funds for non-governmental organisations"
    ),
    confidence=Confidence.PUBLISHED,
    note=TO_BE_VERIFIED,
)
"""The expected outcomes of the programme area; it numbers none of them."""
