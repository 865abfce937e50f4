/* The frame round the pages: global search, preferences, help, pulse of the house. */
(function () {
  "use strict";
  var root = document.documentElement;
  var mf = window.mf;
  /* preferences: shown at once, kept in the profile */
  function mark(name, value) {
    document.querySelectorAll('[data-keep="' + name + '"][data-value]').forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.value === value));
    });
  }
  function keep(name, value) {
    var change = {};
    change[name] = value;
    mark(name, value);
    return mf.post("/preferences", change);
  }
  document.addEventListener("mf:theme", function () { keep("theme", root.dataset.theme); });
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-keep][data-value]");
    if (!button) { return; }
    var name = button.dataset.keep;
    var saved = keep(name, button.dataset.value);
    if (name === "language") {
      saved.then(function () { location.reload(); });
    } else {
      root.dataset[name] = button.dataset.value;
    }
  });
  /* menus and the help dialog */
  var help = document.getElementById("aide");
  document.addEventListener("click", function (event) {
    document.querySelectorAll("details.mf-menu[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) { menu.open = false; }
    });
    if (event.target.closest('[data-mf="help"]')) { help.showModal(); }
    if (event.target.closest('[data-mf="close"]') || event.target === help) { help.close(); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "?" && !mf.typing(event.target) && !help.open) {
      help.showModal();
      event.preventDefault();
    }
    if (event.key === "Escape") {
      var menu = document.querySelector("details.mf-menu[open]");
      if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
    }
  });
  /* pulse: online, or offline since hh:mm */
  var pill = document.getElementById("ligne");
  var lost = null;
  function show() {
    pill.classList.toggle("off", lost !== null);
    pill.querySelector(".mf-dot").className = "mf-dot " + (lost ? "ko" : "ok");
    var hour = lost && String(lost.getHours()).padStart(2, "0") + ":" +
      String(lost.getMinutes()).padStart(2, "0");
    pill.querySelector(".w").textContent = lost
      ? mf.word("offline").replace("{0}", hour) : mf.word("online");
  }
  function beat(alive) {
    if (alive === (lost === null)) { return; }
    lost = alive ? null : new Date();
    show();
  }
  function pulse() {
    if (!navigator.onLine) { beat(false); return; }
    fetch("/pouls", { cache: "no-store", signal: AbortSignal.timeout(8000) })
      .then(function (answer) { beat(answer.ok); }, function () { beat(false); });
  }
  addEventListener("offline", pulse);
  addEventListener("online", pulse);
  setInterval(pulse, 20000);
  /* global search: a combobox over the registry */
  var form = document.querySelector("[data-mf-find]");
  if (!form) { return; }
  var field = document.getElementById("recherche");
  var list = document.getElementById("trouvailles");
  var wait = 0;
  var asked = 0;
  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }
  function line(text) {
    var note = document.createElement("p");
    note.textContent = text;
    list.replaceChildren(note);
  }
  function option(row, at) {
    var link = document.createElement("a");
    link.href = row.path;
    link.id = "trouvaille-" + at;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.tabIndex = -1;
    [["b", row.name], ["span", row.number], ["span", row.about], ["span", row.phone]]
      .forEach(function (part) {
        var node = document.createElement(part[0]);
        node.textContent = part[1];
        link.append(node);
      });
    return link;
  }
  function fill(rows) {
    if (rows.length === 0) {
      line(mf.word("none"));
    } else {
      list.replaceChildren.apply(list, rows.map(option));
    }
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
  }
  function find() {
    var text = field.value.trim();
    var turn = ++asked;
    if (text.length < 2) { close(); return; }
    mf.post(form.dataset.mfFind, { q: text })
      .then(function (answer) {
        if (!answer.ok) { throw new Error("search " + answer.status); }
        return answer.json();
      })
      .then(function (rows) { if (turn === asked) { fill(rows); } })
      .catch(function () {
        if (turn === asked) { line(mf.word("failed")); list.hidden = false; }
      });
  }
  function move(step) {
    var options = Array.from(list.querySelectorAll("a"));
    if (options.length === 0) { return; }
    var at = options.findIndex(function (o) { return o.getAttribute("aria-selected") === "true"; });
    var next = (at + step + options.length + (at < 0 && step < 0 ? 1 : 0)) % options.length;
    options.forEach(function (o, i) { o.setAttribute("aria-selected", String(i === next)); });
    field.setAttribute("aria-activedescendant", options[next].id);
    options[next].scrollIntoView({ block: "nearest" });
  }
  field.addEventListener("input", function () {
    clearTimeout(wait);
    wait = setTimeout(find, 250);
  });
  field.addEventListener("keydown", function (event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      move(event.key === "ArrowDown" ? 1 : -1);
      event.preventDefault();
    } else if (event.key === "Escape") {
      close();
    } else if (event.key === "Enter" && !list.hidden) {
      var chosen = list.querySelector("a[aria-selected=true]");
      if (chosen) { event.preventDefault(); chosen.click(); }
    }
  });
  document.addEventListener("click", function (event) {
    if (!form.contains(event.target)) { close(); }
  });
})();
