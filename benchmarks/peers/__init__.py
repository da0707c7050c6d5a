"""What the compiler is compared with, besides MkDocs: other programs on the same dossiers, installed apart from it.

`hugo/` is a site for the pages of a dossier, with a thin theme; `gen_files/` makes its own pages of the same sheets, in
MkDocs with mkdocs-gen-files and mkdocs-macros-plugin. Neither is a part of the project or needed for its tests.
"""
