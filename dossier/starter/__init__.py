"""The files a new dossier, or a new sheet, begins with."""
