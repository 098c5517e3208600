"""What the figures of the two funds must keep to: parts and wholes.

They follow from the definitions; the official tests were not at hand. Where a result stands against
outputs, the outputs are those of all who had entered by the end of the period.
"""

from __future__ import annotations

import attrs

from inclusion_core.metrics.inequalities import Inequality, Relation
from inclusion_core.sources import Source
from inclusion_core.texts import Text, lv
from inclusion_esf.check_metrics import PLAUSIBILITY_2014, PLAUSIBILITY_2021

__all__ = ["INEQUALITIES_2013", "INEQUALITIES_2018", "INEQUALITIES_PLUS"]


@attrs.frozen(kw_only=True)
class Rules:
    """The inequalities that rest on one source."""

    source: Source

    def at_most(self, key: str, left: str, right: str, says: Text) -> Inequality:
        """The left side, ids joined by a plus, is not more than the right side."""
        return self._rule(key, (left, Relation.AT_MOST, right), says)

    def equal(self, key: str, left: str, right: str, says: Text) -> Inequality:
        """Both sides are the same."""
        return self._rule(key, (left, Relation.EQUAL, right), says)

    def _rule(self, key: str, formula: tuple[str, Relation, str], says: Text) -> Inequality:
        left, relation, right = formula
        return Inequality(
            id=f"esf.inequality.{key}",
            left=tuple(left.split(" + ")),
            relation=relation,
            right=tuple(right.split(" + ")),
            source=self.source,
            says=says,
        )


ESF = Rules(source=PLAUSIBILITY_2014)
ESF_PLUS = Rules(source=PLAUSIBILITY_2021)

# ESF 2014-2020.

OUTPUTS_2014 = (
    ESF.at_most(
        "co02",
        "esf.co02",
        "esf.co01",
        lv("Ilgstošie bezdarbnieki ir bezdarbnieki.").en(
            "The long-term unemployed are unemployed."
        ),
    ),
    ESF.at_most(
        "co04",
        "esf.co04",
        "esf.co03",
        lv("Kas nemācās, ir daļa no neaktīvajiem.").en(
            "Those not in education are part of the inactive."
        ),
    ),
    ESF.at_most(
        "co08-by-age",
        "esf.co08",
        "esf.co07",
        lv("CO08 ir daļa no tiem, kas vecāki par 54 gadiem.").en(
            "CO08 is a part of those above 54 years of age."
        ),
    ),
    ESF.at_most(
        "co08-by-labour",
        "esf.co08",
        "esf.co01 + esf.co04",
        lv("CO08 ir bezdarbnieki vai neaktīvie, kas nemācās.").en(
            "CO08 are unemployed, or inactive and not in education."
        ),
    ),
    ESF.at_most(
        "ages",
        "esf.co06 + esf.co07",
        "esf.total",
        lv("Atlikums ir 25 līdz 54 gadus vecie.").en("The rest are those of 25 to 54."),
    ),
    ESF.at_most(
        "education",
        "esf.co09 + esf.co10 + esf.co11",
        "esf.total",
        lv("Atlikums ir ISCED 0 pēc skolas vecuma.").en("The rest are ISCED 0 past school age."),
    ),
)

RESULTS_2014 = (
    ESF.at_most(
        "cr01",
        "esf.cr01",
        "esf.check.co03",
        lv("Meklēt darbu sāk iestājoties neaktīvie.").en(
            "Those who were inactive on entry begin to look for work."
        ),
    ),
    ESF.at_most(
        "cr04",
        "esf.cr04",
        "esf.check.co01-or-co03",
        lv("Strādāt sāk iestājoties bezdarbnieki vai neaktīvie.").en(
            "Those who were unemployed or inactive on entry begin to work."
        ),
    ),
    ESF.at_most(
        "cr06",
        "esf.cr06",
        "esf.check.co01-or-co03",
        lv("Pēc sešiem mēnešiem strādā iestājoties bezdarbnieki vai neaktīvie.").en(
            "Those who were unemployed or inactive on entry work six months after."
        ),
    ),
    ESF.at_most(
        "cr07",
        "esf.cr07",
        "esf.check.co05",
        lv("Stāvoklis uzlabojas iestājoties nodarbinātajiem.").en(
            "The situation improves of those who were employed on entry."
        ),
    ),
    ESF.at_most(
        "cr08",
        "esf.cr08",
        "esf.cr06",
        lv("CR08 ir daļa no CR06.").en("CR08 is a part of CR06."),
    ),
)

