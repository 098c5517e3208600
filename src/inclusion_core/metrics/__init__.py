"""Metrics: what is counted, declared once, and the figures that come of it."""
