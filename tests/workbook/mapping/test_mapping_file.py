"""A mapping file is read whole, or everything that is wrong with it is told at once."""

from __future__ import annotations

import pytest
from mapping_lab import FORM, reading

from inclusion_core.workbook.mapping.mapped import Condition, FixedText, Heading, Letter
from inclusion_core.workbook.mapping.reading import MAX_MAPPING_BYTES, read

CANARY = "Kanārija"

CLIENT = """
[[sheet]]
title = "Saraksts"
[[sheet.record]]
type = "client"
number = "Nr."
"""


def faults(outcome):
    """Kind and path of each finding."""
    assert outcome.mapping is None
    for finding in outcome.findings:
        assert CANARY not in f"{finding!r} {finding.in_('lv')} {finding.in_('en')}"
        assert finding.place.file == "map.toml"
    return [(finding.kind, finding.place.field) for finding in outcome.findings]


def remedies(outcome):
    return [finding.remedy.in_("en") for finding in outcome.findings]


def client(folder, more):
    return faults(reading(folder, f'{CLIENT}{more}\n[sheet.record.constants]\nprovider_id = "P1"'))


def test_a_mapping_says_what_it_is_meant_to_say(tmp_path):
    outcome = reading(
        tmp_path,
        """
        [[sheet]]
        title = "Klientu saraksts 2018"
        heading_row = 3
        skip_rows = [4, 57]
        fill_down = ["Lietas nr."]
        empty_words = ["-", "N/A"]
        only_where = {column = "Programma", equals = "Mentori"}
        [[sheet.record]]
        type = "client"
        number = "Lietas nr."
        [sheet.record.fields]
        born_on = "Dzimšanas dati"
        gender = {letter = "d"}
        [sheet.record.constants]
        provider_id = "P1"
        [[sheet.record]]
        type = "protection_spell"
        number = ["Lietas nr.", "Statuss no", {text = " a  b "}]
        only_where = [{column = "Statuss", equals = ["Alt.", "B"]}]
        [sheet.record.fields]
        client_id = "Lietas nr."
        kind = "Statuss"
        first_day = "Statuss no"
        [sheet.record.constants]
        legal_basis = "patvēruma likums"
        [sheet.record.words.kind]
        "ALT." = "alternative_status"
        "?" = ""
        "nezin" = "(nav jautāts)"
        """,
    )

    assert outcome.findings == ()
    (sheet,) = outcome.mapping.sheets
    client, spell = sheet.records
    assert (sheet.title, sheet.heading_row) == ("Klientu saraksts 2018", 3)
    assert sheet.skip_rows == {4, 57}
    assert sheet.fill_down == (Heading("lietas NR."),)
    assert sheet.empty_words == {"-", "n/a"}
    assert sheet.only_where == (Condition(Heading("Programma"), frozenset({"mentori"})),)
    assert client.fields == {"born_on": Heading("Dzimšanas dati"), "gender": Letter("D")}
    assert client.references == {"provider_id": (FixedText("P1"),)}
    assert spell.number == (Heading("Lietas nr."), Heading("Statuss no"), FixedText("a b"))
    assert spell.references == {"client_id": (Heading("Lietas nr."),)}
    assert spell.constants == {"legal_basis": "asylum_law"}
    assert spell.words["kind"] == {
        "alt.": "alternative_status",
        "?": "",
        "nezin": "(nav jautāts)",
    }
    assert spell.only_where == (Condition(Heading("Statuss"), frozenset({"alt.", "b"})),)


def test_a_mapping_shows_none_of_its_own_values():
    condition = Condition(Heading("Programma"), frozenset({CANARY}))

    assert CANARY not in repr(condition)
    assert CANARY not in repr(FixedText(CANARY))


def test_a_mapping_of_nothing_is_one(tmp_path):
    outcome = reading(tmp_path, "# nothing yet")

    assert (outcome.mapping.sheets, outcome.findings) == ((), ())


def test_a_file_that_is_not_there_is_a_finding(tmp_path):
    outcome = read(tmp_path / "map.toml", FORM)

    assert faults(outcome) == [("wire.not-there", "")]


