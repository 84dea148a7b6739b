"""How the fields of structured sources are read, one mapping a source."""
