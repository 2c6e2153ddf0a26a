"""Command lines in, text and files out: typer commands, one module a command, and one file an output format; nothing is judged here."""
