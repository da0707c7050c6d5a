// What html-validate asks of a page: everything it recommends, but for what is here, each with its reason.
module.exports = {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // Ways of writing that mean the same to every browser; the Markdown renderer and Material have theirs.
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // Advice to search engines: a name is as long as it is, and the site's stands after it.
    "long-title": "off",
    // HTML allows any id without white space; Material's begin with an underscore, a footnote's holds a colon.
    "valid-id": ["error", { relaxed: true }],
    // Markdown writes the alignment of a column like this.
    "no-inline-style": ["error", { allowedProperties: ["text-align"] }],
    // Forms here search and filter while one types. Nothing is sent, so there is no button to send it.
    "wcag/h32": "off",
  },
};
