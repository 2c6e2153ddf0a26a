"""Annotated rows in, a fitted model with its evaluation out; the only home of scikit-learn. The review path never imports this."""
