/* What the browser does by itself: theme, links inside the app, folding, focus, and the status of small actions. */
(function () {
  "use strict";

  var NARROW = 600;
  var SIDE_BY_SIDE = 760; /* px; as in styles/phone.css */
  var STEP = 20; /* px; a chart is laid out anew only when its room has changed by so much */
  var PHONE_FIRST = ["figure", "value", "claimant", "verdict", "period_end"]; /* of the claims and of an archive */
  var PHONE_WIDTHS = { figure: 96, value: 96, claimant: 124, verdict: 128, period_end: 128 };
  var none = function () { return window.dash_clientside.no_update; };

  function screen() {
    return {
      theme: document.documentElement.dataset.theme === "dark" ? "dark" : "light",
      size: window.innerWidth < NARROW ? "narrow" : "page",
      width: Math.floor(contentWidth() / STEP) * STEP,
    };
  }

  function contentWidth() {
    var main = document.getElementById("content");
    if (!main) return window.innerWidth;
    var style = window.getComputedStyle(main);
    return main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  }

  function same(a, b) {
    return Boolean(a && b && a.theme === b.theme && a.size === b.size && a.width === b.width);
  }

  function switchTheme() {
    var theme = screen().theme === "dark" ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    try {
      window.localStorage.setItem("theme", theme);
    } catch (refused) {
      return; /* not remembered where storage is switched off; the page still changes */
    }
  }

  function isOurPage(link) {
    if (link.target || link.hasAttribute("download") || link.origin !== window.location.origin) return false;
    if (/^\/(api|assets|_dash|healthz|readyz)/.test(link.pathname)) return false;
    if (link.hash && link.pathname === window.location.pathname && link.search === window.location.search) return false;
    var table = link.pathname === "/claims" || link.pathname === "/archive";
    return !table || Boolean(window.dash_ag_grid); /* the tables' code comes with their own pages */
  }

  /* Where page and query change at once the page is loaded anew: the callbacks of the page that is left would answer
     the new query too, and Dash complains of every one whose place is gone by then. */
  function goTo(address) {
    var to = window.lossesChosen.carried(address);
    var moved = to.pathname !== window.location.pathname;
    if (moved && to.search !== window.location.search) return window.location.assign(to.href);
    window.lossesFigures.prepare(to.href);
    window.history.pushState({}, "", to);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    if (moved) window.scrollTo(0, 0);
  }

  /* Pages change without being loaded anew; other clicks stay the browser's. */
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (!isOurPage(link)) return;
    event.preventDefault();
    goTo(link.href);
  });

  /* A select whose values are addresses of ours. */
  document.addEventListener("change", function (event) {
    var select = event.target.closest && event.target.closest("select[data-goes]");
    if (select && /^\/(?!\/)/.test(select.value)) goTo(select.value);
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("[data-folds]");
    if (!button) return;
    var open = document.getElementById(button.dataset.folds).toggleAttribute("data-open");
    button.setAttribute("aria-expanded", String(open));
  });

  var resized;
  window.addEventListener("resize", function () {
    window.clearTimeout(resized);
    resized = window.setTimeout(function () {
      if (window.dash_clientside.set_props) window.dash_clientside.set_props("window-size", { data: window.innerWidth });
    }, 150);
  });

  /* The document of a claim, in the view that is open. */
  function claimAddress(id) {
    var address = new URL(window.location.href);
    address.searchParams.delete("q");
    address.searchParams.delete("id");
    address.searchParams.delete("rows");
    address.searchParams.set("claim", id);
    return "/document" + address.search;
  }

  function claimOf(customdata) {
    var first = Array.isArray(customdata) ? customdata[0] : customdata;
    return typeof first === "string" && first ? first : null;
  }

  /* A click on a mark opens its claim; a touch only shows it, since a finger has no other way to ask. */
  function openClaim(points) {
    var id = window.matchMedia("(pointer: fine)").matches && points.map(function (point) {
      return claimOf(point.customdata);
    }).find(Boolean);
    if (id) goTo(claimAddress(id));
  }

  window.lossesPage = { goTo: goTo, openClaim: openClaim, screen: screen };

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    losses: {
      screen: function (clicks, width, before) {
        var trigger = (window.dash_clientside.callback_context.triggered[0] || {}).prop_id || "";
        if (trigger.indexOf("theme-switch") === 0 && clicks) switchTheme();
        var now = screen();
        return [same(now, before) ? none() : now, now.theme === "dark" ? "Light theme" : "Dark theme"];
      },

      arrived: function (heading, path) {
        document.title = heading + " · Reported Losses";
        var main = document.getElementById("content");
        if (main && main.dataset.path && main.dataset.path !== path) main.focus({ preventScroll: true });
        if (main) main.dataset.path = path;
        return heading;
      },

      viewOfTable: function (opened, query) {
        return opened ? query : none();
      },

      copyLink: function (clicks) {
        if (!clicks) return none();
        return window.lossesCopy(window.lossesChosen.address()).then(
          function () { return "Link copied."; },
          function (error) { return "The link could not be copied: " + error.message + ". Copy the address instead."; }
        );
      },

      /* What a phone has room for comes first: the figure, who says it, and whether it holds or of which days it is. */
      columnsFor: function (screen, columns) {
        if (!screen || screen.size !== "narrow" || !columns) return none();
        var place = function (column) { return (PHONE_FIRST.indexOf(column.field) + 1 || 99); };
        return columns.slice().sort(function (a, b) { return place(a) - place(b); }).map(function (column) {
          var width = PHONE_WIDTHS[column.field];
          return Object.assign({}, column, width ? { minWidth: width } : {});
        });
      },

      keptInAddress: function (table) {
        window.dash_ag_grid.getApiAsync(table).then(function (api) { window.lossesGridChosen(api, table); });
        return none();
      },

      openRow: function (cell) {
        var row = cell && cell.colId !== "figure" && cell.rowId; /* the figure is a link already */
        return row ? claimAddress(row) : none();
      },

      showSelected: function () {
        window.setTimeout(function () {
          var figure = document.getElementById("selected-figure");
          var reading = document.querySelector(".document .reading.selected");
          if (figure) figure.scrollIntoView({ block: "center" });
          if (reading && window.innerWidth > SIDE_BY_SIDE) reading.scrollIntoView({ block: "nearest" });
        }, 60);
        return none();
      },

      savePicture: function (picture) {
        if (!picture) return none();
        return window.lossesPicture.save(picture).then(
          function (name) { return "Saved as " + name + "."; },
          function (error) { return "The picture could not be drawn: " + error.message + "."; }
        );
      },
    },
  });
})();
