/*
 * Put into each page before its own scripts: tells whether all that was begun is done. A page is at rest when no script,
 * no call and no short timer is awaited, when nothing was changed, clicked or typed for a while, and when the browser
 * then found time for what it does last: that a busy machine was slow is no rest.
 */
(() => {
  "use strict";

  const WHILE = 80, SHORT = 600; /* ms; longer timers fetch ahead and tidy up, and nobody waits for them */
  const HAPPENINGS = ["click", "keydown", "mousemove", "input", "change", "popstate", "pageshow", "_dashprivate_pushstate"];
  const later = window.setTimeout.bind(window), never = window.clearTimeout.bind(window), call = window.fetch.bind(window);
  const awaited = new Set();
  let rested = false, leaving = false, timer, idle;

  function stirred() {
    rested = false;
    never(timer);
    window.cancelIdleCallback(idle);
    timer = later(() => { idle = window.requestIdleCallback(() => { rested = true; }); }, WHILE);
  }

  function done(what) {
    if (awaited.delete(what)) stirred();
  }

  window.setTimeout = (run, ms, ...given) => {
    if (ms > SHORT || typeof run !== "function") return later(run, ms, ...given);
    const id = later((...told) => { done(id); run(...told); }, ms, ...given);
    awaited.add(id);
    return id;
  };
  window.clearTimeout = id => { done(id); never(id); };

  /* Charts are fetched ahead as well; those of the page belong to a callback, which Dash tells of. */
  window.fetch = (...asked) => {
    const answer = call(...asked);
    if (!String(asked[0].url || asked[0]).includes("/figures/")) {
      awaited.add(answer);
      answer.then(() => done(answer), () => done(answer));
    }
    return answer;
  };

  new MutationObserver(changes => {
    stirred();
    for (const change of changes) {
      for (const node of change.addedNodes) if (node.tagName === "SCRIPT" && node.src) awaited.add(node);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const end of ["load", "error"]) document.addEventListener(end, event => done(event.target), true);
  for (const one of HAPPENINGS) window.addEventListener(one, stirred, true);
  window.addEventListener("beforeunload", () => { leaving = true; });
  window.addEventListener("pageshow", () => { leaving = false; });
  stirred();

  window.atRest = () => rested && !leaving && !awaited.size && document.readyState === "complete";
  window.atRest.why = () => [rested, leaving, document.readyState, ...[...awaited].map(one => one.src || String(one))];
})();
