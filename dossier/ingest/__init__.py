"""An article as somebody has it, to a held source and drafts of what it says. Owns the reading of received files."""
