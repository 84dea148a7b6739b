"""Words to names: the cues and the names of things in sentences, and the terms that they are."""