INEQUALITIES_2013: tuple[Inequality, ...] = (
    *OUTPUTS_2014,
    ESF.at_most(
        "2013-co13",
        "esf.2013.co13",
        "esf.2013.co12",
        lv("CO13 ir daļa no CO12.").en("CO13 is a part of CO12."),
    ),
    *RESULTS_2014,
    ESF.at_most(
        "2013-cr05",
        "esf.2013.cr05",
        "esf.check.any-result",
        lv("CR05 ir daļa no tiem, kam ir kāds no četriem rezultātiem.").en(
            "CR05 is a part of those who have one of the four results."
        ),
    ),
    ESF.at_most(
        "2013-cr09",
        "esf.2013.cr09",
        "esf.cr06",
        lv("CR09 ir daļa no CR06.").en("CR09 is a part of CR06."),
    ),
)
"""For the original text of Annex I."""

INEQUALITIES_2018: tuple[Inequality, ...] = (
    *OUTPUTS_2014,
    *RESULTS_2014,
    ESF.at_most(
        "2018-cr05",
        "esf.2018.cr05",
        "esf.check.any-result",
        lv("CR05 ir daļa no tiem, kam ir kāds no četriem rezultātiem.").en(
            "CR05 is a part of those who have one of the four results."
        ),
    ),
    ESF.at_most(
        "2018-cr09",
        "esf.2018.cr09",
        "esf.cr06",
        lv("CR09 ir daļa no CR06.").en("CR09 is a part of CR06."),
    ),
)
"""For the text of Annex I as amended in 2018."""

# ESF+ 2021-2027.

INEQUALITIES_PLUS: tuple[Inequality, ...] = (
    ESF_PLUS.equal(
        "eeco01-by-labour",
        "esf.plus.eeco02 + esf.plus.eeco04 + esf.plus.eeco05",
        "esf.check.eeco01-without-l",
        lv("Kopskaits ir trīs darba tirgus statusu summa (bez konkrētā mērķa (l)).").en(
            "The total is the sum of the three labour statuses (without specific objective (l))."
        ),
    ),
    ESF_PLUS.at_most(
        "eeco01-without-l",
        "esf.check.eeco01-without-l",
        "esf.plus.eeco01",
        lv("Atlikums ir konkrētais mērķis (l).").en("The rest is specific objective (l)."),
    ),
    ESF_PLUS.at_most(
        "eeco03",
        "esf.plus.eeco03",
        "esf.plus.eeco02",
        lv("Ilgstošie bezdarbnieki ir bezdarbnieki.").en(
            "The long-term unemployed are unemployed."
        ),
    ),
    ESF_PLUS.at_most(
        "eeco-ages",
        "esf.plus.eeco06 + esf.plus.eeco07 + esf.plus.eeco08",
        "esf.plus.eeco01",
        lv("Atlikums ir 30 līdz 54 gadus vecie.").en("The rest are those of 30 to 54."),
    ),
    ESF_PLUS.equal(
        "eeco01-by-education",
        "esf.plus.eeco09 + esf.plus.eeco10 + esf.plus.eeco11",
        "esf.check.eeco01-without-l",
        lv("Kopskaits ir trīs izglītības grupu summa (bez konkrētā mērķa (l)).").en(
            "The total is the sum of the three groups of education (without specific objective "
            "(l))."
        ),
    ),
    ESF_PLUS.equal(
        "eecr01-eecr04-disjoint",
        "esf.plus.eecr01 + esf.plus.eecr04",
        "esf.check.eecr01-or-eecr04",
        lv("EECR01 un EECR04 izslēdz viens otru.").en("EECR01 and EECR04 exclude each other."),
    ),
    ESF_PLUS.at_most(
        "eecr06",
        "esf.plus.eecr06",
        "esf.check.eeco05",
        lv("Stāvoklis uzlabojas iestājoties nodarbinātajiem.").en(
            "The situation improves of those who were employed on entry."
        ),
    ),
    ESF_PLUS.at_most(
        "eecr01",
        "esf.plus.eecr01",
        "esf.check.eeco04",
        lv("Meklēt darbu sāk iestājoties neaktīvie.").en(
            "Those who were inactive on entry begin to look for work."
        ),
    ),
    ESF_PLUS.at_most(
        "eecr04",
        "esf.plus.eecr04",
        "esf.check.eeco02-or-eeco04",
        lv("Strādāt sāk iestājoties bezdarbnieki vai neaktīvie.").en(
            "Those who were unemployed or inactive on entry begin to work."
        ),
    ),
    ESF_PLUS.at_most(
        "eecr05",
        "esf.plus.eecr05",
        "esf.check.eeco02-or-eeco04",
        lv("Pēc sešiem mēnešiem strādā iestājoties bezdarbnieki vai neaktīvie.").en(
            "Those who were unemployed or inactive on entry work six months after."
        ),
    ),
)
"""For Annex I of the ESF+."""
