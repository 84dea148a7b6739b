"""SPARQL: competency questions, rules, checks and exports."""
