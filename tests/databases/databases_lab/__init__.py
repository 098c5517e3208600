"""The laboratory of databases: a PostgreSQL of one's own, and a small register."""