def test_a_huge_file_is_not_read(tmp_path):
    assert faults(reading(tmp_path, b"#" * (MAX_MAPPING_BYTES + 1))) == [("wire.too-big", "")]


def test_a_file_in_another_encoding_is_a_finding(tmp_path):
    assert faults(reading(tmp_path, f"# {CANARY}".encode("cp1257"))) == [("wire.not-utf-8", "")]


def test_a_byte_order_mark_is_no_fault(tmp_path):
    assert reading(tmp_path, b"\xef\xbb\xbf# nothing").findings == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f'[[sheet]]\ntitle = "{CANARY}\n', "line 2"),
        (f'{CANARY} = "a"\n', "line 1"),
        (f'[[sheet]]\ntitle = "{CANARY}"\ntitle = "{CANARY}"', "line 3"),
        (f'# {CANARY}\ntitle = """a\n', "line 3"),
    ],
)
def test_a_fault_of_toml_is_told_by_its_line_without_what_stands_there(tmp_path, text, line):
    outcome = reading(tmp_path, text)

    assert faults(outcome) == [("workbook.mapping-not-toml", "")]
    assert line in outcome.findings[0].in_("en")


@pytest.mark.parametrize(
    "text", ["a = " + "[" * 100_000, "a = " + "9" * 5_000, "a." * 100_000 + "a = 1"]
)
def test_a_file_made_to_break_the_reader_is_a_finding(tmp_path, text):
    assert faults(reading(tmp_path, text))[0][0] in {"wire.too-deep", "workbook.mapping-not-toml"}


def test_unknown_options_are_told_by_position_with_the_near_one(tmp_path):
    outcome = reading(
        tmp_path,
        f"""
        {CANARY} = 1
        [[sheet]]
        title = "a"
        heading_rows = 3
        [[sheet.record]]
        type = "client"
        number = "Nr."
        field = {{}}
        [sheet.record.constants]
        provider_id = "P1"
        """.replace(CANARY, f'"{CANARY}"'),
    )

    assert faults(outcome) == [
        ("workbook.mapping-unknown-option", ""),
        ("workbook.mapping-unknown-option", "sheet[1]"),
        ("workbook.mapping-unknown-option", "sheet[1].record[1]"),
    ]
    assert remedies(outcome)[0] == "write a known one: sheet"
    assert remedies(outcome)[1] == "write a known one: heading_row"
    assert remedies(outcome)[2] == "write a known one: fields"


def test_everything_is_told_at_once(tmp_path):
    outcome = reading(
        tmp_path,
        f"""
        [[sheet]]
        heading_row = 0
        skip_rows = ["a"]
        fill_down = "a"
        empty_words = [1]
        only_where = 1
        record = []
        [[sheet]]
        title = 5
        heading_row = true
        skip_rows = 4
        fill_down = [1, "a"]
        empty_words = [" "]
        only_where = [{{columns = "a"}}, {{column = 1, equals = "a"}}]
        [[sheet.record]]
        number = "Nr."
        [[sheet.record]]
        type = "clients"
        [[sheet.record]]
        type = "{CANARY}"
        [[sheet.record]]
        type = "protection_spell"
        fields = 5
        [[sheet.record]]
        type = "participation"
        number = []
        [sheet.record.fields]
        client_id = {{text = ""}}
        programme_id = [{{letter = "ABCD"}}]
        entered_on = ["a"]
        {CANARY.replace("ā", "a")} = "b"
        """,
    )

    assert faults(outcome) == [
        ("workbook.mapping-incomplete", "sheet[1]"),
        ("workbook.mapping-incomplete", "sheet[1]"),
        ("workbook.mapping-wrong-form", "sheet[1].heading_row"),
        ("workbook.mapping-wrong-form", "sheet[1].skip_rows"),
        ("workbook.mapping-wrong-form", "sheet[1].fill_down"),
        ("workbook.mapping-wrong-form", "sheet[1].empty_words"),
        ("workbook.mapping-wrong-form", "sheet[1].only_where"),
        ("workbook.mapping-wrong-form", "sheet[2].title"),
        ("workbook.mapping-wrong-form", "sheet[2].heading_row"),
        ("workbook.mapping-wrong-form", "sheet[2].skip_rows"),
        ("workbook.mapping-wrong-form", "sheet[2].fill_down"),
        ("workbook.mapping-wrong-form", "sheet[2].empty_words"),
        ("workbook.mapping-unknown-option", "sheet[2].only_where[1]"),
        ("workbook.mapping-incomplete", "sheet[2].only_where[1]"),
        ("workbook.mapping-incomplete", "sheet[2].only_where[1]"),
        ("workbook.mapping-wrong-form", "sheet[2].only_where[2].column"),
        ("workbook.mapping-incomplete", "sheet[2].record[1]"),
        ("workbook.mapping-unknown-type", "sheet[2].record[2].type"),
        ("workbook.mapping-unknown-type", "sheet[2].record[3].type"),
        ("workbook.mapping-wrong-form", "sheet[2].record[4].fields"),
        ("workbook.mapping-missing-field", "sheet[2].record[4]"),
        ("workbook.mapping-no-number", "sheet[2].record[4]"),
        ("workbook.mapping-unknown-field", "sheet[2].record[5].fields"),
        ("workbook.mapping-wrong-form", "sheet[2].record[5].number"),
        ("workbook.mapping-wrong-form", "sheet[2].record[5].fields.entered_on"),
        ("workbook.mapping-wrong-form", "sheet[2].record[5].fields.client_id"),
        ("workbook.mapping-wrong-form", "sheet[2].record[5].fields.programme_id"),
    ]
    assert "write a known one: client" in remedies(outcome)


