"""Every way in, every mishap: one good caseload, small damages to it, and what must be told."""
