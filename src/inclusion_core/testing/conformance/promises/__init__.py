"""What every plugin promises by its declarations: each module holds the checks of one promise."""
