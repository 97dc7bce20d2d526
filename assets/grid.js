/* What the table of claims does beside what its library does: its tools, its groups, and its keys. */
(function () {
  "use strict";

  var GRID = "claims", ARCHIVE = "archive";
  var AGREES = ["equal", "equal_rounded", "within_hedge", "equal_other_basis"];
  var SETTLED = 400; /* ms after the last key, before the address follows what is searched for */
  var grid = { api: null, tools: null, told: null, waiting: null };

  function fields() { return grid.api.getColumns().filter(function (one) { return one.getColDef().field; }); }

  function fitting() {
    var rows = [];
    grid.api.forEachNodeAfterFilterAndSort(function (node) { rows.push(node.data); });
    return rows;
  }

  function total() {
    var many = 0;
    grid.api.forEachNode(function () { many += 1; });
    return many;
  }

  function narrowed() {
    var words = (grid.api.getGridOption("quickFilterText") || "").trim();
    var model = grid.api.getFilterModel(), parts = words ? ["“" + words + "”"] : [];
    return parts.concat(Object.keys(model).map(function (key) {
      return grid.api.getColumn(key).getColDef().headerName.toLowerCase() + " " + filterWords(model[key]);
    })).join("; ");
  }

  function filterWords(model) {
    var parts = model.conditions || [model];
    return parts.map(function (part) {
      var values = [part.filter, part.filterTo, part.dateFrom && part.dateFrom.slice(0, 10), part.dateTo && part.dateTo.slice(0, 10)];
      var words = part.type.replace(/([A-Z])/g, " $1").toLowerCase();
      return words + " " + values.filter(function (one) { return one !== null && one !== undefined; }).join(" to ");
    }).join(" " + (model.operator || "").toLowerCase() + " ");
  }

  var adapter = {
    columns: function () {
      return fields().map(function (one) {
        return { key: one.getColId(), name: one.getColDef().headerName, shown: one.isVisible() };
      });
    },
    show: function (keys) {
      grid.api.setColumnsVisible(fields().map(function (one) { return one.getColId(); }), false);
      grid.api.setColumnsVisible(keys, true);
      group();
    },
    ids: function () { return fitting().map(function (row) { return row.id; }); },
    total: total,
    narrowed: narrowed,
    cells: function () {
      var columns = adapter.columns().filter(function (one) { return one.shown; });
      return [columns.map(function (one) { return one.name; })].concat(fitting().map(function (row) {
        return columns.map(function (one) { return row[one.key] === null ? "" : row[one.key]; });
      }));
    },
  };

  function inAddress(name) { return new URL(window.location.href).searchParams.get(name) || ""; }

  /* What is chosen stands in the address, so that a copied link shows the same. */
  function intoAddress(name, value) {
    if (inAddress(name) === value) return;
    var address = new URL(window.location.href);
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
    window.history.replaceState({}, "", address);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  function search(text) {
    grid.api.setGridOption("quickFilterText", text);
    window.clearTimeout(grid.waiting);
    grid.waiting = window.setTimeout(function () {
      grid.waiting = null;
      intoAddress("q", text.trim());
    }, SETTLED);
  }

  /* The address may have changed by itself, going back. */
  function searchAsAddressed() {
    var asked = inAddress("q"), field = document.getElementById("search-claims");
    if (grid.waiting || (grid.api.getGridOption("quickFilterText") || "").trim() === asked) return;
    if (field) field.value = asked;
    grid.api.setGridOption("quickFilterText", asked);
  }

  /* Groups: each opens to its rows. */
  function chosenGroup() {
    var asked = inAddress("group"), names = Object.keys(grid.tools.groups);
    return names.find(function (name) { return grid.tools.groups[name] === asked; }) || "";
  }

  function byGroup(name) {
    var rows = fitting(), keys = rows.map(function (row) {
      return name === "month" ? row.month : name === "verdict_kind" ? row.verdict_kind.replace(/_/g, " ") : row[name];
    });
    return window.lossesGroups.together(rows, keys).sort(function (a, b) {
      return name === "month" ? (a[0] < b[0] ? 1 : -1) : b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1);
    });
  }

  function counted(rows) {
    var count = function (fits) { return rows.filter(fits).length; };
    var agree = count(function (row) { return AGREES.indexOf(row.verdict_kind) >= 0; });
    var differ = count(function (row) { return row.verdict_kind === "differs"; });
    var rest = rows.length - agree - differ;
    return [
      rows.length + (rows.length === 1 ? " claim" : " claims"),
      agree ? agree + " equal or within the hedge" : "",
      differ ? differ + (differ === 1 ? " differs" : " differ") : "",
      rest ? rest + " not comparable or without reference" : "",
    ].filter(Boolean).join(" · ");
  }

  function cell(row, key) {
    var part = function (type, props, children) { return { type: type, props: Object.assign(props, { children: children }) }; };
    if (key === "figure") return part("A", { href: "/document?claim=" + encodeURIComponent(row.id) }, row.figure);
    if (key === "claimant") {
      return part("Span", { className: "claimant hue-" + row.hue + (row.derived ? " derived" : ""), title: row.dependence }, row.claimant);
    }
    if (key === "verdict") {
      return part("Span", { className: "verdict " + row.verdict_kind }, [
        part("Span", { className: "mark", "aria-hidden": "true" }, row.mark), row.verdict,
      ]);
    }
    return row[key];
  }

  /* What table.js draws of the rows, in the columns shown. */
  function given(rows, caption) {
    var columns = adapter.columns().filter(function (one) { return one.shown; });
    return {
      caption: caption,
      columns: columns.map(function (one) { return { key: one.key, name: one.name, kind: "" }; }),
      rows: rows.map(function (row) { return columns.map(function (one) { return cell(row, one.key); }); }),
    };
  }

  function group() {
    var name = chosenGroup(), place = document.getElementById("claims-groups"), table = document.querySelector(".claims-grid");
    if (!place || !table) return;
    table.hidden = Boolean(name);
    place.hidden = !name;
    var parts = !name ? [] : byGroup(name).map(function (pair) {
      var label = name === "month" ? pair[1][0].month_words : pair[0] || "not named";
      return window.lossesGroups.folded(label, counted(pair[1]), function () { return given(pair[1], label); });
    });
    window.lossesGroups.show(place, parts);
  }

  function changed() {
    searchAsAddressed();
    if (grid.told) grid.told();
    group();
  }

  function adapterOfGrid() {
    return Object.assign({
      search: { text: inAddress("q"), hint: "1950, 1.5k, Healey, Oct 2024", run: search },
      group: {
        offered: Object.keys(grid.tools.groups).map(function (key) { return { key: key, name: grid.tools.groups[key] }; }),
        chosen: chosenGroup(),
        run: function (key) {
          intoAddress("group", key ? grid.tools.groups[key] : "");
          group();
        },
      },
      watch: function (told) { grid.told = told; },
    }, adapter);
  }

  function start(host) {
    grid.tools = JSON.parse(host.dataset.tools);
    window.dash_ag_grid.getApiAsync(GRID).then(function (api) {
      if (grid.api !== api) {
        window.lossesGridChosen(api, GRID);
        api.addEventListener("modelUpdated", changed);
      }
      grid.api = api;
      if (document.body.contains(host)) window.lossesTools(host, grid.tools, adapterOfGrid());
      changed();
    });
  }

  new MutationObserver(function (changes) {
    changes.forEach(function (change) {
      if (change.target.id === "claims-tools" && change.target.dataset.tools) start(change.target);
    });
  }).observe(document.documentElement, { subtree: true, attributeFilter: ["data-tools"] });

  /* Enter opens the document of the row; Ctrl+C copies the cell, unless text is marked. */
  document.addEventListener("keydown", function (event) {
    var place = event.target.classList && event.target.classList.contains("ag-cell") ? event.target : null;
    if (!place) return;
    if (event.key === "Enter") {
      var link = place.closest(".ag-row").querySelector("a[href]");
      var id = place.closest(".ag-row").getAttribute("row-id");
      (link || window.lossesMade("a", { href: "/document?claim=" + encodeURIComponent(id) })).click();
    }
    if (event.key === "c" && (event.ctrlKey || event.metaKey) && !String(window.getSelection())) {
      var node = grid.api && grid.api.getRowNode(place.closest(".ag-row").getAttribute("row-id"));
      var value = node && node.data[place.getAttribute("col-id")];
      window.lossesCopy(String(value === null || value === undefined ? "" : value)).then(function () { window.lossesSay("Cell copied"); });
    }
  });

  /* On paper the rows that fit are a plain table, as the grid draws only those in sight. */
  window.addEventListener("beforeprint", function () {
    var table = document.getElementById(GRID), rows;
    if (table && !table.hidden && grid.api) {
      rows = fitting();
      onPaper(table, given(rows, rows.length + " of " + total() + " claims"));
    }
    var archive = document.getElementById(ARCHIVE), api = archive && window.dash_ag_grid.getApi(ARCHIVE);
    if (api) onPaper(archive, arrived(api));
  });

  function onPaper(table, content) {
    var paper = window.lossesMade("div", { class: "on-paper" });
    table.after(paper);
    window.lossesTable(paper, content);
  }

  /* What table.js draws of the rows of an archive that the server has sent so far. */
  function arrived(api) {
    var columns = api.getAllDisplayedColumns().map(function (one) { return one.getColDef(); }), rows = [];
    api.forEachNode(function (node) {
      if (node.data) rows.push(columns.map(function (one) { return node.data[one.field]; }));
    });
    return {
      caption: "The first " + rows.length + " of " + api.getDisplayedRowCount().toLocaleString("en") + " claims",
      columns: columns.map(function (one) { return { key: one.field, name: one.headerName, kind: "" }; }),
      rows: rows,
    };
  }

  window.addEventListener("afterprint", function () {
    document.querySelectorAll(".on-paper").forEach(function (paper) { paper.remove(); });
  });
})();
