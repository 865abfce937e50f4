/* The waiting room's screen: asks every few seconds which numbers are called, speaks new calls in the
   chosen language when the voice is on, and says so when the line is down. */
(function () {
  "use strict";
  var EVERY = 6000;
  var tv = document.querySelector(".tv");
  var calls = tv.querySelector("[data-calls]");
  var none = tv.querySelector("[data-none]");
  var off = tv.querySelector("[data-off]");
  var waiting = tv.querySelector("[data-waiting]");
  var clock = tv.querySelector("[data-clock]");
  var voice = tv.querySelector("[data-voice]");
  var tongues = Array.prototype.slice.call(tv.querySelectorAll("[data-tongue]"));
  var tongue = localStorage.getItem("mf-tongue") || document.documentElement.lang || "fr";
  var speaks = localStorage.getItem("mf-voice") === "on";
  var spoken = null;
  function say(call) {
    if (!speaks || !window.speechSynthesis) { return; }
    var text = tv.dataset["say" + tongue.charAt(0).toUpperCase() + tongue.slice(1)];
    var words = new SpeechSynthesisUtterance(
      text.replace("{0}", call.number).replace("{1}", call.room));
    words.lang = tongue;
    window.speechSynthesis.speak(words);
  }
  function line(call) {
    var li = document.createElement("li");
    li.className = "tv-call" + (call.open ? " open" : "");
    var no = document.createElement("b");
    no.className = "tv-no";
    no.textContent = call.number;
    var where = document.createElement("span");
    where.className = "tv-where";
    var arrow = document.createElement("i");
    arrow.className = "pi pi-arrow-right";
    arrow.setAttribute("aria-hidden", "true");
    where.append(arrow, " " + call.room);
    li.append(no, where);
    return li;
  }
  function show(view) {
    off.hidden = true;
    waiting.textContent = view.waiting;
    none.hidden = view.calls.length > 0;
    var fresh = view.calls.map(function (call) { return call.number + "/" + call.calls; });
    if (spoken) {
      view.calls.forEach(function (call, at) {
        if (call.open && spoken.indexOf(fresh[at]) < 0) { say(call); }
      });
    }
    if (!spoken || spoken.join() !== fresh.join() || calls.children.length !== fresh.length) {
      calls.replaceChildren.apply(calls, view.calls.map(line));
    }
    spoken = fresh;
  }
  function ask() {
    fetch("/api/v1/queue/display/" + encodeURIComponent(tv.dataset.clinic))
      .then(function (answer) {
        if (!answer.ok) { throw new Error("display " + answer.status); }
        return answer.json();
      })
      .then(show)
      .catch(function () { off.hidden = false; });
  }
  function mark() {
    tongues.forEach(function (one) {
      one.setAttribute("aria-pressed", String(one.dataset.tongue === tongue));
    });
    voice.setAttribute("aria-pressed", String(speaks));
  }
  tongues.forEach(function (one) {
    one.addEventListener("click", function () {
      tongue = one.dataset.tongue;
      localStorage.setItem("mf-tongue", tongue);
      mark();
    });
  });
  voice.addEventListener("click", function () {
    speaks = !speaks;
    localStorage.setItem("mf-voice", speaks ? "on" : "off");
    mark();
  });
  function tick() {
    clock.textContent = new Date().toLocaleTimeString(
      document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  }
  mark();
  tick();
  ask();
  setInterval(ask, EVERY);
  setInterval(tick, 1000);
})();
