"""Changes to sheets as text: the smallest edit that does what is asked, with comments, order and quoting kept."""
