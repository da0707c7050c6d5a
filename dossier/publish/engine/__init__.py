"""MkDocs, driven anew: the same site, over several processes, and only what changed.

`building` is the order of it all, and the place to start reading. `known` says whether a project is one we can do this
for; `watched` notices what no list foresees. `plan` is what MkDocs knows before it makes a page, `making` makes one,
`workers` spreads them over processes, `frame`, `framing` and `index` make what is not a page, `anchors` checks links.

`memory` is what a build leaves for the next, `remembering` gathers it, `kept` says what of it still holds. What pages
are made of is compared by `fingerprint`, `sources` and `shelf`. `markdown`, `search` and their parts do the work of
MkDocs and Material in less time. Nothing here chooses a folder or publishes.
"""
