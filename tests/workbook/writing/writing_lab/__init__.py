"""What the tests of templates and marked copies share."""
