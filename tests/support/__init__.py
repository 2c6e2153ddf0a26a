"""Builders of the files and tables that the tests read."""
