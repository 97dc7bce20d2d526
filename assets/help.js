/* Words that explain themselves where they stand, and the introduction that is read once. */
(function () {
  "use strict";

  var GAP = 6, EDGE = 12, WIDEST = 340; /* px */
  var note = null, owner = null;

  function close(back) {
    if (!owner) return;
    owner.setAttribute("aria-expanded", "false");
    owner.removeAttribute("aria-describedby");
    if (back) owner.focus();
    owner = null;
    note.remove();
  }

  function place(button) {
    var box = button.getBoundingClientRect(), width = Math.min(WIDEST, document.documentElement.clientWidth - 2 * EDGE);
    var left = Math.min(box.left, document.documentElement.clientWidth - width - EDGE);
    note.style.width = width + "px";
    note.style.left = Math.max(EDGE, left) + "px";
    var below = box.bottom + GAP + note.offsetHeight < window.innerHeight || box.top < note.offsetHeight + GAP;
    note.style.top = (below ? box.bottom + GAP : box.top - GAP - note.offsetHeight) + "px";
  }

  function open(button) {
    note = document.createElement("div");
    note.id = "term-note";
    note.className = "term-note";
    note.setAttribute("role", "note");
    var title = document.createElement("b"), words = document.createElement("p"), more = document.createElement("a");
    title.textContent = button.dataset.term;
    words.textContent = button.dataset.note;
    more.textContent = "All words";
    more.href = button.dataset.anchor;
    note.append(title, words, more);
    /* Beside the button, so that reading and tabbing go on from it; a node of ours after one of React's is left alone. */
    button.after(note);
    owner = button;
    button.setAttribute("aria-expanded", "true");
    button.setAttribute("aria-describedby", "term-note");
    place(button);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("button.term");
    if (button) {
      var same = owner === button;
      close(false);
      if (!same) open(button);
    } else if (owner && !note.contains(event.target)) close(false);
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && owner) close(true);
  });

  document.addEventListener("focusin", function (event) {
    if (owner && event.target !== owner && !note.contains(event.target)) close(false);
  });

  window.addEventListener("resize", function () { close(false); });
  window.addEventListener("scroll", function () { if (owner) place(owner); }, { passive: true });

  document.addEventListener("click", function (event) {
    if (!event.target.closest || !event.target.closest("button[data-dismisses]")) return;
    document.documentElement.dataset.introduced = "yes";
    try {
      window.localStorage.setItem("introduced", "yes");
    } catch (refused) {
      return; /* it comes back with the next visit where storage is switched off */
    }
  });

  /* The part of a page that an address names: pages are filled after they are opened. */
  var PATIENCE = 10000; /* ms */
  function show() {
    var wanted = window.location.hash.slice(1);
    if (!wanted) return;
    var seen = new MutationObserver(function () {
      var target = document.getElementById(wanted);
      if (!target) return;
      seen.disconnect();
      target.scrollIntoView();
    });
    seen.observe(document.documentElement, { subtree: true, childList: true });
    window.setTimeout(function () { seen.disconnect(); }, PATIENCE);
  }
  show();
  window.addEventListener("_dashprivate_pushstate", show);

  /* Charts are as wide as the window; on paper they are drawn smaller instead of being cut. */
  var PAPER = 690; /* px between the margins of A4 upright */
  window.addEventListener("beforeprint", function () {
    close(false);
    document.querySelectorAll(".chart-body").forEach(function (body) {
      var drawn = body.querySelector(".main-svg"), width = drawn ? drawn.getBoundingClientRect().width : 0;
      body.style.setProperty("--paper", String(Math.min(1, PAPER / Math.max(width, 1))));
    });
  });
})();
