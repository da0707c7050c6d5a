"""How fast the compiler is: what is measured, against what, and on which dossiers. See README.md beside this file.

Timings are for people to read; nothing here is a test, and no test reads a clock.
"""
