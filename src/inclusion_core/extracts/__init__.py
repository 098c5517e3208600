"""Extracts for research: facts tables without ids, with what was removed and who could be known.

Ids become pseudonyms under a key; what may not leave the house is removed; days are coarsened where
that is asked for; and a disclosure report counts who could still be told from all others.
"""
