"""Rules that speak of an indicator's row (some also of the table's head): one file a rule."""
