"""From what stands in one report to what it says: linking, dating, coding, attributing, measuring."""
