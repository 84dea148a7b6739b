"""Queries for what is drawn around a thing."""
