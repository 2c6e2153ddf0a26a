"""The commands, one module each; a module imports what it needs inside its function, so that each start pays only for its own."""

from cli.commands import agreement, annotate, classify, evaluate, explain, read, review, rules, suggest, train, waive

COMMANDS = (review, waive, suggest, classify, read, explain, rules, train, evaluate, agreement, annotate)
