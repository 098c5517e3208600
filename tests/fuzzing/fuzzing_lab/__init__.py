"""The laboratory of fuzzing: every reader of what others wrote, and what is done to good documents.

Tests draw from it with hypothesis; the long run hands the same readers to a fuzzer that is guided
by coverage.
"""
