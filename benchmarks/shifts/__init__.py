"""Measures how soon a worsening of the days is found, and how often none is found that is one; beside the charts of the literature."""
