"""Reports as text: what is furniture in them, their sentences, the dependency parse."""
