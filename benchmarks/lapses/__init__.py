"""How well use within two weeks can be foretold from what a bot would know, on three trials of opioid treatment."""
