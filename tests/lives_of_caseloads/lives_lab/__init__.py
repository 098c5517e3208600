"""An office that keeps a caseload, and beside it a plain book of what should be in it."""
