"""SHACL shapes, one file a target class."""
