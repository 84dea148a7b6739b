"""Links to other ontologies as SSSOM tables."""
