"""What a reader is shown: the brief, tables, exchange formats."""
