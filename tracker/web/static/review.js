// Keys for the review of a draft. Everything also works without: this only moves the focus and presses what is there.
"use strict";

const names = () => [...document.querySelectorAll(".tasks > li > .name")];
const chosen = () => document.querySelector(".tasks > li.chosen");
const focusedRow = () => document.activeElement.closest(".tasks > li");
const original = document.querySelector(".original");

function showInOriginal(row) {
  document.querySelectorAll(".original .near").forEach((one) => one.classList.remove("near"));
  if (!row || !original || !original.offsetParent) return;
  const blocks = (row.dataset.blocks || "").split(" ").filter(Boolean)
    .map((number) => document.getElementById(`doan-${number}`)).filter(Boolean);
  if (!row.classList.contains("chosen")) blocks.forEach((one) => one.classList.add("near"));
  if (!blocks.length) return;
  const frame = original.getBoundingClientRect(), spot = blocks[0].getBoundingClientRect();
  original.scrollTop += spot.top - frame.top - frame.height / 3;
}

function step(by) {
  const all = names();
  const row = focusedRow() || chosen();
  const at = all.findIndex((name) => name.parentElement === row);
  const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
  if (next) next.focus();
}

const picks = () => [...document.querySelectorAll(".original .pick")];

function stepInOriginal(by) {
  const all = picks(), at = all.indexOf(document.activeElement);
  const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
  if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); }
}

function inOriginal() { return original && original.contains(document.activeElement); }

function openMissed() {
  const form = document.getElementById("them");
  form.open = true;
  focusFirst(form);
  form.scrollIntoView({ block: "nearest" });
}

function openForm(form) {
  const row = focusedRow() || chosen() || (names()[0] || {}).parentElement;
  if (!row) return;
  if (!row.classList.contains("chosen")) {
    const address = new URL(row.querySelector(".name").href);
    address.searchParams.set("sua", form);
    location.assign(address);
    return;
  }
  const sheet = row.querySelector(`[data-form="${form}"]`);
  sheet.open = true;
  focusFirst(sheet);
}

function focusFirst(sheet) {
  const wanted = [...sheet.querySelectorAll("#luu-han, input:not([type=hidden]), textarea, select")];
  const first = sheet.id === "them" ? wanted.find((field) => !field.value) || wanted[0] : wanted[0];
  if (first) first.focus();
}

function press(css) {
  const button = document.querySelector(css);
  if (button && !button.disabled) button.click();
}

function partAgain() {
  const question = document.activeElement.closest(".finding"), row = focusedRow() || chosen();
  const button = (question && question.querySelector("[data-apart]"))
    || (row && document.querySelector(`[data-apart="${row.id.slice("viec-".length)}"]`));
  if (button) button.click();
}

function toggleKeys() {
  const keys = document.getElementById("phim-tat");
  keys.open = !keys.open;
  keys.querySelector("summary").focus();
}

const KEYS = {
  j: () => (inOriginal() ? stepInOriginal(1) : step(1)),
  k: () => (inOriginal() ? stepInOriginal(-1) : step(-1)),
  n: openMissed,
  v: () => stepInOriginal(0),
  e: () => openForm("ten"),
  h: () => openForm("han"),
  o: () => openForm("nguoi"),
  d: () => openForm("bo"),
  c: () => press(".chosen #dung-roi"),
  t: partAgain,
  q: () => { const first = document.querySelector("#cau-hoi :is(button, input:not([type=hidden]), summary, a)"); if (first) first.focus(); },
  u: () => press("#hoan-tac"),
  p: () => document.getElementById("phat-hanh").focus(),
  "?": toggleKeys,
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.key === "Escape") { const row = chosen(); if (row) row.querySelector(".name").focus(); return; }
  if (event.target.closest("input, textarea, select")) return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

document.addEventListener("focusin", () => { const row = focusedRow(); if (row) showInOriginal(row); });

document.querySelectorAll(".jump a").forEach((link) => link.addEventListener("click", (event) => {
  event.preventDefault();
  showInOriginal(chosen());
}));

document.querySelector(".keys").classList.add("ready");
const opened = (chosen() && chosen().querySelector(".sheet-form[open]")) || document.querySelector("#them[open]");
const alarm = document.querySelector("[role=alert]");
function settle() {
  // after the browser has gone to the task named in the address
  if (opened) { focusFirst(opened); opened.scrollIntoView({ block: "nearest" }); }
  else if (chosen() && !alarm) chosen().querySelector(".name").focus({ preventScroll: true });
  showInOriginal(chosen());
  const block = document.querySelector("#them[open] input[name=block]");
  if (block) showInOriginal({ dataset: { blocks: block.value }, classList: { contains: () => false } });
}
if (document.readyState === "complete") settle();
else window.addEventListener("load", () => requestAnimationFrame(settle));
