"""Reviews the performance indicators of budget drafts: file → Draft → Analysis → findings → suggestions → Review."""

__version__ = "0.1.0"
