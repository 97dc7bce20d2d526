/*
 * Tables arrive as data and are built here: a thousand cells cost milliseconds so, and seconds as components.
 * Text only ever becomes text; of attributes and addresses only those named here are set.
 */
(function () {
  "use strict";

  var TAGS = ["A", "B", "Div", "P", "Span"];
  var ATTRIBUTES = { className: "class", title: "title", rel: "rel", target: "target", "aria-hidden": "aria-hidden" };
  var ADDRESS = /^(https?:\/\/|\/(?!\/))/i;

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

  function headed(columns) {
    var row = document.createElement("tr");
    columns.forEach(function (column) {
      var cell = filled(document.createElement("th"), column.name);
      cell.scope = "col";
      cell.className = column.kind;
      row.appendChild(cell);
    });
    return filledWith("thead", [row]);
  }

  function rowed(columns, cells) {
    var row = document.createElement("tr");
    cells.forEach(function (content, i) {
      var cell = filled(document.createElement("td"), content);
      cell.className = columns[i].kind;
      cell.dataset.label = columns[i].name;
      row.appendChild(cell);
    });
    return row;
  }

  function filledWith(tag, children) {
    var element = document.createElement(tag);
    children.forEach(function (child) { element.appendChild(child); });
    return element;
  }

  function draw(box) {
    var given = JSON.parse(box.dataset.rows);
    var rows = given.rows.map(function (cells) { return rowed(given.columns, cells); });
    var caption = filled(document.createElement("caption"), given.caption);
    var table = filledWith("table", [caption, headed(given.columns), filledWith("tbody", rows)]);
    table.className = "cards";
    box.replaceChildren(table);
  }

  function drawWithin(node) {
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    if (node.dataset.rows) draw(node);
    node.querySelectorAll("[data-rows]").forEach(draw);
  }

  new MutationObserver(function (changes) {
    changes.forEach(function (change) {
      if (change.type === "attributes") draw(change.target);
      else change.addedNodes.forEach(drawWithin);
    });
  }).observe(document.documentElement, { subtree: true, childList: true, attributeFilter: ["data-rows"] });
})();
