"""What differs between two states of a dossier, by meaning."""
