/* Rows in groups, each of which opens to a table of its own. */
(function () {
  "use strict";

  var MOST_MONTHS = 24; /* a longer row of months is told by years */

  function monthOf(weighed) {
    var month = Math.floor(weighed / 100) % 100 - 1;
    return window.lossesCells.MONTHS.slice(3 * month, 3 * month + 3) + " " + Math.floor(weighed / 10000);
  }

  /* What the cells of a column are grouped by: months or years where they are days, else what they are called. */
  function keysOf(contents, kind) {
    var cells = window.lossesCells, weights = contents.map(function (one) { return cells.weight(one, kind); });
    var days = weights.filter(function (one) { return typeof one === "number"; });
    if (!days.length) return contents.map(function (one) { return cells.nameOf(one) || "nothing"; });
    var many = new Set(days.map(monthOf)).size > MOST_MONTHS;
    return weights.map(function (one) {
      return typeof one !== "number" ? "no day" : many ? String(Math.floor(one / 10000)) : monthOf(one);
    });
  }

  /* Whether grouping tells anything: some are together, and not all. */
  function worth(keys) {
    var many = new Set(keys).size;
    return many > 1 && many < keys.length * 0.7;
  }

  /* Items by key, in the order in which the keys first come. */
  function together(items, keys) {
    var groups = new Map();
    items.forEach(function (item, place) {
      if (!groups.has(keys[place])) groups.set(keys[place], []);
      groups.get(keys[place]).push(item);
    });
    return Array.from(groups);
  }

  /* A group that draws its table when it is opened; `given` makes what table.js draws. */
  function folded(label, told, given) {
    var made = window.lossesMade, box = made("div", { class: "table-scroll" });
    var words = made("summary", {}, [made("b", {}, label), " ", made("span", { class: "muted" }, told)]);
    var part = made("details", { class: "group" }, [words, box]);
    part.addEventListener("toggle", function () {
      if (part.open && !box.firstChild) window.lossesTable(box, given());
    });
    return part;
  }

  function labelOf(part) { return part.querySelector("summary > b").textContent; }

  /* Shows groups in place of those before; rows that change close no group that is being read. */
  function show(box, parts) {
    var open = Array.from(box.querySelectorAll("details.group[open]"), labelOf);
    parts.forEach(function (part) {
      if (part.matches("details.group")) part.open = open.indexOf(labelOf(part)) >= 0;
    });
    box.replaceChildren.apply(box, parts);
  }

  window.lossesGroups = { keysOf: keysOf, worth: worth, together: together, folded: folded, show: show };
})();
