"""Where rules come from: citations that a reader of a report can follow."""

import pickle
from datetime import date

import attrs
import pytest

from inclusion_core.sources import Confidence, Source
from inclusion_core.texts import Text, en, lv

MK102 = Source(
    "Ministru kabineta noteikumi Nr. 102",
    issued=date(2016, 2, 9),
    short="MK noteikumi Nr. 102",
    read_as=lv("konsolidētā redakcija").en("consolidated text"),
    found_at="likumi.lv 280230",
)
REGULATION = Source(
    lv("Regula (EEK, Euratom) Nr. 1182/71").en("Regulation (EEC, Euratom) No 1182/71"),
    issued=date(1971, 6, 3),
)


def test_a_citation_names_the_act_its_day_and_the_point():
    assert MK102.point("32.2").citation("lv") == "MK noteikumi Nr. 102 (2016-02-09), 32.2"
    assert MK102.point("32.2").citation("en") == "MK noteikumi Nr. 102 (2016-02-09), 32.2"


def test_a_citation_without_a_short_title_uses_the_full_one():
    act = Source("Ministru kabineta noteikumi Nr. 102", issued=date(2016, 2, 9))

    assert act.citation("lv") == "Ministru kabineta noteikumi Nr. 102 (2016-02-09)"


def test_a_document_without_a_day_is_cited_by_title_and_place():
    assert Source("SIF handbook").point("4").citation("en") == "SIF handbook, 4"


def test_a_point_leaves_the_document_itself_alone():
    point = MK102.point("32.2")

    assert MK102.place == Text.same("")
    assert point.place == Text.same("32.2")
    assert point == attrs.evolve(MK102, place="32.2")


def test_a_point_is_replaced_and_not_nested():
    assert MK102.point("32.2").point("33.2") == MK102.point("33.2")


@pytest.mark.parametrize(
    ("source", "latvian", "english"),
    [
        (
            REGULATION.article("2"),
            "Regula (EEK, Euratom) Nr. 1182/71 (1971-06-03), 2. pants",
            "Regulation (EEC, Euratom) No 1182/71 (1971-06-03), Article 2",
        ),
        (
            REGULATION.annex("I"),
            "Regula (EEK, Euratom) Nr. 1182/71 (1971-06-03), I pielikums",
            "Regulation (EEC, Euratom) No 1182/71 (1971-06-03), Annex I",
        ),
        (
            REGULATION.at(lv("3. panta 4. punkts").en("Article 3(4)")),
            "Regula (EEK, Euratom) Nr. 1182/71 (1971-06-03), 3. panta 4. punkts",
            "Regulation (EEC, Euratom) No 1182/71 (1971-06-03), Article 3(4)",
        ),
    ],
)
def test_places_are_named_in_the_language_of_the_reader(source, latvian, english):
    assert source.citation("lv") == latvian
    assert source.citation("en") == english


def test_the_place_of_a_source_is_in_its_representation():
    assert "Article 2" in repr(REGULATION.article("2"))


def test_a_reference_says_which_text_was_read_and_where_it_is_kept():
    assert MK102.point("32.2").reference("en") == (
        "Ministru kabineta noteikumi Nr. 102 (2016-02-09), 32.2; "
        "consolidated text; likumi.lv 280230"
    )


def test_a_reference_to_a_text_that_was_read_raises_no_doubt():
    assert Source("MK 102").reference("en") == "MK 102"


@pytest.mark.parametrize(
    ("confidence", "latvian", "english"),
    [
        (Confidence.FOUND, "lasīts pašā tekstā", "read in the text itself"),
        (Confidence.PUBLISHED, "pēc publicēta paziņojuma", "from a published announcement"),
        (Confidence.REMEMBERED, "pēc atmiņas, jāpārbauda", "from memory, to be checked"),
        (Confidence.OWN_READING, "pašu interpretācija", "our own reading"),
    ],
)
def test_every_confidence_has_words(confidence, latvian, english):
    assert confidence.says.in_("lv") == latvian
    assert confidence.says.in_("en") == english


def test_a_doubt_is_shown_in_the_reference():
    remembered = Source("C-152/85 Misset", confidence=Confidence.REMEMBERED)

    assert remembered.reference("en") == "C-152/85 Misset; from memory, to be checked"
    assert remembered.citation("en") == "C-152/85 Misset"


def test_an_own_reading_says_what_the_text_leaves_open():
    note = en("whether 50 is inside is open").lv("vai 50 ietilpst, nav noteikts")

    aged = MK102.point("3.1.2").own_reading(note)

    assert (aged.confidence, aged.note) == (Confidence.OWN_READING, note)
    assert aged.reference("lv").endswith("pašu interpretācija; vai 50 ietilpst, nav noteikts")
    assert aged.citation("lv") == MK102.point("3.1.2").citation("lv")


def test_braces_in_a_title_are_no_slots():
    assert Source("{draft}").citation("en") == "{draft}"


def test_sources_are_values():
    assert len({MK102.point("32.2"), MK102.point("32.2"), MK102.point("33.2")}) == 2
    assert pickle.loads(pickle.dumps(MK102)) == MK102
