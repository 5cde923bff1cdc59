(function () {
  "use strict";
  var all = function (where, what) {
    return Array.prototype.slice.call(where.querySelectorAll(what));
  };
  var byId = function (id) { return document.getElementById(id); };

  var rows = all(byId("ledger"), "tbody tr");
  var keys = ["polarity", "modality", "source"];
  var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
  var filter = function () {
    var wanted = byId("filter-words").value.toLowerCase();
    var count = 0;
    rows.forEach(function (row, at) {
      var misses = keys.filter(function (key) {
        var value = byId("filter-" + key).value;
        return value ? row.getAttribute("data-" + key) !== value : false;
      });
      row.hidden = misses.length ? true : texts[at].indexOf(wanted) === -1;
      count += row.hidden ? 0 : 1;
    });
    byId("shown").textContent = count + " of " + rows.length + " claims are shown.";
  };
  var reset = function () {
    keys.forEach(function (key) { byId("filter-" + key).value = ""; });
    byId("filter-words").value = "";
    filter();
  };
  if (byId("filters")) {
    keys.forEach(function (key) {
      byId("filter-" + key).addEventListener("change", filter);
    });
    byId("filter-words").addEventListener("input", filter);
    byId("filter-none").addEventListener("click", reset);
    byId("filters").hidden = false;
    filter();
  }

  all(document, "figure").forEach(function (figure) {
    var chosen = figure.querySelector(".chosen");
    var hint = "Point at a line or mark, or move to it with the Tab key, to read its quotes.";
    chosen.textContent = hint;
    all(figure, "svg a").forEach(function (link) {
      var show = function () {
        chosen.textContent = link.querySelector("title").textContent;
      };
      link.addEventListener("mouseenter", show);
      link.addEventListener("focus", show);
    });
  });

  var follow = function () {
    var target = byId(decodeURIComponent(location.hash.slice(1)));
    if (target === null) { return; }
    if (target.hidden) { reset(); target.scrollIntoView(); }
    var closed = target.closest("details");
    while (closed) { closed.open = true; closed = closed.parentElement.closest("details"); }
  };
  window.addEventListener("hashchange", follow);
  follow();

  window.addEventListener("beforeprint", function () {
    all(document, ".made, details.refs").forEach(function (one) { one.open = true; });
  });
}());
