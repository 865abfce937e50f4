/* MedFlow client helpers. No inline handlers: everything is delegated, so a strict script-src works. */
(function () {
  "use strict";
  var root = document.documentElement;
  function store(key, value) {
    try {
      if (value === undefined) { return localStorage.getItem(key); }
      localStorage.setItem(key, value);
    } catch (blocked) {
      return null;
    }
    return value;
  }
  function word(name) {
    var words = document.getElementById("mf-words");
    return (words && words.dataset[name]) || "";
  }
  /* a change sent to the house: only with the token of this page is it believed */
  function post(url, values) {
    var token = document.querySelector('meta[name="mf-token"]');
    return fetch(url, {
      method: "POST",
      credentials: "same-origin",
      headers: { "X-MF-Token": token ? token.content : "" },
      body: values && new URLSearchParams(values)
    });
  }
  function dark() {
    return root.dataset.theme === "dark" ||
      (root.dataset.theme === "auto" && matchMedia("(prefers-color-scheme:dark)").matches);
  }
  var deeds = {
    theme: function () {
      root.dataset.theme = dark() ? "light" : "dark";
      store("mf.theme", root.dataset.theme);
      document.dispatchEvent(new CustomEvent("mf:theme"));
    },
    nav: function () {
      var narrow = matchMedia("(max-width:1279px)").matches;
      document.querySelector(".mf-app").classList.toggle(narrow ? "mf-wide" : "mf-railed");
    },
    reveal: function (button) {
      var field = button.parentNode.querySelector("input");
      var shown = field.type === "text";
      field.type = shown ? "password" : "text";
      button.setAttribute("aria-pressed", String(!shown));
      button.querySelector(".pi").className = "pi " + (shown ? "pi-eye" : "pi-eye-slash");
    }
  };
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-mf]");
    if (button && deeds[button.dataset.mf]) { deeds[button.dataset.mf](button); }
  });
  /* keys: / and Ctrl+K search; F-keys, Ctrl+Enter and Alt with a letter click what carries them,
     or lead into the field that does; Enter in a field clicks the button that it names */
  function typing(target) {
    return /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable;
  }
  document.addEventListener("keydown", function (event) {
    var control = event.ctrlKey || event.metaKey;
    if ((event.key === "/" && !typing(event.target)) || (event.key === "k" && control)) {
      var search = document.querySelector(".mf-search input");
      if (search) { search.focus(); search.select(); event.preventDefault(); }
      return;
    }
    var alone = event.altKey && !control && /^Key[A-Z]$/.test(event.code);
    if (/^F(2|4|8|9)$/.test(event.key) || (control && event.key === "Enter") || alone) {
      var key = alone ? "alt+" + event.code.slice(3).toLowerCase()
        : (control ? "ctrl+" : "") + event.key.toLowerCase();
      var button = document.querySelector('[data-key="' + key + '"]');
      if (button) { event.preventDefault(); button[typing(button) ? "focus" : "click"](); }
    } else if (event.key === "Enter" && event.target.dataset.enter) {
      event.preventDefault();
      document.getElementById(event.target.dataset.enter).click();
    }
  });
  /* accessible names that PrimeFaces does not write */
  function each(where, selector, deed) { where.querySelectorAll(selector).forEach(deed); }
  function name(where, selector, text) {
    each(where, selector, function (node) { node.setAttribute("aria-label", text); });
  }
  function listName(list) {
    if (list.getAttribute("aria-label")) { return; }
    var id = list.id.replace(/_items$/, "_label");
    var field = document.getElementById(id);
    var label = document.querySelector('label[for="' + id + '"]');
    list.setAttribute("aria-label", (field && field.getAttribute("aria-label")) ||
      (label && label.textContent.trim()) || word("choice"));
  }
  function a11y(where) {
    each(where, ".ui-selectonebutton", function (group) { group.setAttribute("role", "radiogroup"); });
    each(where, ".ui-selectonebutton>.ui-button", function (button) {
      button.setAttribute("aria-checked", String(button.classList.contains("ui-state-active")));
    });
    each(where, ".ui-selectonemenu-items[role=listbox]", listName);
    each(where, ".ui-messages ul", function (list) {
      list.parentNode.setAttribute("role", "alert");
      each(list, "li[role]", function (line) { line.removeAttribute("role"); });
    });
    each(where, ".ui-autocomplete-dropdown", function (button) {
      button.setAttribute("aria-label", word("open"));
      button.tabIndex = -1;
    });
    name(where, ".ui-paginator-first", word("first"));
    name(where, ".ui-paginator-prev", word("previous"));
    name(where, ".ui-paginator-next", word("next"));
    name(where, ".ui-paginator-last", word("last"));
    each(where, ".ui-paginator-rpp-options", function (list) {
      list.removeAttribute("aria-labelledby");
      list.setAttribute("aria-label", word("rows"));
    });
  }
  ["click", "keyup"].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      if (event.target.closest && event.target.closest(".ui-selectonebutton")) {
        setTimeout(function () { a11y(document); }, 0);
      }
    });
  });
  var kept = store("mf.theme");
  if (kept && root.dataset.theme === "auto" && !document.querySelector(".mf-app")) {
    root.dataset.theme = kept;
  }
  document.addEventListener("DOMContentLoaded", function () {
    setTimeout(function () { a11y(document); }, 0);
    new MutationObserver(function (changes) {
      changes.forEach(function (change) {
        change.addedNodes.forEach(function (node) {
          if (node.nodeType === 1) { a11y(node.parentNode || node); }
        });
      });
    }).observe(document.body, { childList: true, subtree: true });
  });
  window.mf = { word: word, typing: typing, post: post };
})();
