"""An Analysis in, a Verdict a row out: the exported linear model, scored with the standard library alone."""
