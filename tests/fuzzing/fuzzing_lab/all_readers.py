"""Every reader of what others wrote."""

from __future__ import annotations

from fuzzing_lab import of_documents, of_journals, of_tables, of_texts, of_values, of_workbooks

__all__ = ["BY_ID", "READERS"]

READERS = (
    *of_journals.READERS,
    *of_workbooks.READERS,
    *of_tables.READERS,
    *of_values.READERS,
    *of_documents.READERS,
    *of_texts.READERS,
)
BY_ID = {each.id: each for each in READERS}
