"""Long runs that print figures; each has a command of its own in the Makefile."""
