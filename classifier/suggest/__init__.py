"""A faulty row in its analysed project in, proposals out: repaired, replaced from the library of good indicators, or dropped."""
