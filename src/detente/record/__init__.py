"""The store: one SQLite file; the only SQL of the project."""
