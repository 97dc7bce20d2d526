/*
 * Tables arrive as data and are built here: a thousand cells cost milliseconds so, and seconds as components.
 * Text only ever becomes text; of attributes and addresses only those named here are set.
 */
(function () {
  "use strict";

  var TAGS = ["A", "B", "Div", "P", "Span"];
  var ATTRIBUTES = { className: "class", title: "title", rel: "rel", target: "target", "aria-hidden": "aria-hidden" };
  var ADDRESS = /^(https?:\/\/|\/(?!\/))/i;
  var FIRST_ON_PHONE = 5, SEARCHED = 13; /* rows shown at first, and from how many on one can search */
  var LEFT = 3; /* so few more are shown at once, without a button for them */
  var NARROW = 760, COMPACT = 5; /* px as in style.css; so many narrow columns fit a phone as a table */
  var MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  var DAY = /(?:(\d{1,2})(?:–\d{1,2})? )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (\d{4})/;

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

  function textOf(content) {
    if (Array.isArray(content)) return content.map(textOf).join(" ");
    if (content && typeof content === "object") return textOf(content.props.children);
    return content === null || content === undefined ? "" : String(content);
  }

  /* What a cell sorts by: its number, else its first day, else its words. Empty cells stand last. */
  function weight(content, kind) {
    var text = textOf(content).trim(), day = DAY.exec(text), number = /[−-]?\d[\d,]*(\.\d+)?/.exec(text);
    if (!text) return null;
    if (kind !== "number" && day) {
      return Number(day[3]) * 10000 + MONTHS.indexOf(day[2]) * 100 + Number(day[1] || 0);
    }
    if (kind === "number") return number ? Number(number[0].replace("−", "-").replace(/,/g, "")) : null;
    return text.toLowerCase();
  }

  function sorted(rows, place, kind, down) {
    var weighed = rows.map(function (row) { return [weight(row.cells[place], kind), row]; });
    weighed.sort(function (a, b) {
      if (a[0] === null || b[0] === null) return (a[0] === null) - (b[0] === null);
      var order = typeof a[0] === typeof b[0] ? (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0) : typeof a[0] === "number" ? -1 : 1;
      return down ? -order : order;
    });
    return weighed.map(function (pair) { return pair[1]; });
  }

  function element(tag, children, name) {
    var made = document.createElement(tag);
    children.forEach(function (child) { made.appendChild(child); });
    if (name) made.className = name;
    return made;
  }

  function headed(state, redraw) {
    return element("thead", [element("tr", state.shown.map(function (place) {
      var column = state.columns[place], cell = document.createElement("th");
      cell.scope = "col";
      cell.className = column.kind;
      if (state.rows.length < 3) return filled(cell, column.name);
      var on = state.by === place, sort = filled(document.createElement("button"), column.name);
      sort.type = "button";
      sort.className = "sort";
      sort.dataset.place = place;
      cell.setAttribute("aria-sort", on ? (state.down ? "descending" : "ascending") : "none");
      sort.addEventListener("click", function () {
        state.down = on ? !state.down : column.kind === "number";
        state.by = place;
        redraw();
        state.box.querySelector('.sort[data-place="' + place + '"]').focus();
      });
      cell.appendChild(sort);
      return cell;
    }))]);
  }

  function rowed(state, row) {
    return element("tr", state.shown.map(function (place) {
      var cell = filled(document.createElement("td"), row.cells[place]);
      cell.className = state.columns[place].kind;
      cell.dataset.label = state.columns[place].name;
      return cell;
    }));
  }

  function fitting(state) {
    var parts = state.search.toUpperCase().split(/\s+/).filter(Boolean), matches = window.dashAgGridFunctions.lossesMatches;
    var rows = parts.length ? state.rows.filter(function (row) { return matches(parts, row.text); }) : state.rows;
    return state.by === null ? rows : sorted(rows, state.by, state.columns[state.by].kind, state.down);
  }

  /* Whether the table stays one on a phone, where others become cards. */
  function compact(state) {
    return state.shown.length <= COMPACT && state.shown.every(function (place) {
      return state.columns[place].kind === "number" || state.columns[place].kind === "nowrap";
    });
  }

  /* The table of what fits now, and where not all of it is shown a button for the rest. */
  function redraw(state) {
    var again = function () { redraw(state); }, rows = fitting(state);
    var first = window.innerWidth <= NARROW && !compact(state) ? Math.min(state.first, FIRST_ON_PHONE) : state.first;
    var many = rows.length <= first + LEFT ? rows.length : first;
    var caption = filled(document.createElement("caption"), state.caption);
    var body = element("tbody", rows.slice(0, many).map(function (row) { return rowed(state, row); }));
    var parts = [element("table", [caption, headed(state, again), body], compact(state) ? "compact" : "cards")];
    if (!rows.length) parts.push(element("p", [document.createTextNode("No row fits. Clear the search.")], "empty"));
    if (many < rows.length) {
      var more = filled(document.createElement("button"), "Show all " + rows.length.toLocaleString("en") + " rows");
      more.type = "button";
      more.className = "quiet more";
      more.addEventListener("click", function () {
        state.first = Infinity;
        again();
        state.box.focus();
      });
      parts.push(more);
    }
    state.box.replaceChildren.apply(state.box, parts);
  }

  function adapterOf(state) {
    return {
      columns: function () {
        return state.columns.map(function (column, place) {
          return { key: column.key, name: column.name, shown: state.shown.indexOf(place) >= 0 };
        });
      },
      show: function (keys) {
        state.shown = state.columns.map(function (_, place) { return place; }).filter(function (place) {
          return keys.indexOf(state.columns[place].key) >= 0;
        });
        redraw(state);
      },
      ids: function () { return fitting(state).map(function (row) { return row.id; }); },
      total: function () { return state.rows.length; },
      narrowed: function () { return state.search ? "“" + state.search + "”" : ""; },
      cells: function () {
        var names = state.shown.map(function (place) { return state.columns[place].name; });
        return [names].concat(fitting(state).map(function (row) {
          return state.shown.map(function (place) { return textOf(row.cells[place]); });
        }));
      },
    };
  }

  function searchField(state) {
    var field = window.lossesMade("input", { type: "search", autocomplete: "off", placeholder: "a number or a word" });
    field.addEventListener("input", function () {
      state.search = field.value.trim();
      redraw(state);
    });
    return window.lossesMade("label", { class: "search-rows" }, ["Search ", field]);
  }

  /* A state of a table drawn into the box; `given` has caption, columns, rows, and maybe keys, first and tools. */
  function begin(box, given) {
    var state = { box: box, caption: given.caption, columns: given.columns, by: null, down: false, search: "" };
    state.first = given.first || Infinity;
    state.shown = given.columns.map(function (_, place) { return place; });
    state.rows = given.rows.map(function (cells, place) {
      return { id: given.keys ? given.keys[place] : String(place), cells: cells, text: textOf(cells).toUpperCase() };
    });
    redraw(state);
    return state;
  }

  function draw(box) {
    var given = JSON.parse(box.dataset.rows), host = box.previousElementSibling;
    var state = begin(box, given);
    if (!given.tools || !host || !host.classList.contains("tools")) return;
    window.lossesTools(host, given.tools, adapterOf(state), state.rows.length >= SEARCHED ? [searchField(state)] : []);
  }

  window.lossesTable = begin;

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
