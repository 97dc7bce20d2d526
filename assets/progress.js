/* Says that something is under way once it takes longer than a moment, and says in words when the server fails. */
(function () {
  "use strict";

  var MOMENT = 300; /* ms */
  var CALL = "/_dash-update-component";
  var under = 0;
  var soon;

  function part(id, role) {
    var found = document.getElementById(id);
    if (found) return found;
    var made = document.createElement("div");
    made.id = id;
    made.setAttribute("role", role);
    made.hidden = true;
    document.body.prepend(made);
    return made;
  }

  function show(busy) {
    var sign = part("working", "status"), main = document.getElementById("content");
    sign.hidden = !busy;
    sign.textContent = busy ? "Working…" : "";
    if (main) main.setAttribute("aria-busy", String(busy));
  }

  function tell(words) {
    var sign = part("trouble", "alert");
    sign.hidden = !words;
    sign.textContent = words;
  }

  /* Follows anything that is waited for; a moment later the sign appears, and goes with the last of them. */
  function track(promise) {
    var done = function () {
      under -= 1;
      if (under) return;
      window.clearTimeout(soon);
      show(false);
    };
    under += 1;
    if (under === 1) soon = window.setTimeout(function () { show(true); }, MOMENT);
    promise.then(done, done);
    return promise;
  }

  function away() {
    tell("The server did not answer, so the page may not show what you chose. Check that it runs, then choose again.");
  }

  function judged(answer) {
    if (answer.ok) tell("");
    else tell("The server could not work this out (" + answer.status + "). Choose again, or load the page anew.");
  }

  var plainFetch = window.fetch;
  window.fetch = function (address) {
    var answer = plainFetch.apply(window, arguments);
    if (String(address && address.url || address).indexOf(CALL) < 0) return answer;
    answer.then(judged, away);
    return track(answer);
  };

  window.lossesProgress = { track: track };
})();
