/*
 * The row of buttons over a table: columns, copy, files and citation. An adapter stands for the table behind it:
 * columns() and show(keys), ids() and total() of the rows, cells() of what is shown, narrowed() in words.
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
    var list = made("div", { class: "menu-list" }, adapter.columns().map(function (column) {
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

  function citation(tools, adapter) {
    var many = adapter.ids().length, of = adapter.total(), narrowed = adapter.narrowed();
    var rows = (many === of ? "" : many.toLocaleString("en") + " of ") + of.toLocaleString("en") + (of === 1 ? " row" : " rows");
    return tools.citation
      .replace("{rows}", rows)
      .replace("{filter}", narrowed ? ", narrowed to " + narrowed : "")
      .replace("{address}", window.location.href);
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

  /* Fills the host; gives a function that tells the status line something. */
  window.lossesTools = function (host, tools, adapter, before) {
    var status = made("span", { class: "status", role: "status" });
    var tell = function (words) { status.textContent = words; };
    var after = function (started, done) {
      started.then(
        function (words) { tell(words || done); },
        function (error) { tell("That did not work: " + error.message + "."); }
      );
    };
    var kept = remembered(tools.table);
    var known = adapter.columns().map(function (one) { return one.key; });
    kept = Array.isArray(kept) ? kept.filter(function (key) { return known.indexOf(key) >= 0; }) : [];
    if (kept.length) adapter.show(kept);
    host.replaceChildren.apply(host, (before || []).concat([
      columnsMenu(tools, adapter),
      button("Copy rows", function () { after(window.lossesCopy(tsv(adapter)), adapter.ids().length + " rows copied."); }),
      button("CSV", function () { after(save(tools, adapter, "csv")); }),
      button("XLSX", function () { after(save(tools, adapter, "xlsx")); }),
      button("Copy citation", function () { after(window.lossesCopy(citation(tools, adapter)), "Citation copied."); }),
      status,
    ]));
    return tell;
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
