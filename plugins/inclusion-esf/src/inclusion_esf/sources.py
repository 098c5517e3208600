"""The regulations, guidance and answers that the indicators of the two funds rest on."""

from __future__ import annotations

from datetime import date

from inclusion_core.sources import Confidence, Source
from inclusion_core.texts import lv

__all__ = [
    "AMENDED_ON",
    "ANNEX_I_2013",
    "ANNEX_I_2018",
    "ANSWERS_2014",
    "ANSWERS_2021",
    "EU_MEMBERSHIP",
    "GUIDANCE",
    "INTERMEDIATE_BODY",
    "REGULATION_2013",
    "REGULATION_2021",
    "SCOTTISH_GUIDANCE",
]

REGULATION_2013 = Source(
    lv("Regula (ES) Nr. 1304/2013 par Eiropas Sociālo fondu").en(
        "Regulation (EU) No 1304/2013 on the European Social Fund"
    ),
    issued=date(2013, 12, 17),
    short=lv("Regula (ES) Nr. 1304/2013").en("Regulation (EU) No 1304/2013"),
    read_as=lv("konsolidētais teksts, 2018-08-02").en("consolidated text of 2018-08-02"),
    found_at="CELEX 32013R1304",
)
"""The European Social Fund 2014-2020; goes on for the programmes of that period."""

AMENDED_ON = date(2018, 8, 2)
"""First day of the text of Annex I without the household indicators (Regulation 2018/1046)."""

ANNEX_I_2018 = REGULATION_2013.annex("I")
"""The list of common indicators as amended in 2018."""

ANNEX_I_2013 = Source(
    REGULATION_2013.title,
    issued=REGULATION_2013.issued,
    short=REGULATION_2013.short,
    read_as=lv("sākotnējais saraksts, 2013-12-17").en("original list of 2013-12-17"),
    found_at="COM(2011)607",
).annex("I")
"""The list of common indicators as it first was, with the household indicators."""

GUIDANCE = Source(
    lv("Eiropas Komisijas vadlīnijas par ESF uzraudzību un izvērtēšanu").en(
        "European Commission guidance on monitoring and evaluation of the ESF"
    ),
    place=lv("C1 un D pielikums").en("Annexes C1 and D"),
    confidence=Confidence.REMEMBERED,
)
"""Definitions and plausibility tests of 2014-2020."""

ANSWERS_2014 = Source(
    lv("Eiropas Komisijas SFC portāla atbildes par ESF 2014-2020").en(
        "Answers of the European Commission's SFC portal on the ESF 2014-2020"
    ),
    issued=date(2014, 12, 12),
    confidence=Confidence.FOUND,
)

ANSWERS_2021 = Source(
    lv("Eiropas Komisijas SFC portāla atbildes par ESF+").en(
        "Answers of the European Commission's SFC portal on the ESF+"
    ),
    confidence=Confidence.FOUND,
)

SCOTTISH_GUIDANCE = Source(
    lv("Skotijas valdības norādījumi par ESF dalībniekiem").en(
        "Scottish Government ESF participant guidance"
    ),
    confidence=Confidence.FOUND,
    place=lv("uzraudzība un izvērtēšana").en("monitoring and evaluation"),
)

INTERMEDIATE_BODY = Source(
    lv(
        "Centrālās finanšu un līgumu aģentūras (sadarbības iestādes) prasība iesniegt ziņas par "
        "dalībniekiem"
    ).en(
        "The request of the Central Finance and Contracting Agency (the Latvian intermediate "
        "body) for data on participants"
    ),
    confidence=Confidence.REMEMBERED,
    note=lv(
        "jāpārbauda: par iepriekšējo gadu līdz 30. janvārim, pa dalībniekiem un atbalstāmajām "
        "darbībām; veidlapas ailes šeit nav zināmas"
    ).en(
        "to be verified: by 30 January for the year before, by participant and supported "
        "activity; the columns of its sheet are not known here"
    ),
)
"""Who asks for the participant report in Latvia."""

REGULATION_2021 = Source(
    lv("Regula (ES) 2021/1057 par Eiropas Sociālo fondu Plus").en(
        "Regulation (EU) 2021/1057 on the European Social Fund Plus"
    ),
    issued=date(2021, 6, 24),
    short=lv("Regula (ES) 2021/1057").en("Regulation (EU) 2021/1057"),
    found_at="CELEX 32021R1057",
)
"""The European Social Fund Plus 2021-2027."""

EU_MEMBERSHIP = Source(
    lv("Pievienošanās līgumi un Līgums par Apvienotās Karalistes izstāšanos").en(
        "The accession treaties and the agreement on the withdrawal of the United Kingdom"
    ),
    confidence=Confidence.REMEMBERED,
)
"""Which states were members of the Union, from when and until when."""
