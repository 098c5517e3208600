import pickle
from importlib.metadata import version

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_core.fields import Record, type_name
from inclusion_core.manager import Plugin, load_catalogue
from inclusion_core.manager.plugins import type_prefix
from inclusion_core.markers import hookimpl
from inclusion_core.scaffold.errors import FolderTakenError, NameRefusedError
from inclusion_core.scaffold.names import Names, check_title, taken_by

names = st.from_regex(r"[a-z][a-z0-9]{0,5}(_[a-z][a-z0-9]{0,4}){0,2}", fullmatch=True)


def plugin(name, distribution, load):
    return Plugin(
        name=name, distribution=distribution, version=version("inclusion-core"), load=load
    )


class Empty:
    @hookimpl
    def inclusion_programmes(self):
        return ()


def broken():
    raise RuntimeError("it does not import")


def test_each_place_has_its_form_of_the_name():
    home_visits = Names("home_visits", "families")

    assert home_visits.distribution == "inclusion-home-visits"
    assert home_visits.module == "inclusion_home_visits"
    assert home_visits.prefix == "HomeVisits"
    assert home_visits.lists == "home_visits_"


@given(names)
def test_a_record_class_named_after_the_plugin_is_in_its_namespace(name):
    made = type(f"{Names(name, 'course').prefix}Talk", (Record,), {})

    assert type_name(made) == f"{type_prefix(name)}talk"


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Home-Visits", "home_visits"),
        ("home visits", "home_visits"),
        ("inclusion-cafe", "cafe"),
        ("kafē", "kafe"),
        ("2021fund", "fund"),
        ("fund_2021", "fund"),
        ("_cafe", "cafe"),
        ("cafe_", "cafe"),
        ("a" * 25, "a" * 24),
        ("a" * 23 + "_bc", "a" * 23),
    ],
)
def test_a_name_that_cannot_stand_is_refused_with_one_that_can(name, near):
    with pytest.raises(NameRefusedError) as refused:
        Names(name, "course")

    assert (refused.value.what, refused.value.name) == ("namespace", name)
    assert str(refused.value).endswith(f"beginning with a letter: {near}")
    assert Names(near, "course").namespace == near


@pytest.mark.parametrize("name", ["", "2021", "…", "ж"])
def test_where_no_name_is_near_none_is_offered(name):
    with pytest.raises(NameRefusedError, match=r"beginning with a letter$"):
        Names("cafe", name)


@pytest.mark.parametrize(
    "title", ["", " ", "x" * 81, 'the "café"', "{period}", "back\\slash", "two\nlines", "a\u2028b"]
)
def test_a_title_that_would_break_code_or_texts_is_refused(title):
    with pytest.raises(NameRefusedError, match="write one line of up to 80 signs"):
        check_title(title)


@pytest.mark.parametrize("title", ["x", "x" * 80, "Café „Tilts”: it's for all – 50 %"])
def test_other_titles_can_stand(title):
    check_title(title)


@pytest.mark.at_length(few=2)
@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("cafe", "inclusion-cafe"),
        ("home_visits", "Inclusion.Home_Visits"),
        ("garden", "inclusion-growing"),
        ("core", "inclusion-core"),
        ("broken", "inclusion-broken"),
        ("other", ""),
        ("cafe_two", ""),
    ],
)
def test_a_name_is_taken_whether_its_plugin_works_or_not(name, owner):
    catalogue = load_catalogue(
        [
            plugin("cafe", "inclusion-cafe", Empty),
            plugin("visits", "Inclusion.Home_Visits", Empty),
            plugin("Garden", "inclusion-growing", Empty),
            plugin("broken", "inclusion-broken", broken),
        ]
    )

    assert taken_by(Names(name, "course"), catalogue) == owner


@pytest.mark.parametrize(
    "error", [NameRefusedError("title", "x", "is short"), FolderTakenError("there")]
)
def test_errors_can_be_sent_to_another_process(error):
    again = pickle.loads(pickle.dumps(error))

    assert (type(again), str(again)) == (type(error), str(error))
