/*
 * Tables arrive as data and are built here: a thousand cells cost milliseconds so, and seconds as components.
 * They are searched, filtered, sorted, grouped and taken along with the tools of tools.js.
 */
(function () {
  "use strict";

  var FIRST_ON_PHONE = 5, SEVERAL = 4; /* rows shown at first, and from how many on one searches, filters and groups */
  var LEFT = 3; /* so few more are shown at once, without a button for them */
  var NARROW = 760, COMPACT = 5; /* px as in styles/phone.css; so many narrow columns fit a phone as a table */
  var drawn = {}; /* the states of the page's tables by name, since Dash makes their boxes anew with other data */
  var filled = function () { return window.lossesCells.filled.apply(null, arguments); };

  function sorted(rows, place, kind, down) {
    var weighed = rows.map(function (row) { return [window.lossesCells.weight(row.cells[place], kind), row]; });
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

  /* The rows that fit what is searched for and what is asked of columns, in their order. */
  function fitting(state) {
    var parts = state.search.toUpperCase().split(/\s+/).filter(Boolean), matches = window.dashAgGridFunctions.lossesMatches;
    var tests = asked(state).map(function (place) {
      var test = window.lossesNarrowing.test(state.filters[place], state.columns[place].kind);
      return function (row) { return test(row.cells[place]); };
    });
    var rows = state.rows.filter(function (row) {
      return (!parts.length || matches(parts, row.text)) && tests.every(function (fits) { return fits(row); });
    });
    return state.by === null ? rows : sorted(rows, state.by, state.columns[state.by].kind, state.down);
  }

  /* The places of the columns of which something is asked. */
  function asked(state) {
    return Object.keys(state.filters).filter(function (place) { return state.filters[place].trim(); });
  }

  /* Whether the table stays one on a phone, where others become cards. */
  function compact(state) {
    return state.shown.length <= COMPACT && state.shown.every(function (place) {
      return state.columns[place].kind === "number" || state.columns[place].kind === "nowrap";
    });
  }

  /* Whether the table is told of in the address: one with tools, and long enough to be searched and filtered. */
  function addressed(state) { return state.table && state.rows.length >= SEVERAL; }

  function asAddressed(state) {
    var chosen = window.lossesChosen.read(state.table), place = function (key) {
      return state.columns.findIndex(function (column) { return column.key === key; });
    };
    var by = chosen.sort.find(function (one) { return place(one.key) >= 0; }), group = String(place(chosen.group));
    state.search = chosen.search;
    state.by = by ? place(by.key) : null;
    state.down = Boolean(by && by.down);
    state.filters = {};
    Object.keys(chosen.where).forEach(function (key) {
      if (place(key) >= 0) state.filters[place(key)] = chosen.where[key];
    });
    state.group = groupings(state).some(function (one) { return one.key === group; }) ? group : null;
  }

  function intoAddress(state) {
    var key = function (place) { return state.columns[place].key; }, where = {};
    asked(state).forEach(function (place) { where[key(place)] = state.filters[place].trim(); });
    window.lossesChosen.write(state.table, {
      search: state.search,
      group: state.group === null ? "" : key(state.group),
      sort: state.by === null ? [] : [{ key: key(state.by), down: state.down }],
      where: where,
    });
  }

  function redraw(state) {
    if (addressed(state)) intoAddress(state);
    if (state.changed) state.changed();
    if (state.group === null) ungrouped(state);
    else grouped(state, fitting(state));
  }

  /* The table of what fits now, and where not all of it is shown a button for the rest. */
  function ungrouped(state) {
    var again = function () { redraw(state); }, rows = fitting(state);
    var first = window.innerWidth <= NARROW && !compact(state) ? Math.min(state.first, FIRST_ON_PHONE) : state.first;
    var many = rows.length <= first + LEFT ? rows.length : first;
    var caption = filled(document.createElement("caption"), state.caption);
    var body = element("tbody", rows.slice(0, many).map(function (row) { return rowed(state, row); }));
    var parts = [element("table", [caption, headed(state, again), body], compact(state) ? "compact" : "cards")];
    if (!rows.length) parts.push(nothing());
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

  function nothing() {
    return element("p", [document.createTextNode("No row fits. Clear the search or the filters.")], "empty");
  }

  function grouped(state, rows) {
    var groups = window.lossesGroups, column = state.columns[state.group];
    var keys = groups.keysOf(rows.map(function (row) { return row.cells[state.group]; }), column.kind);
    var parts = groups.together(rows, keys).map(function (pair) {
      return groups.folded(pair[0], pair[1].length + (pair[1].length === 1 ? " row" : " rows"), function () {
        return { caption: column.name + ": " + pair[0], columns: shownOf(state), rows: pair[1].map(function (row) {
          return state.shown.map(function (place) { return row.cells[place]; });
        }) };
      });
    });
    groups.show(state.box, rows.length ? parts : [nothing()]);
  }

  function shownOf(state) {
    return state.shown.map(function (place) { return state.columns[place]; });
  }

  /* The columns by which rows come together, by place; those of numbers never do. */
  function groupings(state) {
    return state.columns.map(function (column, place) { return { key: String(place), name: column.name }; }).filter(function (one) {
      var kind = state.columns[one.key].kind, contents = state.rows.map(function (row) { return row.cells[one.key]; });
      return kind !== "number" && window.lossesGroups.worth(window.lossesGroups.keysOf(contents, kind));
    });
  }

  function narrowedWords(state) {
    return (state.search ? ["“" + state.search + "”"] : []).concat(asked(state).map(function (place) {
      return state.columns[place].name.toLowerCase() + " " + state.filters[place].trim();
    })).join("; ");
  }

  function adapterOf(state) {
    var several = state.rows.length >= SEVERAL;
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
      narrowed: function () { return narrowedWords(state); },
      cells: function () {
        var names = shownOf(state).map(function (column) { return column.name; });
        return [names].concat(fitting(state).map(function (row) {
          return state.shown.map(function (place) { return window.lossesCells.textOf(row.cells[place]); });
        }));
      },
      search: several && { text: state.search, run: function (text) { state.search = text.trim(); redraw(state); } },
      group: several && {
        offered: groupings(state),
        chosen: state.group === null ? "" : state.group,
        run: function (place) { state.group = place || null; redraw(state); },
      },
      filter: several && {
        offered: state.columns.map(function (column, place) {
          return { key: String(place), name: column.name, hint: hintOf(state, place), names: namesOf(state, place) };
        }),
        chosen: state.filters,
        run: function (place, text) { state.filters[place] = text; redraw(state); },
      },
      watch: function (told) { state.changed = told; },
    };
  }

  /* An example of what can be asked of a column. */
  function hintOf(state, place) {
    var kind = state.columns[place].kind;
    if (kind === "number") return "> 1,000 or 100–200";
    var dated = state.rows.filter(function (row) { return typeof window.lossesCells.weight(row.cells[place], kind) === "number"; });
    return 2 * dated.length > state.rows.length ? "> Oct 2024" : "";
  }

  /* What the cells of a column are called, where they are few enough to choose from. */
  function namesOf(state, place) {
    if (state.columns[place].kind === "number") return [];
    var names = new Set(state.rows.map(function (row) { return window.lossesCells.nameOf(row.cells[place]); }));
    return names.size < 40 && names.size < state.rows.length ? Array.from(names).filter(Boolean).sort() : [];
  }

  /* A state of a table drawn into the box; `given` has caption, columns, rows, and maybe keys, first and tools. The
     columns chosen and the order of the table before it, if that had the same columns, are kept; of a table with
     tools the address says the rest. */
  function begin(box, given, before) {
    var names = function (columns) { return columns.map(function (column) { return column.name; }).join("\n"); };
    var kept = before && given.rows.length >= SEVERAL && names(before.columns) === names(given.columns) ? before : null;
    var state = { box: box, caption: given.caption, columns: given.columns, by: null, down: false, search: "" };
    state.table = given.tools ? given.tools.table : "";
    state.first = given.first || Infinity;
    state.filters = {};
    state.group = null;
    state.shown = given.columns.map(function (_, place) { return place; });
    if (kept) ["by", "down", "shown"].forEach(function (name) { state[name] = kept[name]; });
    state.rows = given.rows.map(function (cells, place) {
      var id = given.keys ? given.keys[place] : String(place);
      return { id: id, cells: cells, text: window.lossesCells.textOf(cells).toUpperCase() };
    });
    if (addressed(state)) asAddressed(state);
    redraw(state);
    return state;
  }

  /* The states of the page that is open; those of the page that was left are forgotten. */
  function states() {
    if (drawn.path !== window.location.pathname) drawn = { path: window.location.pathname, tables: new Map() };
    return drawn.tables;
  }

  function draw(box) {
    var given = JSON.parse(box.dataset.rows);
    var known = states(), name = given.tools ? given.tools.table : given.caption;
    var state = begin(box, given, known.get(name));
    known.set(name, state);
    state.tools = given.tools;
    equip(state);
  }

  function equip(state) {
    var host = state.box.previousElementSibling;
    if (!state.tools || !host || !host.classList.contains("tools")) return;
    window.lossesTools(host, state.tools, adapterOf(state));
  }

  /* Back and forward on one page. */
  window.addEventListener("popstate", function () {
    states().forEach(function (state) {
      if (!addressed(state) || !document.contains(state.box)) return;
      asAddressed(state);
      redraw(state);
      equip(state);
    });
  });

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
