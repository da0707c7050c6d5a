"""What axe does not ask of a page: a keyboard's way through it, small screens, wide spacing, languages, motion.

Each function takes a page that is open in a browser and answers with its faults, one a line.
"""

from __future__ import annotations

from playwright.sync_api import Page

# What a keyboard should stop at: of a group of radio buttons the chosen one alone, and nothing that is not shown.
_STOPS = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter(each => each.tabIndex >= 0 && !each.disabled && each.checkVisibility({visibilityProperty: true})
        && (each.type !== "radio" || each.checked) && !each.closest("[inert]"))"""
# One step of the walk: where it is among the stops, and whether one sees it. In a figure a shape may be drawn
# otherwise in place of a ring: then it differs from a twin that has no focus.
_STEP = """stops => {
    const each = document.activeElement, header = document.querySelector(".md-header").getBoundingClientRect();
    const shown = each.matches(".md-option") ? each.nextElementSibling : each;  // a switch is drawn by its label
    const box = shown.getBoundingClientRect(), style = getComputedStyle(shown);
    const drawn = root => [root, ...root.querySelectorAll("*")].map(one => getComputedStyle(one))
        .map(style => [style.stroke, style.strokeWidth, style.fill, style.boxShadow].join()).join();
    const differs = () => {
        const twin = each.cloneNode(true);
        each.after(twin);
        const answer = drawn(twin) !== drawn(each);
        twin.remove();
        return answer;
    };
    return {
        end: each === document.body,
        place: stops.indexOf(each),
        name: each.outerHTML.slice(0, 120),
        ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 || differs(),
        inside: box.width > 0 && box.left < innerWidth && box.right > 0 && box.top < innerHeight
            && box.bottom > (each.closest(".md-header, .md-skip") ? 0 : header.bottom),
    };
}"""
_SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }"""
_WIDER = """() => document.scrollingElement.scrollWidth <= innerWidth ? [] :
    [...document.body.querySelectorAll("*")].filter(each => each.getBoundingClientRect().right > innerWidth + 1
        && !each.closest(".md-typeset__scrollwrap, .md-sidebar, .md-search"))
    .map(each => each.outerHTML.slice(0, 120)).slice(0, 3)"""
_CUT = """() => [...document.querySelectorAll("article *, .md-footer *, .md-tabs *")].filter(each => {
        const style = getComputedStyle(each);
        const clips = value => value === "hidden" || value === "clip";
        return each.checkVisibility() && each.textContent.trim() && each.clientWidth > 1
            && (clips(style.overflowX) && each.scrollWidth > each.clientWidth + 1
                || clips(style.overflowY) && each.scrollHeight > each.clientHeight + 2);
    }).map(each => each.outerHTML.slice(0, 120)).slice(0, 3)"""
# A word in passing is left to who reads; a name, a title or a quotation is mostly in its own script.
_FOREIGN = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
    const count = (text, pattern) => text.match(pattern)?.length ?? 0;
    while (walker.nextNode()) {
        const within = walker.currentNode.parentElement, text = walker.currentNode.data;
        if (within.closest("[lang]") !== document.documentElement || within.closest("script, style")) continue;
        const letters = count(text, /\\p{L}/gu), latin = count(text, /\\p{Script=Latin}/gu);
        if (letters - latin > latin) found.push(text.trim().slice(0, 80));
    }
    return found;
}"""
_WORDLESS = """() => {
    const page = link => new URL(link.getAttribute("href"), location.href).href.split("#")[0];
    const links = [...document.querySelectorAll("article a[href]")].filter(link => !link.closest("svg"));
    const beside = new Set([location.href.split("#")[0], ...links.map(page)]);
    return [...document.querySelectorAll("article svg:not([aria-hidden=true], svg svg)")].flatMap(each => {
        const caption = each.closest("figure")?.querySelector("figcaption")?.textContent.trim();
        const silent = [...each.querySelectorAll("a")]
            .filter(link => !link.textContent.trim() || !beside.has(page(link)));
        return [...caption ? [] : [each], ...silent];
    }).map(each => each.outerHTML.slice(0, 120));
}"""
_MOVING = """() => [...document.getAnimations().filter(each => each.effect.getComputedTiming().activeDuration > 10
        && each.playState === "running").map(each => each.effect.target.outerHTML.slice(0, 80)),
    ...getComputedStyle(document.documentElement).scrollBehavior === "smooth" ? ["the page scrolls smoothly"] : []]"""


def stops_out_of_reach(page: Page, key: str = "Tab") -> list[str]:
    """Walk the page with the Tab key from its beginning: every stop once, in the order of the page, and seen.

    With Shift+Tab the walk begins at the end and goes up.
    """
    stops = page.evaluate_handle(_STOPS)
    count, faults, places = page.evaluate("stops => stops.length", stops), list[str](), list[int]()
    for _ in range(4 * count):  # more than all of them, as a note may open where its number has the focus
        page.keyboard.press(key)
        step = page.evaluate(f"stops => ({_STEP})(stops)", stops)
        if step["end"] or (places and step["place"] == places[0]):
            break
        places += [step["place"]] * (step["place"] >= 0)
        faults += [f"no ring around {step['name']}"] * (not step["ring"])
        faults += [f"out of sight: {step['name']}"] * (not step["inside"])
    missed = sorted(set(range(count)) - set(places))
    names = page.evaluate(
        "([stops, missed]) => missed.map(n => stops[n].outerHTML.slice(0, 120))", [stops, missed]
    )
    faults += [f"never reached: {name}" for name in names]
    return faults if places == sorted(places, reverse=key != "Tab") else [*faults, f"out of order: {places}"]


def wider_than_the_screen(page: Page, width: int) -> list[str]:
    """What makes a screen of that width scroll sideways (WCAG 1.4.10)."""
    page.set_viewport_size({"width": width, "height": 640})
    return [str(each) for each in page.evaluate(_WIDER)]


def cut_off(page: Page) -> list[str]:
    """What text is cut off once lines, words and letters stand further apart (WCAG 1.4.12)."""
    style = page.add_style_tag(content=_SPACING)
    found = [str(each) for each in page.evaluate(f"() => [...({_CUT})(), ...({_WIDER})()]")]
    style.evaluate("style => style.remove()")
    return found


def of_unknown_language(page: Page) -> list[str]:
    """Text in another script than the page's own, whose language no element says."""
    return [str(each) for each in page.evaluate(_FOREIGN)]


def without_words(page: Page) -> list[str]:
    """Figures without a caption, and links in them without words or that the text beside them does not have too."""
    return [str(each) for each in page.evaluate(_WORDLESS)]


def moving(page: Page) -> list[str]:
    """What moves, in a context whose reader wants nothing to move."""
    return [str(each) for each in page.evaluate(_MOVING)]
