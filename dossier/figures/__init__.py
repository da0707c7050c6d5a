"""Figures drawn when the site is built: SVG with its text alternative, deterministic, of nothing but the dossier.

Owns what is drawn and where. A figure is HTML for a page to put out as it is; colours and type are the theme's, which
the shapes ask for by class. It knows no addresses: whoever wants a figure says where each sheet is.
"""
