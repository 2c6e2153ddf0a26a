"""An Analysis in, findings out: exact checks of arithmetic and form, one rule a file; wording is the model's to judge."""
