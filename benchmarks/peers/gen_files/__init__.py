"""The peer that makes pages of the same sheets: a script of mkdocs-gen-files with Jinja templates, and macros."""
