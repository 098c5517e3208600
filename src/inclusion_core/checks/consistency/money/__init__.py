"""Money: what was spent, and who pays for it."""
