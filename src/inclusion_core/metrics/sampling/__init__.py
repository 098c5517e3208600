"""Samples: for results that are asked of some and stand for all, such as longer-term results."""
