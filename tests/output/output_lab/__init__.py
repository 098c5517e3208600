"""Nasty strings, the places where they are put, and readers that know nothing of our writers."""
