"""Reports for others than those who make them: what may be seen of them, and what was published."""
