"""Unmistakable values in every field of every record class, and the places where text comes out."""
