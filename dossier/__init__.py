"""A compiler of briefing dossiers: every published statement leads to the sentence that supports it."""

__version__ = "0.1.0"
