"""How well words of danger are found: sentences of our own, labelled, beside a plain list of phrases."""
