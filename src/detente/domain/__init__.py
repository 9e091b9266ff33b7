"""The nouns: frozen, self-checking values, without input, output or rules."""
