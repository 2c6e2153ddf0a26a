"""Reviews the performance indicators of budget drafts: file → Draft → Analysis → findings → suggestions → Review."""
