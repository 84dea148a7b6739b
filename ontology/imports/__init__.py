"""Slices of other ontologies: identifiers, labels and hierarchy."""
