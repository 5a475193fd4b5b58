// Filtering and sorting, nothing else: the page is complete without this.
(function () {
  "use strict";
  var form = document.getElementById("controls");
  if (!form) { return; }
  var list = document.getElementById("groups"), shown = document.getElementById("shown");
  var groups = Array.prototype.slice.call(list.querySelectorAll("details.group"));
  var original = groups.slice(), opened = groups.map(function (group) { return group.open; });
  var plain = null;

  // Letters without their marks, so that "hoa giai" finds "hòa giải".
  function bare(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  }

  function texts() {
    if (!plain) {
      plain = new Map();
      list.querySelectorAll(".finding").forEach(function (one) {
        var unit = one.closest(".unit"), group = one.closest("details.group");
        plain.set(one, bare(group.querySelector("h3").textContent + " " + unit.querySelector("h4").textContent + " " + one.textContent));
      });
    }
    return plain;
  }

  function filter() {
    var section = form.elements.section.value, severity = form.elements.severity.value, rule = form.elements.rule.value;
    var words = bare(form.elements.words.value).split(/\s+/).filter(Boolean);
    var asked = section || severity || rule || words.length > 0;
    var known = words.length > 0 ? texts() : null, count = 0, all = 0;
    groups.forEach(function (group) {
      var inGroup = 0;
      group.querySelectorAll(".unit").forEach(function (unit) {
        var inUnit = 0;
        unit.querySelectorAll(".finding").forEach(function (one) {
          var keep = (!section || one.dataset.section === section) && (!severity || one.dataset.severity === severity) &&
            (!rule || one.dataset.rule === rule) && words.every(function (word) { return known.get(one).indexOf(word) >= 0; });
          one.hidden = !keep;
          all += 1;
          if (keep) { inUnit += 1; }
        });
        unit.hidden = inUnit === 0;
        inGroup += inUnit;
      });
      group.hidden = inGroup === 0;
      count += inGroup;
      // What was asked for is shown at once, unless it is too much.
      if (asked && inGroup > 0 && count <= 200) { group.open = true; }
      if (!asked) { group.open = opened[original.indexOf(group)]; }
    });
    shown.textContent = form.dataset.shown.replace("{shown}", count).replace("{all}", all);
  }

  function number(group, name) { return Number(group.dataset[name]); }

  function sort() {
    var by = form.elements.sort.value;
    groups = original.slice();
    if (by) { groups.sort(function (a, b) { return number(b, by) - number(a, by) || original.indexOf(a) - original.indexOf(b); }); }
    groups.forEach(function (group) { list.appendChild(group); });
  }

  var waiting = 0;
  form.addEventListener("input", function (event) {
    if (event.target.name === "sort") { sort(); return; }
    clearTimeout(waiting);
    waiting = setTimeout(filter, event.target.name === "words" ? 200 : 0);
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(function () { sort(); filter(); }, 0); });
  form.hidden = false;
  filter();

  // Older browsers print only what is open.
  if (!window.CSS || !CSS.supports("selector(::details-content)")) {
    window.addEventListener("beforeprint", function () {
      document.querySelectorAll("details").forEach(function (one) { one.open = true; });
    });
  }

  // A link to a finding opens what it stands in.
  function follow() {
    var target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    for (var at = target; at; at = at.parentElement) { if (at.tagName === "DETAILS") { at.open = true; } }
    if (target) { target.scrollIntoView(); }
  }
  window.addEventListener("hashchange", follow);
  follow();
})();
