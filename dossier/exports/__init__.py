"""The same dossier as data. Each export is a module with one function that returns the bytes of one file."""
