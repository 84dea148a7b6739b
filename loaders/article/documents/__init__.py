"""Bytes to the text of an article: what kind of file it is, what a reader sees of it, and whether it is English."""
