"""What CO12 to CO19 ask about a person on entry: household, disadvantages, housing, place."""

from __future__ import annotations

from inclusion_core.expr import any_of
from inclusion_core.model.entry import Settlement
from inclusion_core.sources import Confidence
from inclusion_core.texts import lv
from inclusion_esf import definitions as term
from inclusion_esf.definition import Definition
from inclusion_esf.period_2014.assumptions import CITIZENS_OF_OTHERS_ARE_MIGRANTS
from inclusion_esf.period_2014.notes import FROM_ANNEX_ORDER, SAMPLE_ALLOWED, SENSITIVE

__all__ = ["CO12", "CO13", "CO14", "CO15", "CO16", "CO17", "CO18", "CO19"]

TOTAL_ID = "esf.total"

# Household; in the original text only.

CO12 = Definition(
    id="co12",
    name=lv("CO12 dalībnieki, kas dzīvo mājsaimniecībās, kurās neviens nestrādā").en(
        "CO12 participants who live in jobless households"
    ),
    means=lv("Mājsaimniecībā nestrādā neviens, arī dalībnieks ne.").en(
        "Nobody of the household works, the participant included."
    ),
    where=term.lives_without_work,
    part_of=TOTAL_ID,
    confidence=Confidence.REMEMBERED,
)
CO13 = Definition(
    id="co13",
    name=lv(
        "CO13 dalībnieki, kas dzīvo mājsaimniecībās, kurās neviens nestrādā, ar apgādājamiem "
        "bērniem"
    ).en("CO13 participants who live in jobless households with dependent children"),
    means=lv(
        "CO12, un mājsaimniecībā ir apgādājams bērns: līdz 17 gadiem, vai no 18 līdz 24 gadiem, ja "
        "neaktīvs un dzīvo pie vecākiem."
    ).en(
        "CO12, and there is a dependent child in the household: up to 17, or 18 to 24, if inactive "
        "and living with a parent."
    ),
    among=term.lives_without_work,
    where=term.has_dependent_children,
    part_of="esf.2013.co12",
    confidence=Confidence.REMEMBERED,
)
CO14 = Definition(
    id="co14",
    name=lv(
        "CO14 dalībnieki, kas dzīvo viena pieaugušā mājsaimniecībās ar apgādājamiem bērniem"
    ).en("CO14 participants who live in a single adult household with dependent children"),
    means=lv(
        "Mājsaimniecībā ir tieši viens pieaugušais un apgādājams bērns; apgādājams bērns no 18 "
        "gadiem nav otrs pieaugušais."
    ).en(
        "There is exactly one adult in the household, and a dependent child; a dependent child of "
        "18 or older is no second adult."
    ),
    where=term.lives_with_single_adult & term.has_dependent_children,
    part_of=TOTAL_ID,
    confidence=Confidence.REMEMBERED,
    notes=(
        lv("Ka apgādājams bērns no 18 gadiem nav otrs pieaugušais, ir pašu lasījums.").en(
            "That a dependent child of 18 or older is no second adult is our own reading."
        ),
    ),
)

# Disadvantages and place.

CO15 = Definition(
    id="co15",
    name=lv(
        "CO15 migranti, ārvalstu izcelsmes dalībnieki, minoritātes (tostarp tādas marginalizētas "
        "kopienas kā romi)"
    ).en(
        "CO15 migrants, participants with a foreign background, minorities (including "
        "marginalised communities such as the Roma)"
    ),
    means=lv("Viens no trim, pēc valsts definīcijas.").en(
        "One of the three, by a national definition."
    ),
    where=any_of(
        term.has_foreign_background,
        term.is_minority,
        CITIZENS_OF_OTHERS_ARE_MIGRANTS.holds & term.is_third_country_national,
    ),
    part_of=TOTAL_ID,
    assumes=(CITIZENS_OF_OTHERS_ARE_MIGRANTS,),
    notes=(SENSITIVE,),
)
CO16 = Definition(
    id="co16",
    name=lv("CO16 dalībnieki ar invaliditāti").en("CO16 participants with disabilities"),
    means=lv("Invaliditāte pēc valsts definīcijas.").en("Disability by the national definition."),
    where=term.has_disability,
    part_of=TOTAL_ID,
    notes=(SENSITIVE, FROM_ANNEX_ORDER),
)
CO17 = Definition(
    id="co17",
    name=lv("CO17 citas nelabvēlīgā situācijā esošas personas").en("CO17 other disadvantaged"),
    means=lv(
        "Cita nelabvēlīga situācija no valsts saraksta, ko neaptver cits rādītājs; ar dzimumu, "
        "vecumu, bezdarbu vai zemu izglītību vien nepietiek."
    ).en(
        "Another disadvantage of the national list that no other indicator covers; gender, age, "
        "unemployment or low education alone do not make one."
    ),
    where=term.has_other_disadvantage,
    part_of=TOTAL_ID,
    confidence=Confidence.REMEMBERED,
    notes=(SENSITIVE, FROM_ANNEX_ORDER),
)
CO18 = Definition(
    id="co18",
    name=lv("CO18 bezpajumtnieki vai personas, ko skārusi mājokļa atstumtība").en(
        "CO18 homeless or affected by housing exclusion"
    ),
    means=lv("Bez pajumtes, bez mājokļa, nedrošā vai neatbilstošā mājoklī (ETHOS veidi).").en(
        "Roofless, houseless, in insecure or inadequate housing (types of ETHOS)."
    ),
    where=term.is_homeless,
    part_of=TOTAL_ID,
    notes=(
        SAMPLE_ALLOWED,
        FROM_ANNEX_ORDER,
        lv("ETHOS veidi ir pēc atmiņas, jāpārbauda.").en(
            "The types of ETHOS are from memory, to be checked."
        ),
    ),
)
CO19 = Definition(
    id="co19",
    name=lv("CO19 personas no lauku apvidiem").en("CO19 from rural areas"),
    means=lv("Dzīvo mazapdzīvotā teritorijā: urbanizācijas 3. klase.").en(
        "Lives in a thinly populated area: degree of urbanisation 3."
    ),
    where=term.lives_in(Settlement.RURAL),
    part_of=TOTAL_ID,
    notes=(SAMPLE_ALLOWED, FROM_ANNEX_ORDER),
)
