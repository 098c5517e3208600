"""What the tests of engines share: tables on each of them, and every day of forty years."""
