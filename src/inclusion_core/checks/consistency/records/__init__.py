"""Records that do not go together, or that name what is not there."""
