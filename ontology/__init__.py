"""Terms of the ontology, its vocabulary, the register of poses and slices of other ontologies."""
