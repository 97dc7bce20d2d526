/* What the scripts that write to the server share: the visit's token, and sentences as components of the page. */
(function () {
  "use strict";

  function words(type, content) {
    return { namespace: "dash_html_components", type: type, props: { children: content } };
  }

  window.lossesCalls = {
    words: words,

    list: function (told) {
      return words("Ul", told.map(function (text) { return words("Li", text); }));
    },

    /* What every write carries, so that no page elsewhere can ask for one. */
    token: function () {
      return window.fetch("/desk/token", { credentials: "same-origin" }).then(function (answer) {
        if (!answer.ok) throw new Error("The server does not answer; load the page anew.");
        return answer.json();
      });
    },
  };
})();
