"""People: their births and deaths, ages, and whether clients are one person."""
