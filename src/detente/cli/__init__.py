"""The commands; the clock, the terminal and the exit codes live here and nowhere below."""

from detente.cli.app import app, main

__all__ = ["app", "main"]
