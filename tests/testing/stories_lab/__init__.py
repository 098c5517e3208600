"""Record types of a plugin, to tell stories with."""
