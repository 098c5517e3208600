"""The laboratory of the conformance kit: a sound plugin, and the same with one thing wrong."""
