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

const opened = (chosen() && chosen().querySelector(".sheet-form[open]")) || document.querySelector("#them[open]");

// words typed and not saved outlive Escape, another task and another page of the same tab, until saved or given up
const FORMS = ".sheet-form form, #them form";
const TYPED = "input:not([type=hidden]):not([type=checkbox]), textarea, select";

let store = { getItem: () => null, setItem() {}, removeItem() {} };
try { store = window.sessionStorage; } catch { /* the browser keeps nothing: words last as long as the page */ }

function nameOf(form) {
  const sheet = form.closest("[data-form]"), at = [...sheet.querySelectorAll("form")].indexOf(form);
  const of = (field) => (form.querySelector(`[name=${field}]`) || {}).value || "";
  return ["go-do", location.pathname, of("revision"), of("task"), of("quote"), sheet.dataset.form, at].join("|");
}

const nameWhenShown = new WeakMap();
const initial = (field) => (field.tagName === "SELECT"
  ? ([...field.options].find((one) => one.defaultSelected) || field.options[0]).value : field.defaultValue);

function keepTyped(form) {
  const typed = [...form.querySelectorAll(TYPED)].filter((field) => field.value !== initial(field));
  const name = nameWhenShown.get(form);
  if (!typed.length) store.removeItem(name);
  else store.setItem(name, JSON.stringify(Object.fromEntries(typed.map((field) => [field.name, field.value]))));
}

function bringBack(form) {
  nameWhenShown.set(form, nameOf(form));
  const kept = store.getItem(nameWhenShown.get(form));
  if (!kept || form.closest("[data-form]").querySelector("[role=alert]")) return;
  for (const [name, value] of Object.entries(JSON.parse(kept))) form.elements[name].value = value;
  form.closest("details").open = true;
  const note = document.createElement("p"), away = document.createElement("button");
  note.className = "word care small typed";
  note.setAttribute("role", "status");
  note.textContent = "Chữ gõ dở, chưa lưu. ";
  Object.assign(away, { type: "button", className: "second", textContent: "Bỏ chữ này" });
  away.addEventListener("click", () => { form.reset(); keepTyped(form); note.remove(); });
  note.append(away);
  form.prepend(note);
}

document.querySelectorAll(FORMS).forEach((form) => {
  bringBack(form);
  form.addEventListener("input", () => keepTyped(form));
  form.addEventListener("submit", () => store.removeItem(nameWhenShown.get(form)));
});

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
  s: () => openForm("tach"),
  g: () => openForm("gop"),
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