def test_a_table_that_stands_alone_is_a_list_of_one(tmp_path):
    text = CLIENT.replace("[[sheet]]", "[sheet]") + '[sheet.record.constants]\nprovider_id = "P1"'

    assert len(reading(tmp_path, text).mapping.sheets) == 1


def test_a_list_of_something_else_than_tables_is_a_fault(tmp_path):
    assert faults(reading(tmp_path, 'sheet = ["a"]')) == [("workbook.mapping-wrong-form", "sheet")]


def test_the_key_is_no_field(tmp_path):
    assert client(tmp_path, '[sheet.record.fields]\nid = "Nr."') == [
        ("workbook.mapping-unknown-field", "sheet[1].record[1].fields")
    ]


def test_a_required_field_is_missed(tmp_path):
    outcome = reading(tmp_path, CLIENT)

    assert faults(outcome) == [("workbook.mapping-missing-field", "sheet[1].record[1]")]
    assert "provider_id" in outcome.findings[0].in_("en")


def test_a_field_has_a_column_or_a_constant_and_not_both(tmp_path):
    assert client(tmp_path, '[sheet.record.fields]\nprovider_id = "Sniedzējs"') == [
        ("workbook.mapping-twice", "sheet[1].record[1].constants.provider_id")
    ]


def test_words_need_a_column(tmp_path):
    assert client(tmp_path, '[sheet.record.words.gender]\n"s" = "female"') == [
        ("workbook.mapping-words-without-column", "sheet[1].record[1].words.gender")
    ]


def test_words_stand_for_what_the_field_understands(tmp_path):
    words = f"""
    [sheet.record.fields]
    gender = "Dz."
    [sheet.record.words.gender]
    "s" = "femal"
    "{CANARY}" = 5
    "v" = "(none)"
    "V" = "male"
    """

    assert client(tmp_path, words) == [
        ("workbook.not-a-code", "sheet[1].record[1].words.gender[1]"),
        ("workbook.mapping-wrong-form", "sheet[1].record[1].words.gender[2]"),
        ("wire.may-not-be-absent", "sheet[1].record[1].words.gender[3]"),
        ("workbook.mapping-twice", "sheet[1].record[1].words.gender[4]"),
    ]


def test_a_word_may_stand_twice_for_the_same(tmp_path):
    text = f"""{CLIENT}
    [sheet.record.fields]
    gender = "Dz."
    [sheet.record.constants]
    provider_id = "P1"
    [sheet.record.words.gender]
    s = "female"
    S = "female"
    """

    assert reading(tmp_path, text).findings == ()


