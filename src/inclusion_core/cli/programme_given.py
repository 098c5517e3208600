"""The programme that a command is about, and its workbook."""

from __future__ import annotations

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.errors import MisuseError
from inclusion_core.workbook.form import WorkbookForm, form_of

__all__ = ["form_given"]


def form_given(programme: str | None, catalogue: Catalogue) -> WorkbookForm:
    """The workbook of a programme; of the only one there is where none is named.

    Raises:
        MisuseError: None is named, and there is not exactly one.
        UnknownNameError: No installed distribution declares it; near names are listed.
    """
    if programme is None:
        programmes = [each.id for each in catalogue.programmes]
        if len(programmes) != 1:
            listed = ", ".join(programmes) or "none; install a plugin that declares one"
            raise MisuseError(f"name a programme; there are: {listed}")
        programme = programmes[0]
    return form_of(catalogue.programme(programme), catalogue.schema, catalogue.vocabulary)
