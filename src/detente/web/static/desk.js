// Keys for reading without a mouse; every page works without this file.
(() => {
  "use strict";
  let at = -1;
  const lines = () => [...document.querySelectorAll("main .line")];
  const typing = (element) => element.closest("input, select, textarea, [contenteditable]");
  const go = (step) => {
    const all = lines();
    if (!all.length) return;
    at = Math.max(0, Math.min(all.length - 1, at + step));
    const link = all[at].querySelector(".head a, a");
    all[at].scrollIntoView({ block: "nearest" });
    if (link) link.focus();
  };
  const open = (selector) => {
    const line = lines()[at];
    const link = line && line.querySelector(selector);
    if (link) link.click();
  };
  const keys = {
    "/": () => document.querySelector(".find input").focus(),
    j: () => go(1),
    k: () => go(-1),
    o: () => open(".head a"),
    w: () => open("a.words"),
    g: () => { window.location.href = "/"; },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
})();