def test_words_of_a_reference_may_be_any_number(tmp_path):
    text = f"""{CLIENT}
    [sheet.record.fields]
    provider_id = "Sniedzējs"
    [sheet.record.words.provider_id]
    "Mūsu māja" = "P1"
    """

    assert reading(tmp_path, text).findings == ()


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        ('born_on = "31.02.2018"', "workbook.no-such-day"),
        ('gender = "femal"', "workbook.not-a-code"),
        ("born_on = nan", "workbook.mapping-wrong-form"),
        ("born_on = []", "workbook.mapping-wrong-form"),
        ('born_on = " "', "workbook.mapping-wrong-form"),
        ("born_on = true", "workbook.truth-value-not-wanted"),
        ('gender = "(none)"', "wire.may-not-be-absent"),
    ],
)
def test_a_constant_must_be_a_value_of_its_field(tmp_path, record, kind):
    name = record.split(" = ")[0]
    text = f'{CLIENT}[sheet.record.constants]\nprovider_id = "P1"\n{record}'

    assert faults(reading(tmp_path, text)) == [(kind, f"sheet[1].record[1].constants.{name}")]


@pytest.mark.parametrize("number", ["5", '""', '"\\u0000"', f'"{"9" * 201}"'])
def test_a_constant_reference_is_a_number_between_quotation_marks(tmp_path, number):
    text = f"{CLIENT}[sheet.record.constants]\nprovider_id = {number}"

    assert faults(reading(tmp_path, text)) == [
        ("workbook.mapping-wrong-form", "sheet[1].record[1].constants.provider_id")
    ]


def test_a_constant_that_must_be_known_says_no_mark(tmp_path):
    text = """
    [[sheet]]
    title = "a"
    [[sheet.record]]
    type = "provider"
    number = {text = "P1"}
    [sheet.record.constants]
    name = "(refused)"
    """

    assert faults(reading(tmp_path, text)) == [
        ("wire.may-not-be-unknown", "sheet[1].record[1].constants.name")
    ]


@pytest.mark.parametrize(("country", "count"), [("SY", 0), ("sy", 0), ("Sīrija", 1)])
def test_a_constant_of_a_list_kept_elsewhere_looks_like_a_code_of_it(tmp_path, country, count):
    text = f"""
    [[sheet]]
    title = "a"
    [[sheet.record]]
    type = "arrival"
    number = "Nr."
    [sheet.record.fields]
    client_id = "Nr."
    [sheet.record.constants]
    country = "{country}"
    """

    assert len(reading(tmp_path, text).findings) == count


@pytest.mark.parametrize(
    ("day", "value"),
    [("2018-04-15", "2018-04-15"), ('"15.04.2018"', "2018-04-15"), ("2018", "2018")],
)
def test_a_constant_day_may_be_written_in_any_way(tmp_path, day, value):
    text = f'{CLIENT}[sheet.record.constants]\nprovider_id = "P1"\nborn_on = {day}'

    (sheet,) = reading(tmp_path, text).mapping.sheets

    assert sheet.records[0].constants == {"born_on": value}


def test_a_sheet_stands_once(tmp_path):
    text = f'{CLIENT}constants = {{provider_id = "P1"}}\n'

    assert faults(reading(tmp_path, text + text.replace("Saraksts", " SARAKSTS "))) == [
        ("workbook.mapping-twice", "sheet[2].title")
    ]


def test_two_records_of_a_row_need_two_numbers(tmp_path):
    record = """
    [[sheet.record]]
    type = "need"
    number = ["Nr.", {text = "a"}]
    fields = {client_id = "Nr."}
    """

    outcome = reading(tmp_path, f'[[sheet]]\ntitle = "a"\n{record}{record}')

    assert faults(outcome) == [("workbook.mapping-twice", "sheet[1].record[2].number")]
    other = record.replace('"a"', '"b"')
    assert reading(tmp_path, f'[[sheet]]\ntitle = "a"\n{record}{other}').findings == ()


def test_two_records_of_different_rows_may_have_one_number(tmp_path):
    record = """
    [[sheet.record]]
    type = "participation"
    number = "Nr."
    only_where = {column = "Programma", equals = "a"}
    fields = {client_id = "Nr.", programme_id = "Programma"}
    """
    other = record.replace('equals = "a"', 'equals = "b"')

    assert reading(tmp_path, f'[[sheet]]\ntitle = "a"\n{record}{other}').findings == ()
