"""Nothing is forgotten: every record class has its canaries, every error its place."""

import importlib
import pkgutil

from privacy_lab.errors import MADE_OF
from privacy_lab.values import CODES, FILLED_CLASSES, RECORDS, SCHEMA, VALUES, told

import inclusion_core
from inclusion_core.errors import InclusionError
from inclusion_core.fields import Record


def test_every_record_class_that_can_be_recorded_is_filled():
    classes = {each.record_class for each in SCHEMA if not each.derived}

    assert classes == set(FILLED_CLASSES) == {type(each) for each in RECORDS}
    assert {each.__module__.partition(".")[0] for each in classes} > {"inclusion_core"}
    assert all(issubclass(each, Record) for each in classes)


def test_no_field_is_left_at_its_default():
    for record in RECORDS:
        for field in SCHEMA.type_of(record).recorded_fields:
            assert getattr(record, field.name) not in ("", field.empty)


def errors_in(package):
    """The error classes of a package that users meet."""
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if ".template." not in module.name and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    waiting = [InclusionError]
    for one in waiting:
        waiting += one.__subclasses__()
        if one.__module__.startswith(f"{package.__name__}."):
            yield one


def test_of_every_error_it_is_settled_what_it_is_made_of():
    found = {each.__name__ for each in errors_in(inclusion_core) if each.__name__[0] != "_"}

    assert found == {name for names in MADE_OF.values() for name in names}


def test_all_canaries_can_be_seen():
    assert len(VALUES) + len(CODES) > 25
    assert told(" ".join((*VALUES, *CODES))) == {*VALUES, *CODES}
