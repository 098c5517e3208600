"""A laboratory for the language: toy records, a naive third reader, and writers of random cases."""
