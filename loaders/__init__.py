"""Readers of documents: each turns one kind of file into facts."""
