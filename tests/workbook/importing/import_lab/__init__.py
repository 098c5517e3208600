"""Rows and records to import."""
