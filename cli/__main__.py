"""`python -m cli`: the same as the command zhibiao."""

from cli.main import run

run()
