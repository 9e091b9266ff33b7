"""From the claims of many reports to what follows from them."""
