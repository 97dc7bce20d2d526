/* Brings the data up to date: one call whose answer tells each step as a line of JSON, and at last the outcome. */
(function () {
  "use strict";

  function set(id, props) {
    window.dash_clientside.set_props(id, props);
  }

  function show(line) {
    set("sync-progress", { value: line.done, max: line.of });
    set("sync-step", { children: line.step === "done" ? "reading the new data" : line.step + " …" });
  }

  /* Calls `told` with each line as it comes; gives the last one. */
  function follow(answer, told) {
    var reader = answer.body.getReader();
    var decoder = new TextDecoder();
    var rest = "";
    var last = null;
    function next(piece) {
      rest += decoder.decode(piece.value || new Uint8Array(), { stream: !piece.done });
      var lines = rest.split("\n");
      rest = lines.pop();
      lines.filter(Boolean).forEach(function (line) {
        last = JSON.parse(line);
        if (last.step) told(last);
      });
      return piece.done ? last : reader.read().then(next);
    }
    return reader.read().then(next);
  }

  function outcome(answer) {
    if (!answer.ok) return answer.text().then(function (text) { return { ok: false, told: [text.trim()] }; });
    return follow(answer, show).then(function (last) {
      return last && last.told ? last : { ok: false, told: ["The server stopped before the sync was done."] };
    });
  }

  function sentence(text) {
    var upper = text.charAt(0).toUpperCase() + text.slice(1);
    return /[.!?]$/.test(upper) ? upper : upper + ".";
  }

  function finished(last) {
    set("sync", { disabled: false });
    set("sync-progress", { hidden: true });
    set("sync-step", { children: last.ok ? "Done." : "Not done." });
    if (last.ok) set("synced", { data: last.stamp });
    return window.lossesCalls.list(last.told.map(sentence));
  }

  function sync(clicks) {
    if (!clicks) return window.dash_clientside.no_update;
    set("sync", { disabled: true });
    set("sync-progress", { hidden: false, value: 0, max: 1 });
    set("sync-step", { children: "asking for the dataset …" });
    set("sync-result", { children: null });
    return window.lossesCalls.token().then(function (known) {
      return window.fetch("/sync", {
        method: "POST", credentials: "same-origin", headers: { "X-Losses-Token": known.token },
      });
    }).then(outcome).catch(function () {
      return { ok: false, told: ["This server did not answer. The figures shown stay as they were."] };
    }).then(finished);
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.losses = Object.assign(window.dash_clientside.losses || {}, { sync: sync });
})();
