/* Runs before the first paint: the remembered theme or the one that the system prefers, and what was read before. */
(function () {
  "use strict";
  var stored = null;
  try {
    stored = window.localStorage.getItem("theme");
    if (window.localStorage.getItem("introduced")) document.documentElement.dataset.introduced = "yes";
  } catch (refused) {
    stored = null; /* storage can be switched off; the system's preference then holds */
  }
  var dark = window.matchMedia && window.matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = stored === "dark" || stored === "light" ? stored : dark ? "dark" : "light";
})();
