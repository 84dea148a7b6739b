"""Names of regions, conditions, functions, states, props and styles; the lexicon of the article loader."""
