"""What was published, so that successive reports cannot be subtracted from one another."""
