"""What stands in one report: names, acts, time phrases, quotations, numbers, cues."""
