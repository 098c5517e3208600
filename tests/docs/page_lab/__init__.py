"""The laboratory of the pages: what makes README.md and docs/ run as tests."""
