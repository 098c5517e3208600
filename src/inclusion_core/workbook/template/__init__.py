"""The workbook that a provider fills in, empty or with what is recorded already."""

from __future__ import annotations

from inclusion_core.workbook.template.making import template

__all__ = ["template"]
