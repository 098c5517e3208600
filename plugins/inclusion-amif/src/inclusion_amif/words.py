"""Words for the participation record and for what else the fund wants recorded."""

from __future__ import annotations

from collections.abc import Mapping

from inclusion_amif.levels import LanguageLevel
from inclusion_amif.records import AmifObjective, BodyKind, InformationKind
from inclusion_amif.support import ApplicationKind, ApplicationResult, SupportKind, TestMoment
from inclusion_core.texts import Text, lv
from inclusion_core.vocabulary import Vocabulary

__all__ = ["PARTICIPATION_WORDS", "WORDS"]

PARTICIPATION_FIELDS: Mapping[str, Text] = {
    "operation": lv("projekts").en("operation"),
    "objective": lv("konkrētais mērķis").en("specific objective"),
    "gender": lv("dzimums").en("gender"),
    "born_on": lv("dzimšanas datums").en("day of birth"),
    "entered_on": lv("iestāšanās diena").en("day of entry"),
    "left_on": lv("pēdējā diena projektā").en("last day in the project"),
    "third_country_national": lv("trešās valsts valstspiederīgais").en("third-country national"),
    "in_asylum_phase": lv("iestājoties patvēruma meklētājs vai ar aizsardzību").en(
        "asylum seeker or under protection on entry"
    ),
    "vulnerable_on": lv("atzīts par neaizsargātu").en("found to be vulnerable"),
    "asylum_support_on": lv("pirmais atbalsts patvēruma jomā").en("first asylum support"),
    "legal_assistance_on": lv("pirmā juridiskā palīdzība").en("first legal assistance"),
    "pre_departure_on": lv("pirmais pirmsizceļošanas pasākums").en("first pre-departure measure"),
    "integration_support_on": lv("pirmais integrācijas atbalsts").en("first integration support"),
    "language_course_on": lv("pirmā diena valodas kursos").en("first day in a language course"),
    "civic_orientation_on": lv("pirmā diena pilsoniskās orientācijas kursos").en(
        "first day in a civic orientation course"
    ),
    "guidance_on": lv("pirmā profesionālā konsultācija").en("first professional guidance"),
    "family_reunification_on": lv("pirmā palīdzība ģimenes atkalapvienošanā").en(
        "first help with family reunification"
    ),
    "mobility_on": lv("pirmā diena mobilitātes shēmā").en("first day in a mobility scheme"),
    "left_course_on": lv("pirmoreiz pabeigti valodas kursi").en("first left a language course"),
    "level_up_on": lv("valodas līmenis uzlabojies").en("language level improved"),
    "found_helpful_on": lv("atzina darbību par noderīgu").en("found the activity helpful"),
    "recognition_on": lv("pieteicās kvalifikācijas vai prasmju atzīšanai").en(
        "applied for recognition of qualifications or skills"
    ),
    "long_term_residence_on": lv("pieteicās pastāvīgā iedzīvotāja statusam").en(
        "applied for long-term residence"
    ),
    "below_18": lv("jaunāks par 18 gadiem").en("below 18"),
    "above_60": lv("vecāks par 60 gadiem").en("above 60"),
}

PARTICIPATION_WORDS: Vocabulary = Vocabulary(
    id="amif.participation-words",
    types={"amif_participation": lv("fonda dalībnieks projektā").en("participant of the fund")},
    fields={f"amif_participation.{name}": words for name, words in PARTICIPATION_FIELDS.items()},
)
"""What the columns of the participation record are called."""

FIELDS: Mapping[str, Text] = {
    "amif_project.objective": PARTICIPATION_FIELDS["objective"],
    "amif_project.beneficiary": lv("finansējuma saņēmējs").en("beneficiary"),
    "amif_supported_authority.authority": lv("pašvaldība").en("authority"),
    "amif_supported_authority.kind": lv("iestādes veids").en("kind of body"),
    "amif_supported_authority.supported_on": lv("atbalsta pirmā diena").en("first day of support"),
    "amif_information.kind": lv("paketes vai kampaņas veids").en("package or campaign"),
    "amif_information.about_legal_migration": lv("par likumīgas migrācijas ceļiem").en(
        "about legal migration channels"
    ),
    "amif_information.issued_on": lv("izdošanas diena").en("day of issue"),
    "amif_supported_authority.amif_project_id": lv("PMIF projekts").en("AMIF project"),
    "amif_information.amif_project_id": lv("PMIF projekts").en("AMIF project"),
    "amif_support.kind": lv("atbalsta veids").en("kind of support"),
    "amif_language_test.amif_support_id": lv("valodas kursi").en("language course"),
    "amif_language_test.moment": lv("testa brīdis").en("moment of the test"),
    "amif_language_test.level": lv("valodas līmenis").en("language level"),
    "amif_language_test.taken_on": lv("testa diena").en("day of the test"),
    "amif_survey_answer.helpful": lv("darbība bija noderīga integrācijai").en(
        "activity was helpful for integration"
    ),
    "amif_survey_answer.answered_on": lv("atbildes diena").en("day of the answer"),
    "amif_application.kind": lv("pieteikuma veids").en("kind of application"),
    "amif_application.applied_on": lv("pieteikuma diena").en("day of application"),
    "amif_application.decided_on": lv("lēmuma diena").en("day of the decision"),
    "amif_application.result": lv("lēmums").en("decision"),
    "amif_vulnerability.vulnerable": lv("ir neaizsargāts").en("is vulnerable"),
    "amif_vulnerability.found_on": lv("atzinuma diena").en("day of the finding"),
}

