/* What a cell of a table is: drawn from its data, as words, and as what it sorts, filters and groups by. */
(function () {
  "use strict";

  var TAGS = ["A", "B", "Div", "P", "Span"];
  var ATTRIBUTES = { className: "class", title: "title", rel: "rel", target: "target", "aria-hidden": "aria-hidden" };
  var ADDRESS = /^(https?:\/\/|\/(?!\/))/i;
  var MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  var DAY = /(?:(\d{1,2})(?:–\d{1,2})? )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (\d{4})/;

  /* Text only ever becomes text; of attributes and addresses only those named here are set. */
  function filled(element, content) {
    (Array.isArray(content) ? content : [content]).forEach(function (part) {
      if (part === null || part === undefined) return;
      element.appendChild(typeof part === "object" ? built(part) : document.createTextNode(String(part)));
    });
    return element;
  }

  function built(part) {
    var tag = TAGS.indexOf(part.type) < 0 ? "Span" : part.type;
    var element = document.createElement(tag.toLowerCase());
    Object.keys(ATTRIBUTES).forEach(function (name) {
      if (part.props[name]) element.setAttribute(ATTRIBUTES[name], part.props[name]);
    });
    if (tag === "A" && ADDRESS.test(part.props.href)) element.setAttribute("href", part.props.href);
    return filled(element, part.props.children);
  }

  /* The words of a cell, without marks that are there for the eye alone. */
  function textOf(content) {
    if (Array.isArray(content)) return content.map(textOf).join(" ");
    if (content && typeof content === "object") return content.props["aria-hidden"] ? "" : textOf(content.props.children);
    return content === null || content === undefined ? "" : String(content);
  }

  /* What a cell sorts by: its number, else its first day, else its words. Empty cells stand last. */
  function weight(content, kind) {
    var text = textOf(content).trim(), day = DAY.exec(text), number = /[−-]?\d[\d,]*(\.\d+)?/.exec(text);
    if (!text) return null;
    if (kind !== "number" && day) {
      return Number(day[3]) * 10000 + (MONTHS.indexOf(day[2]) / 3 + 1) * 100 + Number(day[1] || 0);
    }
    if (kind === "number") return number ? Number(number[0].replace("−", "-").replace(/,/g, "")) : null;
    return text.toLowerCase();
  }

  /* What a cell is called among others: where it has several parts the first, a claimant before what it rests on. */
  function nameOf(content) {
    var inside = content && typeof content === "object" && !Array.isArray(content) ? content.props.children : null;
    var parts = Array.isArray(content) ? content : Array.isArray(inside) && content.type !== "A" ? inside : null;
    var first = parts && parts.length && typeof parts[0] === "object" ? parts[0] : content;
    var given = first && typeof first === "object" && !Array.isArray(first) && first.props["data-name"];
    return given || textOf(first).replace(/\s+/g, " ").trim();
  }

  window.lossesCells = { filled: filled, textOf: textOf, weight: weight, nameOf: nameOf, MONTHS: MONTHS };
})();
