"""What the tests of the strategies share."""
