"""What EECO12 to EECO17 ask about a person on entry: point 1.2 of Annex I."""

from __future__ import annotations

from inclusion_core.expr import any_of
from inclusion_core.model.entry import Settlement
from inclusion_core.texts import lv
from inclusion_esf import definitions as term
from inclusion_esf.definition import Definition
from inclusion_esf.period_2021.assumptions import RURAL_CLASSES
from inclusion_esf.period_2021.notes import CODE_REMEMBERED, NATIONAL_DEFINITION, SENSITIVE

__all__ = ["EECO12", "EECO13", "EECO14", "EECO15", "EECO16", "EECO17"]

TOTAL_ID = "esf.plus.eeco01"

EECO12 = Definition(
    id="eeco12",
    name=lv("EECO12 dalībnieki ar invaliditāti").en("EECO12 participants with disabilities"),
    means=lv("Invaliditāte pēc valsts definīcijas.").en("Disability by the national definition."),
    where=term.has_disability,
    part_of=TOTAL_ID,
    notes=(SENSITIVE, NATIONAL_DEFINITION),
)
EECO13 = Definition(
    id="eeco13",
    name=lv("EECO13 trešo valstu valstspiederīgie").en("EECO13 third-country nationals"),
    means=lv(
        "Iestāšanās dienā nav nevienas Savienības dalībvalsts pilsonis; arī bezvalstnieki un "
        "personas ar nenoteiktu valstspiederību. Valsts definīcija neder."
    ).en(
        "A citizen of no member state of the Union on the day of entry; stateless persons and "
        "persons of undetermined nationality too. A national definition may not be used."
    ),
    where=term.is_third_country_national,
    part_of=TOTAL_ID,
)
EECO14 = Definition(
    id="eeco14",
    name=lv("EECO14 ārvalstu izcelsmes dalībnieki").en(
        "EECO14 participants with a foreign background"
    ),
    means=lv(
        "Pēc valsts definīcijas; ja tādas nav, abi vecāki dzimuši ārpus valsts. No pilsonības "
        "neatkarīgi."
    ).en(
        "By a national definition; failing one, both parents were born outside the country. "
        "Independent of citizenship."
    ),
    where=term.has_foreign_background,
    part_of=TOTAL_ID,
    notes=(NATIONAL_DEFINITION,),
)
EECO15 = Definition(
    id="eeco15",
    name=lv("EECO15 minoritātes (tostarp tādas marginalizētas kopienas kā romi)").en(
        "EECO15 minorities (including marginalised communities, such as Roma people)"
    ),
    means=lv("Pēc valsts definīcijas.").en("By the national definition."),
    where=term.is_minority,
    part_of=TOTAL_ID,
    notes=(SENSITIVE, NATIONAL_DEFINITION),
)
EECO16 = Definition(
    id="eeco16",
    name=lv("EECO16 bezpajumtnieki vai personas, ko skārusi mājokļa atstumtība").en(
        "EECO16 homeless or affected by housing exclusion"
    ),
    means=lv("Bez mājokļa vai nedrošā, neatbilstošā mājoklī.").en(
        "Without housing, or in insecure or inadequate housing."
    ),
    where=term.is_homeless,
    part_of=TOTAL_ID,
    notes=(CODE_REMEMBERED, NATIONAL_DEFINITION),
)
EECO17 = Definition(
    id="eeco17",
    name=lv("EECO17 dalībnieki no lauku apvidiem").en("EECO17 participants from rural areas"),
    means=lv("Dzīvo mazapdzīvotā teritorijā: urbanizācijas 3. klase. Valsts definīcija neder.").en(
        "Lives in a thinly populated area: degree of urbanisation 3. A national definition may not "
        "be used."
    ),
    where=any_of(
        term.lives_in(Settlement.RURAL), RURAL_CLASSES.is_(2) & term.lives_in(Settlement.TOWN)
    ),
    part_of=TOTAL_ID,
    assumes=(RURAL_CLASSES,),
    notes=(
        CODE_REMEMBERED,
        lv("Ka lauku apvidi ir 3. klase, ir pēc atmiņas, jāpārbauda.").en(
            "That rural is class 3 is from memory, to be checked."
        ),
    ),
)
