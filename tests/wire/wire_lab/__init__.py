"""A laboratory for files: odd record types, random journals, a small folder to damage."""
