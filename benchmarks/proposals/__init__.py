"""Projects written for measuring proposals, and what is measured on them."""
