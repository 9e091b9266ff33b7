"""Whether the data does what its own examples say: a sentence of the data is checked as a report's is read."""