WORDS: Vocabulary = Vocabulary(
    id="amif.words",
    types={
        "amif_project": lv("PMIF ziņas par projektu").en("AMIF data on a project"),
        "amif_supported_authority": lv("atbalstītā pašvaldība").en("supported authority"),
        "amif_information": lv("informācijas pakete vai kampaņa").en(
            "information package or campaign"
        ),
        "amif_support": lv("PMIF atbalsts").en("AMIF support"),
        "amif_language_test": lv("valodas tests").en("language test"),
        "amif_survey_answer": lv("aptaujas atbilde").en("survey answer"),
        "amif_application": lv("dalībnieka pieteikums").en("application"),
        "amif_vulnerability": lv("atzinums par neaizsargātību").en("finding on vulnerability"),
    },
    fields=FIELDS,
    codes={
        AmifObjective.ASYLUM: lv("(a) patvērums").en("(a) asylum"),
        AmifObjective.INTEGRATION: lv("(b) likumīga migrācija un integrācija").en(
            "(b) legal migration and integration"
        ),
        AmifObjective.OTHER: lv("cits konkrētais mērķis").en("another specific objective"),
        BodyKind.LOCAL_AUTHORITY: lv("vietējā pašvaldība").en("local authority"),
        BodyKind.REGIONAL_AUTHORITY: lv("reģionālā pašvaldība").en("regional authority"),
        BodyKind.STATE_AUTHORITY: lv("valsts iestāde").en("state authority"),
        BodyKind.NGO: lv("nevalstiskā organizācija").en("non-governmental organisation"),
        BodyKind.OTHER: lv("cita organizācija").en("other body"),
        InformationKind.PACKAGE: lv("informācijas pakete").en("information package"),
        InformationKind.CAMPAIGN: lv("kampaņa").en("campaign"),
        SupportKind.LEGAL_ASSISTANCE: lv("juridiskā palīdzība").en("legal assistance"),
        SupportKind.OTHER_ASYLUM_SUPPORT: lv(
            "cits atbalsts patvēruma jomā, informācija un palīdzība procedūrā"
        ).en("other asylum support, information and help in the procedure"),
        SupportKind.PRE_DEPARTURE_MEASURE: lv("pirmsizceļošanas pasākums").en(
            "pre-departure measure"
        ),
        SupportKind.LANGUAGE_COURSE: lv("valodas kursi").en("language course"),
        SupportKind.CIVIC_ORIENTATION_COURSE: lv("pilsoniskās orientācijas kursi").en(
            "civic orientation course"
        ),
        SupportKind.PROFESSIONAL_GUIDANCE: lv("personalizēta profesionālā konsultācija").en(
            "personalised professional guidance"
        ),
        SupportKind.OTHER_INTEGRATION_SUPPORT: lv("cits integrācijas atbalsts").en(
            "other integration support"
        ),
        SupportKind.FAMILY_REUNIFICATION_HELP: lv("palīdzība ģimenes atkalapvienošanā").en(
            "help with family reunification"
        ),
        SupportKind.MOBILITY_SCHEME: lv("mobilitātes shēma").en("mobility scheme"),
        TestMoment.ENTRY: lv("sākot kursu").en("on entry to the course"),
        TestMoment.LEAVING: lv("pabeidzot kursu").en("upon leaving the course"),
        LanguageLevel.PRE_A1: lv("zem A1").en("below A1"),
        **{
            level: Text.same(level.value.upper())
            for level in LanguageLevel
            if level is not LanguageLevel.PRE_A1
        },
        ApplicationKind.RECOGNITION: lv("kvalifikācijas vai prasmju atzīšana").en(
            "recognition of qualifications or skills"
        ),
        ApplicationKind.LONG_TERM_RESIDENCE: lv("pastāvīgā iedzīvotāja statuss").en(
            "long-term residence status"
        ),
        ApplicationResult.GRANTED: lv("apmierināts").en("granted"),
        ApplicationResult.REFUSED: lv("noraidīts").en("refused"),
        ApplicationResult.WITHDRAWN: lv("atsaukts").en("withdrawn"),
    },
)
"""What the record types are called that this distribution adds, with their fields and codes."""
