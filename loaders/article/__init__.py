"""Reads what an article says about a pose."""
