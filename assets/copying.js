/* Copying: a text into the clipboard, and the buttons that carry what they copy. */
(function () {
  "use strict";

  var STAYS = 2500; /* ms; how long a button says that it has copied */

  window.lossesCopy = function (text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    var field = document.createElement("textarea");
    field.value = text;
    document.body.appendChild(field);
    field.select();
    var done = document.execCommand("copy");
    field.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("the browser does not allow copying"));
  };

  function tell(button, words) {
    var before = button.dataset.says || button.textContent;
    button.dataset.says = before;
    button.textContent = words;
    window.lossesSay(words);
    window.setTimeout(function () { button.textContent = before; }, STAYS);
  }

  /* Says it to those who listen to the page; a blank before makes equal words be said again. */
  window.lossesSay = function (words) {
    var place = document.getElementById("announcement");
    if (place) place.textContent = place.textContent === words ? words + "\u00a0" : words;
  };

  /* {address} in the text is the page of data-path on this server, or the page that is open. */
  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("button[data-copy]");
    if (!button) return;
    var address = button.dataset.path ? window.location.origin + button.dataset.path : window.lossesChosen.address();
    window.lossesCopy(button.dataset.copy.split("{address}").join(address)).then(
      function () { tell(button, "Copied"); },
      function (error) { tell(button, "Not copied: " + error.message); }
    );
  });
})();
