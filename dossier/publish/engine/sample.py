"""A page of everything that the quicker parts do in their own way. Both ways must make the same of it."""

from __future__ import annotations

from typing import Final

__all__ = ["SAMPLE"]

_BREAK: Final = "  "  # at the end of a line

SAMPLE: Final = rf"""# A *title* &amp; a note[^1]

<p class="names" markdown="span"><span lang="ru">Слово</span> · a &lt;b&gt; [link](sample.md#end "It's a title")</p>

<a id="text"></a>A [link](#end) to [this page](sample.md "Title: here") and [beyond](https://example.org/a_b?c=d&e)[^2],
with *emphasis*, **strong** `code <b>`, \*escapes\*, ![image](https://example.org/i.png), <https://example.org/>{_BREAK}
and a break; [nested [brackets]](sample.md), [odd](<sample.md> 'title') [not a link] [^3] <me@example.org>.[^1]

<div class="infobox" markdown>

| Name | |
| --- | :-: |
| One | <a id="one"></a>`a|b` <small>(x)</small> [^2] |

</div>

<details class="fold" markdown>
<summary markdown="span">The **fold** (5)</summary>

- <span data-by="B">one</span> <abbr title="cited">○</abbr>[^2]
- two

    - three

</details>

Heading
-------

<figure data-search-exclude=""><svg viewBox="0 0 9 9"><title>T</title><g><path d="M0 0"/></g></svg></figure>

<div>
<p id="raw">Raw & <b>HTML</b> [not a link](x.md)</p>
</div>text behind it

> quoted
> 1. first
> 2. second

    indented <code> & [x](y)

```python
fenced = "<a>" # [x](y)
```

***

Label
: Definition [by name][label].

### End ### {{#end}}

<div markdown><p>inner <i>one</i> &eacute;</p>
<hr>
text</div>

[label]: https://example.org/ "Label"
[^1]: One <a href="#text">back</a>.
[^2]: Two.

    > A quotation & more.
[^4]: Never used.
"""
