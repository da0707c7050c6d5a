"""The same dossier as data. Each export is a function that returns the bytes of a file, or of several by path."""
