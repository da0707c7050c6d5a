"""From files to pages, again and again: only what changed, and over all cores.

Owns what a build remembers of the one before, and when that still holds; `pipeline` says what is compiled. What comes
out is what `pipeline` alone would make of the same files, byte for byte.

    fingerprints   everything besides the files of a dossier that shapes what comes out
    sheets         sheets as they were read
    outline        what every page may show of every sheet
    known          what is known of a checked dossier
    checking       findings, and the graph, where little has changed
    traces         what a page was made from
    differing      what an edit changed
    pages          pages as they were made
"""
