"""What Django looks at when it starts: does the mapping fit the library, and our models?"""

from django.apps import apps
from django.core.checks import Error, Warning, register  # noqa: A004  Django calls it so
from django.core.exceptions import FieldError

from casework.mapping import PROGRAMME
from casework.reading import catalogue, mapping
from inclusion_core import InclusionError
from inclusion_core.rows import RowMappingError


@register()
def mapping_fits(**_):
    """Fields against the record types, columns against the models, words against the choices."""
    try:
        tables, columns = mapping().tables, mapping().columns
    except RowMappingError as error:
        return [Error(f"{place}: {fault}", id="casework.E001") for place, fault in error.faults]
    return [
        fault
        for table, records in tables.items()
        for fault in table_faults(apps.get_model("casework", table), columns[table], records)
    ]


def table_faults(model, columns, records):
    """Every column must be there, and every choice of it that is a word must have a meaning."""
    try:
        model.objects.values(*columns)
    except FieldError as error:
        yield Error(str(error), obj=model, id="casework.E002")
        return
    for given in (given for each in records for given in each.fields.values()):
        if getattr(given, "words", None) is not None:
            choices = dict(model._meta.get_field(given.name).flatchoices)  # noqa: SLF001
            for word in sorted(choices.keys() - given.words.keys()):
                problem = f"the mapping does not say what {word!r} means ({given.name})"
                yield Error(problem, obj=model, id="casework.E003")


@register()
def rules_are_there(**_):
    """Plugins that could not be loaded are told; without our programme's rules nothing goes on."""
    found = [Warning(str(fault), id="casework.W001") for fault in catalogue().faults]
    try:
        catalogue().eligibility(PROGRAMME)
    except InclusionError as error:
        found.append(Error(str(error), id="casework.E004"))
    return found
