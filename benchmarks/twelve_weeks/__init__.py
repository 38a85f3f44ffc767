"""Twelve weeks of a whole program in virtual time, to see that no check-in is lost, doubled or blamed on the wrong side."""
