"""The pages of the site, as Markdown that reads well unrendered.

Owns which pages there are and what each says, in which order. A page type is one function here and one template in
`templates/`; values become Markdown in `writer`, evidence becomes footnotes in `notes`.
"""

from dossier.pages.desk import Desk
from dossier.pages.page import Page
from dossier.pages.rendering import Task, render, tasks

__all__ = ["Desk", "Page", "Task", "render", "tasks"]
