"use strict";
{
  const items = [...document.querySelectorAll(".item")];
  const kinds = [...document.querySelectorAll("fieldset input")];
  const keys = document.getElementById("keys");
  const place = document.getElementById("place");
  let current = null;

  const shown = () => items.filter((item) => item.offsetParent !== null);

  /** Go to the item that comes before or after the current one, of those that are shown. */
  function move(step, wanted = () => true) {
    const all = shown();
    const there = all.filter(wanted);
    const isBeyond = (item) =>
      current === null
        ? item.getBoundingClientRect().top > 0 === step > 0
        : Math.sign(items.indexOf(item) - items.indexOf(current)) === step;
    const beyond = there.filter(isBeyond);
    const item = step > 0 ? (beyond[0] ?? there[0]) : (beyond.at(-1) ?? there.at(-1));
    if (item) {
      item.focus({ preventScroll: true });
      item.scrollIntoView({ block: "center" });
      place.textContent = `${all.indexOf(item) + 1} of ${all.length}`;
    }
  }

  const moves = {
    n: () => move(1),
    p: () => move(-1),
    c: () => move(1, (item) => item.classList.contains("doubtful")),
  };

  document.addEventListener("focusin", ({ target }) => {
    const item = target.closest(".item");
    if (item === null || item === current) return;
    document.querySelectorAll(".span.current").forEach((span) => span.classList.remove("current"));
    document.querySelectorAll(`[data-items~="${item.id}"]`).forEach((span) => span.classList.add("current"));
    current = item;
  });

  document.addEventListener("keydown", (event) => {
    const isCommand = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
    if (keys.checked && !isCommand && Object.hasOwn(moves, event.key)) {
      event.preventDefault();
      moves[event.key]();
    }
  });

  function showKinds(checked) {
    kinds.forEach((kind) => (kind.checked = checked));
  }

  document.getElementById("next").addEventListener("click", moves.n);
  document.getElementById("previous").addEventListener("click", moves.p);
  document.getElementById("next-check").addEventListener("click", moves.c);
  document.getElementById("show-all").addEventListener("click", () => showKinds(true));
  document.getElementById("show-none").addEventListener("click", () => showKinds(false));
  document.querySelectorAll(".scripted").forEach((part) => (part.hidden = false));
}
