"""Reports of all plugins as the public may see them, and an outsider who tries to see more."""
