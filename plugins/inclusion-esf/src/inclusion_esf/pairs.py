"""Indicators of the two funds that look alike, and why their figures differ.

One set of data feeds both funds. Of every pair it holds that 2014-2020 takes in a record only with
gender and, of who entered before August 2018, the household; the ESF+ needs neither, but leaves out
specific objectives (l) and (m).
"""

from __future__ import annotations

from inclusion_core.metrics.metric import Metric
from inclusion_core.reports.tables import Pair
from inclusion_core.texts import Text, lv
from inclusion_esf.period_2014.indicators import ESF_INDICATORS_2013, ESF_INDICATORS_2018
from inclusion_esf.period_2021.indicators import ESF_PLUS_INDICATORS

__all__ = ["OF_EVERY_PAIR", "PAIRS", "WITHOUT_COUNTERPART"]

OF_EVERY_PAIR: Text = lv(
    "Katrā pārī: 2014.-2020. gadā ieraksts ir pilnīgs tikai ar dzimumu un (kas iestājās līdz 2018. "
    "gada augustam) mājsaimniecību; ESF+ tos neprasa, bet neskaita konkrētos mērķus (l) un (m)."
).en(
    "In every pair: in 2014-2020 a record is complete only with gender and (of who entered before "
    "August 2018) the household; the ESF+ needs neither, but leaves out specific objectives (l) "
    "and (m)."
)

WITHOUT_COUNTERPART: Text = lv(
    "CO04, CO08, CO12, CO13, CO14, CO17, CR05, CR08 un CR09 ESF+ nav: par mājsaimniecību un citu "
    "nelabvēlīgu situāciju tur nejautā."
).en(
    "CO04, CO08, CO12, CO13, CO14, CO17, CR05, CR08 and CR09 have no counterpart in the ESF+: it "
    "does not ask about the household or other disadvantages."
)

_BY_ID: dict[str, Metric] = {
    metric.id: metric
    for metric in (*ESF_INDICATORS_2013, *ESF_INDICATORS_2018, *ESF_PLUS_INDICATORS)
}


def _pair(one: str, other: str, why: Text) -> Pair:
    return Pair(one=_BY_ID[f"esf.{one}"], other=_BY_ID[f"esf.plus.{other}"], why=why)


SAME = lv("Definīcija tā pati; atšķiras tikai, kuri ieraksti ir pilnīgi.").en(
    "The definition is the same; only which records are complete differs."
)
SAME_REMEMBERED = lv(
    "Definīcija pieņemta tā pati (no atmiņas); atšķiras, kuri ieraksti ir pilnīgi."
).en("The definition is taken to be the same (from memory); which records are complete differs.")
YOUTH = lv(
    "Vecuma robežas atšķiras: CO06 ir jaunāki par 25 gadiem, ESF+ ir bērni līdz 17 gadiem un "
    "atsevišķi jaunieši no 18 līdz 29 gadiem. Kam ir 25 līdz 29 gadi, tas ir tikai ESF+ rādītājā."
).en(
    "The age cuts differ: CO06 is below 25; the ESF+ has children up to 17 and, apart from them, "
    "young people of 18 to 29. Those of 25 to 29 are in the indicator of the ESF+ alone."
)
COMBINED = lv(
    "CO15 ir viens rādītājs migrantiem, ārvalstu izcelsmei un minoritātēm; ESF+ ir trīs, un viena "
    "persona var būt vairākos, tāpēc to summa nav CO15."
).en(
    "CO15 is one indicator for migrants, foreign background and minorities; the ESF+ has three, "
    "and one person may be in several, so that their sum is not CO15."
)

PAIRS: tuple[Pair, ...] = (
    _pair(
        "total",
        "eeco01",
        lv(
            "Ieraksts bez mājsaimniecības vai dzimuma ir tikai ESF+ kopskaitā; konkrētajā mērķī "
            "(l) ESF+ skaita arī bez statusa darba tirgū un izglītības."
        ).en(
            "A record without household or gender is in the total of the ESF+ alone; under "
            "specific objective (l) the ESF+ also counts those without labour status and education."
        ),
    ),
    _pair(
        "grand-total",
        "eeco01",
        lv(
            "2014.-2020. gadā nepilnīgi ieraksti ir kopskaitā ar nepilnīgiem ierakstiem; ESF+ to "
            "nav nekur."
        ).en(
            "In 2014-2020 incomplete records are in the grand total; in the ESF+ they are nowhere."
        ),
    ),
    _pair("co01", "eeco02", SAME),
    _pair("co02", "eeco03", SAME_REMEMBERED),
    _pair("co03", "eeco04", SAME),
    _pair("co05", "eeco05", SAME),
    _pair("co06", "eeco06", YOUTH),
    _pair("co06", "eeco07", YOUTH),
    _pair(
        "co07",
        "eeco08",
        lv(
            'Vecums tas pats: "vecāki par 54" un "no 55" ir viens; ESF+ skaita arī konkrēto '
            "mērķi (l)."
        ).en(
            'The age is the same: "above 54" and "55 and above" are one; the ESF+ counts '
            "specific objective (l) too."
        ),
    ),
    _pair(
        "co09",
        "eeco09",
        lv("ISCED 0 ir EECO09 vienmēr, bet CO09 tikai tam, kurš vēl nav skolas vecumā.").en(
            "ISCED 0 is in EECO09 always, in CO09 only of who is still below school age."
        ),
    ),
    _pair("co10", "eeco10", SAME),
    _pair("co11", "eeco11", SAME),
    _pair("co15", "eeco13", COMBINED),
    _pair("co15", "eeco14", COMBINED),
    _pair("co15", "eeco15", COMBINED),
    _pair(
        "co16",
        "eeco12",
        lv("Definīcija tā pati; ESF+ drīkst novērtēt.").en(
            "The definition is the same; in the ESF+ it may be estimated."
        ),
    ),
    _pair(
        "co18",
        "eeco16",
        lv("2014.-2020. gadā pietiek ar izlasi; ESF+ drīkst novērtēt.").en(
            "In 2014-2020 a sample is enough; in the ESF+ it may be estimated."
        ),
    ),
    _pair(
        "co19",
        "eeco17",
        lv(
            "2014.-2020. gadā pietiek ar izlasi; ESF+ drīkst novērtēt, bet ne pēc valsts "
            "definīcijas."
        ).en(
            "In 2014-2020 a sample is enough; in the ESF+ it may be estimated, but by no national "
            "definition."
        ),
    ),
    _pair("cr01", "eecr01", SAME),
    _pair("cr02", "eecr02", SAME_REMEMBERED),
    _pair("cr03", "eecr03", SAME_REMEMBERED),
    _pair("cr04", "eecr04", SAME),
    _pair("cr06", "eecr05", SAME_REMEMBERED),
    _pair("cr07", "eecr06", SAME_REMEMBERED),
)
"""What the two funds count alike, or nearly."""
