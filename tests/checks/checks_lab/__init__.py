"""Toy limits, and services to hold to them."""
