"""Finds words of danger in what people write, English and Spanish, by rules that can be read; it only ever adds help."""

from domain.crisis_language.reading import Finding, Reading, may_mean_danger, read

__all__ = ["Finding", "Reading", "may_mean_danger", "read"]
