"""Rules that speak of a project's head, plan or table as a whole, or of the draft: one file a rule."""
