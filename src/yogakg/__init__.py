"""Yoga poses as a knowledge graph."""
