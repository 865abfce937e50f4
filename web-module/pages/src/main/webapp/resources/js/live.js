/* Hears on the live line that something changed and lets the page look again: at most once a second
   while there is news, and now and then by itself while the matter goes on and the line is silent. */
(function () {
  "use strict";
  var spot = document.querySelector("[data-live]");
  if (!spot) { return; }
  var AT_MOST = 1000;
  var SILENCE = { heard: 10000, deaf: 3000 };
  var BACK = [1000, 2000, 5000, 10000, 30000];
  var asked = Date.now();
  var waiting = 0;
  var seen = -1;
  var line = null;
  var failures = 0;
  function goesOn() { return !!document.querySelector('[data-live-on="true"]'); }
  function busy() { return window.PrimeFaces && !window.PrimeFaces.ajax.Queue.isEmpty(); }
  function look() {
    waiting = 0;
    if (busy()) { news(); return; }
    asked = Date.now();
    window[spot.dataset.liveCall]();
  }
  function news() {
    if (waiting) { return; }
    waiting = setTimeout(look, Math.max(busy() ? 200 : 0, AT_MOST - (Date.now() - asked)));
  }
  function heard(message) {
    if (message.data === "pong") { return; }
    var event = JSON.parse(message.data);
    seen = Math.max(seen, event.seq);
    var all = !spot.dataset.liveId;
    if (event.topic === spot.dataset.live && (all || event.id === spot.dataset.liveId)) { news(); }
  }
  function open(sold) {
    var base = location.protocol.replace("http", "ws") + "//" + location.host;
    line = new WebSocket(base + "/live?ticket=" + encodeURIComponent(sold.ticket) +
      (seen < 0 ? "" : "&seq=" + seen));
    line.onopen = function () { failures = 0; };
    line.onmessage = heard;
    line.onclose = again;
  }
  function again() {
    line = null;
    setTimeout(connect, BACK[Math.min(failures++, BACK.length - 1)]);
  }
  function connect() {
    window.mf.post("/en-direct")
      .then(function (answer) {
        if (!answer.ok) { throw new Error("ticket " + answer.status); }
        return answer.json();
      })
      .then(open)
      .catch(again);
  }
  function listening() { return line !== null && line.readyState === 1; }
  setInterval(function () {
    if (goesOn() && Date.now() - asked > (listening() ? SILENCE.heard : SILENCE.deaf)) { news(); }
  }, 1000);
  setInterval(function () { if (listening()) { line.send("ping"); } }, 30000);
  connect();
})();
