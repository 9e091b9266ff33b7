"""Knowledge from data/ as typed values; refuses unknown keys, repeats and rules without examples."""
