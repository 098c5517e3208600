"""The language in which rules, limits and metrics are declared, and its readers.

An expression is a small tree of frozen nodes (:mod:`.nodes`). Authors build it with typed
handles (:mod:`.building`); it does not evaluate itself. Readers walk it: :mod:`.objects` for the
records of one case, :mod:`.frames` for the tables of a whole register. The language knows records
only through a :class:`~inclusion_core.expr.schema.Schema`, and no programme at all.
"""
