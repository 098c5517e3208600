"""Output indicators on persons of specific objective (b): legal migration and integration."""

from __future__ import annotations

from inclusion_amif.indicator import OnPersons
from inclusion_amif.notes import OVERLAP
from inclusion_amif.sources import item_b
from inclusion_amif.terms import by_now, in_integration_project, participation
from inclusion_core.expr import Condition, DayExpression
from inclusion_core.metrics.metric import Metric
from inclusion_core.texts import Text, lv

__all__ = ["INTEGRATION_OUTPUTS", "IN_COURSE", "SUPPORTED"]

is_supported: Condition = by_now(participation.integration_support_on)
IN_PROJECT = (in_integration_project,)

SUPPORTED: tuple[Condition, ...] = (in_integration_project, is_supported)
"""The participants of O.2.3."""

IN_COURSE: tuple[Condition, ...] = (*SUPPORTED, by_now(participation.language_course_on))
"""The participants of O.2.3.1."""


def _in_measure(code: str, name: Text, on: DayExpression, means: Text) -> Metric:
    """Who took part in a measure that has an item of its own."""
    return OnPersons(
        code=code,
        name=name,
        of_whom=IN_PROJECT,
        who=by_now(on),
        means=means,
        source=item_b(code.removeprefix("O.2.")),
    ).metric


def _in_activity(code: str, name: Text, on: DayExpression, means: Text) -> Metric:
    """Who of the supported took part in one activity."""
    return OnPersons(
        code=code,
        name=name,
        of_whom=SUPPORTED,
        who=by_now(on),
        means=means,
        source=item_b(code.removeprefix("O.2.")),
        part_of="O.2.3",
        notes=(OVERLAP,),
    ).metric


PRE_DEPARTURE = _in_measure(
    "O.2.1",
    lv("dalībnieku skaits pirmsizceļošanas pasākumos").en(
        "number of participants in pre-departure measures"
    ),
    participation.pre_departure_on,
    lv("Kas piedalījās pasākumos pirms izceļošanas.").en(
        "Who took part in measures before departure."
    ),
)
SUPPORTED_PERSONS = OnPersons(
    code="O.2.3",
    name=lv("atbalstīto dalībnieku skaits").en("number of participants supported"),
    of_whom=IN_PROJECT,
    who=is_supported,
    means=lv(
        "Kas saņēma jebkādu integrācijas atbalstu. Pirmsizceļošanas pasākumi, palīdzība ģimenes "
        "atkalapvienošanā un mobilitātes shēmas ir citos punktos."
    ).en(
        "Who received integration support of any kind. Pre-departure measures, help with family "
        "reunification and mobility schemes are other items."
    ),
    source=item_b("3"),
    notes=(OVERLAP,),
).metric
LANGUAGE_COURSE = _in_activity(
    "O.2.3.1",
    lv("dalībnieki valodas kursos").en("number of participants in a language course"),
    participation.language_course_on,
    lv("Daļa no O.2.3: valodas kursu dalībnieki.").en("A part of O.2.3: in a language course."),
)
CIVIC_ORIENTATION = _in_activity(
    "O.2.3.2",
    lv("dalībnieki pilsoniskās orientācijas kursos").en(
        "number of participants in a civic orientation course"
    ),
    participation.civic_orientation_on,
    lv("Daļa no O.2.3: pilsoniskās orientācijas kursu dalībnieki.").en(
        "A part of O.2.3: in a civic orientation course."
    ),
)
GUIDANCE = _in_activity(
    "O.2.3.3",
    lv("dalībnieki, kas saņēma personalizētas profesionālās konsultācijas").en(
        "number of participants who received personalised professional guidance"
    ),
    participation.guidance_on,
    lv("Daļa no O.2.3: individuālas konsultācijas par darba tirgu.").en(
        "A part of O.2.3: individual guidance on the labour market."
    ),
)
FAMILY_REUNIFICATION = _in_measure(
    "O.2.5",
    lv(
        "dalībnieki, kas saņem informāciju vai palīdzību, lai pieteiktos ģimenes atkalapvienošanai"
    ).en(
        "number of participants receiving information or assistance in applying for family "
        "reunification"
    ),
    participation.family_reunification_on,
    lv("Kas saņēma informāciju vai palīdzību; vai pieteicās, nav svarīgi.").en(
        "Who received information or help, whether or not they applied."
    ),
)
MOBILITY = _in_measure(
    "O.2.6",
    lv("dalībnieki, kas izmanto mobilitātes shēmas").en(
        "number of participants benefitting from mobility schemes"
    ),
    participation.mobility_on,
    lv("Kas piedalījās mobilitātes shēmā.").en("Who took part in a mobility scheme."),
)

INTEGRATION_OUTPUTS: tuple[Metric, ...] = (
    PRE_DEPARTURE,
    SUPPORTED_PERSONS,
    LANGUAGE_COURSE,
    CIVIC_ORIENTATION,
    GUIDANCE,
    FAMILY_REUNIFICATION,
    MOBILITY,
)
"""O.2.1 to O.2.6 as far as they count persons, in their order."""
