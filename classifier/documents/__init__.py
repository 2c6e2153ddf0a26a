"""Files in, drafts out: one reader a format gives a Document of paragraphs and grids; `tables` finds the projects in it."""
