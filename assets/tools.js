/*
 * The row of tools over a table: search, groups, filters, columns, copy, files and citation. An adapter stands for the
 * table behind it: columns() and show(keys), ids() and total() of the rows, cells() of what is shown, narrowed() in
 * words, watch(told) to call at each change, and search, group and filter, each with what is offered and chosen and
 * run() to choose, or nothing where the table has them elsewhere or is too short for them.
 */
(function () {
  "use strict";

  function made(tag, attributes, content) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    (Array.isArray(content) ? content : content ? [content] : []).forEach(function (part) { element.append(part); });
    return element;
  }

  function button(words, run) {
    var element = made("button", { type: "button", class: "quiet small-button" }, words);
    element.addEventListener("click", run);
    return element;
  }

  function remembered(table) {
    try {
      return JSON.parse(window.localStorage.getItem("columns:" + table));
    } catch (refused) {
      return null; /* nothing is remembered where storage is switched off or was written by something else */
    }
  }

  function remember(table, keys) {
    try {
      window.localStorage.setItem("columns:" + table, JSON.stringify(keys));
    } catch (refused) {
      return; /* the choice still holds on this page */
    }
  }

  function shown(adapter) {
    return adapter.columns().filter(function (one) { return one.shown; }).map(function (one) { return one.key; });
  }

  function columnsMenu(tools, adapter) {
    var list = made("div", { class: "menu-list unfolded" }, adapter.columns().map(function (column) {
      var box = made("input", { type: "checkbox" });
      box.checked = column.shown;
      box.addEventListener("change", function () {
        var order = adapter.columns().map(function (one) { return one.key; });
        var keys = shown(adapter).filter(function (key) { return key !== column.key; }).concat(box.checked ? column.key : []);
        if (!keys.length) { box.checked = true; return; }
        keys.sort(function (a, b) { return order.indexOf(a) - order.indexOf(b); });
        adapter.show(keys);
        remember(tools.table, keys);
      });
      return made("label", {}, [box, " " + column.name]);
    }));
    return made("details", { class: "menu" }, [made("summary", { class: "quiet small-button" }, "Columns"), list]);
  }

  function searchField(tools, search) {
    var field = made("input", {
      type: "search", class: "field", autocomplete: "off", id: "search-" + tools.table,
      placeholder: search.hint || "a number or a word",
    });
    field.value = search.text;
    field.addEventListener("input", function () { search.run(field.value); });
    return made("label", { class: "search-rows" }, ["Search ", field]);
  }

  function groupChoice(tools, group) {
    var options = [{ key: "", name: "nothing" }].concat(group.offered).map(function (one) {
      return made("option", { value: one.key }, one.name.toLowerCase());
    });
    var id = "group-" + tools.table, select = made("select", { id: id, class: "field" }, options);
    select.value = group.chosen;
    select.addEventListener("change", function () { group.run(select.value); });
    return made("span", { class: "control" }, [made("label", { for: id }, "Group by"), select]);
  }

  function filterField(tools, filter, column, counted) {
    var field = made("input", { type: "text", class: "field", autocomplete: "off", placeholder: column.hint });
    field.value = filter.chosen[column.key] || "";
    field.addEventListener("input", function () { filter.run(column.key, field.value); counted(); });
    var parts = [made("span", {}, column.name), field];
    if (column.names.length) {
      var id = "names-" + tools.table + "-" + column.key;
      field.setAttribute("list", id);
      parts.push(made("datalist", { id: id }, column.names.map(function (name) { return made("option", { value: name }); })));
    }
    return made("label", { class: "filter-column" }, parts);
  }

  function filterMenu(tools, filter) {
    var summary = made("summary", { class: "quiet small-button" }, "Filter");
    var counted = function () {
      var many = Object.keys(filter.chosen).filter(function (key) { return filter.chosen[key].trim(); }).length;
      summary.textContent = many ? "Filter (" + many + ")" : "Filter";
      clear.disabled = !many;
    };
    var fields = filter.offered.map(function (column) { return filterField(tools, filter, column, function () { counted(); }); });
    var clear = button("Clear", function () {
      filter.offered.forEach(function (column) { filter.run(column.key, ""); });
      fields.forEach(function (field) { field.querySelector("input").value = ""; });
      counted();
      fields[0].querySelector("input").focus();
    });
    var hint = made("p", { class: "small muted" }, "Words, or bounds of numbers and days, such as >\u00a01,000, 100–200 or >\u00a0Oct\u00a02024.");
    counted();
    return made("details", { class: "menu" }, [summary, made("div", { class: "menu-list unfolded filters" }, [hint].concat(fields, [clear]))]);
  }

  function citation(tools, adapter) {
    var many = adapter.ids().length, of = adapter.total(), narrowed = adapter.narrowed();
    var rows = (many === of ? "" : many.toLocaleString("en") + " of ") + of.toLocaleString("en") + (of === 1 ? " row" : " rows");
    return tools.citation
      .replace("{rows}", rows)
      .replace("{filter}", narrowed ? ", narrowed to " + narrowed : "")
      .replace("{address}", window.lossesChosen.address());
  }

  function tsv(adapter) {
    var lines = adapter.cells();
    return lines.map(function (cells) {
      return cells.map(function (cell) { return String(cell).replace(/[\t\r\n]+/g, " "); }).join("\t");
    }).join("\n");
  }

  function save(tools, adapter, format) {
    var asked = {
      table: tools.table,
      format: format,
      path: window.location.pathname,
      query: window.location.search,
      rows: adapter.ids(),
      columns: shown(adapter),
      filter: adapter.narrowed(),
    };
    var sent = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(asked) };
    return window.fetch("/export", sent).then(function (answer) {
      if (!answer.ok) return answer.text().then(function (words) { throw new Error(words.trim()); });
      var name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") || "");
      return answer.blob().then(function (file) {
        var link = made("a", { download: name ? name[1] : tools.table + "." + format });
        link.href = URL.createObjectURL(file);
        link.click();
        window.setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
        return "Saved as " + link.download + ".";
      });
    });
  }

  function narrowing(tools, adapter) {
    return [
      adapter.search && searchField(tools, adapter.search),
      adapter.group && adapter.group.offered.length && groupChoice(tools, adapter.group),
      adapter.filter && filterMenu(tools, adapter.filter),
    ].filter(Boolean);
  }

  /* Fills the host. */
  window.lossesTools = function (host, tools, adapter) {
    var status = made("span", { class: "status", role: "status" });
    var tell = function (words) { status.textContent = words; };
    var after = function (started, done) {
      started.then(
        function (words) { tell(words || done); },
        function (error) { tell("That did not work: " + error.message + "."); }
      );
    };
    var left = function () {
      var many = adapter.ids().length, of = adapter.total();
      tell(many === of ? "" : many.toLocaleString("en") + " of " + of.toLocaleString("en") + " rows fit.");
    };
    var kept = remembered(tools.table);
    var known = adapter.columns().map(function (one) { return one.key; });
    kept = Array.isArray(kept) ? kept.filter(function (key) { return known.indexOf(key) >= 0; }) : [];
    if (kept.length) adapter.show(kept);
    host.replaceChildren.apply(host, narrowing(tools, adapter).concat([
      columnsMenu(tools, adapter),
      button("Copy rows", function () { after(window.lossesCopy(tsv(adapter)), adapter.ids().length + " rows copied."); }),
      button("CSV", function () { after(save(tools, adapter, "csv")); }),
      button("XLSX", function () { after(save(tools, adapter, "xlsx")); }),
      button("Copy citation", function () { after(window.lossesCopy(citation(tools, adapter)), "Citation copied."); }),
      status,
    ]));
    adapter.watch(left);
    left();
  };
  window.lossesMade = made;

  /* A menu closes when something else is clicked, and on Esc, which gives the focus back to it. */
  document.addEventListener("click", function (event) {
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) menu.removeAttribute("open");
    });
  });
  document.addEventListener("keydown", function (event) {
    var menu = event.key === "Escape" && event.target.closest && event.target.closest("details.menu[open]");
    if (!menu) return;
    menu.removeAttribute("open");
    menu.querySelector("summary").focus();
  });
})();
