/* The review: each button and form of a page is one call that carries the visit's token; the answer is told in words. */
(function () {
  "use strict";

  var words = window.lossesCalls.words, list = window.lossesCalls.list;
  var TOLD = "desk-told"; /* what is kept for the page that is gone to */
  var token = null;
  var selection = null;

  function ask() {
    token = token || window.lossesCalls.token();
    return token;
  }

  /* Sends one call; gives the answer, whose `told` are sentences, also where it failed. */
  function call(name, body) {
    return ask()
      .then(function (known) {
        return fetch("/desk/" + name, {
          method: "POST",
          credentials: "same-origin",
          headers: { "Content-Type": "application/json", "X-Losses-Token": known.token },
          body: JSON.stringify(body),
        });
      })
      .then(function (answer) {
        if ((answer.headers.get("Content-Type") || "").indexOf("json") >= 0) return answer.json();
        return answer.text().then(function (text) { return { ok: false, told: [text.trim()] }; });
      })
      .catch(function () {
        token = null;
        return { ok: false, told: ["The server does not answer; nothing was changed. Try again in a moment."] };
      });
  }

  function tell(answer) {
    var more = answer.seen ? ["You looked at: " + answer.seen, "It now is: " + answer.now] : [];
    window.dash_clientside.set_props("desk-told", { children: list(answer.told.concat(more)) });
    window.dash_clientside.set_props("desk-stamp", { data: Date.now() });
  }

  function decided(button) {
    var set = button.dataset;
    if (set.desk === "undo") return call("undo", { number: Number(set.number) });
    if (set.desk === "decide") return call("decide", { claim: set.claim, seen: Number(set.seen), deed: set.deed });
    var claims = set.claims.split(" ").map(function (one) {
      var at = one.lastIndexOf("@");
      return { claim: one.slice(0, at), seen: Number(one.slice(at + 1)) };
    });
    return call("bulk", { claims: claims, deed: set.deed });
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("button[data-desk]");
    if (button) {
      button.disabled = true;
      decided(button).then(function (answer) { button.disabled = false; tell(answer); });
      return;
    }
    var toggle = event.target.closest && event.target.closest("button[data-type]");
    if (toggle) toggle.setAttribute("aria-pressed", String(toggle.getAttribute("aria-pressed") !== "true"));
  });

  function fields(form) {
    var given = {};
    form.querySelectorAll("input[name], select[data-name]").forEach(function (one) {
      var name = one.name || one.dataset.name;
      if (one.value !== "" || name !== "value") given[name] = one.value;
    });
    given.casualty_types = Array.prototype.map.call(
      form.querySelectorAll("button[data-type][aria-pressed=true]"),
      function (one) { return one.dataset.type; }
    );
    return given;
  }

  document.addEventListener("submit", function (event) {
    var form = event.target.closest && event.target.closest("form[data-desk-form]");
    if (!form) return;
    event.preventDefault();
    var given = fields(form);
    var body = { fields: given, note: given.note || "" };
    if (form.dataset.deskForm === "change") {
      body.claim = form.dataset.claim;
      body.seen = Number(form.dataset.seen);
    } else if (!selection) {
      tell({ told: ["Select the figure in the text first."] });
      return;
    } else {
      body.document = form.dataset.document;
      body.start = selection.start;
      body.end = selection.end;
    }
    call(form.dataset.deskForm, body).then(tell);
  });

  /* Where in the text the selection lies, counted in characters as the server counts them (code points). */
  function placed(text, range) {
    var before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(range.startContainer, range.startOffset);
    var start = Array.from(before.toString()).length;
    return { start: start, end: start + Array.from(range.toString()).length };
  }

  document.addEventListener("selectionchange", function () {
    var text = document.getElementById("desk-text");
    var chosen = window.getSelection();
    if (!text || !chosen.rangeCount || chosen.isCollapsed) return;
    var range = chosen.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
    selection = placed(text, range);
    window.dash_clientside.set_props("desk-selected", { children: "Selected: " + range.toString().slice(0, 80) });
  });

  /* Goes to the review of the one document that was added, where it is told what became of it. */
  function review(answer) {
    try {
      window.sessionStorage.setItem(TOLD, JSON.stringify(answer.told));
    } catch (refused) {
      return false; /* storage is switched off: it is told here, with a link to the review */
    }
    window.lossesPage.goTo("/review?id=" + encodeURIComponent(answer.documents[0]));
    return true;
  }

  function tellOnArrival() {
    var told = null;
    try {
      told = JSON.parse(window.sessionStorage.getItem(TOLD));
      window.sessionStorage.removeItem(TOLD);
    } catch (refused) {
      return; /* nothing was kept */
    }
    if (!told) return;
    var seen = new MutationObserver(function () {
      if (!document.querySelector("#review h1")) return;
      seen.disconnect();
      window.dash_clientside.set_props("desk-told", { children: list(told) });
    });
    seen.observe(document.documentElement, { childList: true, subtree: true });
  }
  tellOnArrival();

  function addDocuments(_clicks, undated, text, contents, names, published, publisher, title, url) {
    var context = window.dash_clientside.callback_context;
    var asked = context.triggered.length ? context.triggered[0].prop_id : "";
    var files = (contents || []).map(function (data, at) { return { name: names[at], data: data }; });
    var body = {
      text: text || "", files: files, published: published || "", publisher: publisher || "", title: title || "",
      url: url || "", undated: asked.indexOf("add-undated") === 0,
    };
    return call("add", body).then(function (answer) {
      var askDate = !answer.ok && answer.told.join(" ").indexOf("date of publication") >= 0;
      if (!answer.ok) return [list(answer.told), !askDate];
      if (answer.documents.length === 1 && review(answer)) return [list(answer.told), true];
      window.dash_clientside.set_props("desk-stamp", { data: Date.now() });
      var shown = answer.documents.map(function (one) {
        var link = words("A", "Review its claims");
        link.props.href = "/review?id=" + encodeURIComponent(one);
        return words("Li", link);
      });
      return [[list(answer.told), words("Ul", shown)], true];
    });
  }

  /* The component that takes files gives its field no name, and makes it only when it has been loaded. */
  new MutationObserver(function () {
    var place = document.getElementById("add-files");
    var box = place && place.querySelector("input[type=file]:not([aria-label])");
    if (box) box.setAttribute("aria-label", "Files to add");
  }).observe(document.documentElement, { childList: true, subtree: true });

  function chosenFiles(names) {
    if (!names || !names.length) return "";
    return names.length + (names.length === 1 ? " file: " : " files: ") + names.slice(0, 5).join(", ");
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.desk = {
    addDocuments: addDocuments,
    chosenFiles: chosenFiles,
  };
})();
