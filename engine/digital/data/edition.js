// Fits the areas of a page to its image, shows where an article stands, and turns pages with the arrow keys.
// Everything can be read and followed without it.
"use strict";

document.documentElement.classList.add("scripted");

const image = document.querySelector(".sheet > img");
const areas = [...document.querySelectorAll("map area")];

function fitAreas() {
  const scale = image.clientWidth / Number(image.getAttribute("width"));
  if (!(scale > 0)) return;
  for (const area of areas) {
    area.dataset.coords = area.dataset.coords || area.coords;
    area.coords = area.dataset.coords.split(",").map((number) => Math.round(number * scale)).join(",");
  }
}

function light(name, on) {
  for (const each of document.querySelectorAll(`[data-article="${CSS.escape(name)}"]`)) each.classList.toggle("lit", on);
}

if (image) {
  new ResizeObserver(fitAreas).observe(image);
  fitAreas();
  for (const each of document.querySelectorAll("area[data-article], li[data-article]")) {
    const name = each.dataset.article;
    for (const event of ["mouseenter", "focusin"]) each.addEventListener(event, () => light(name, true));
    for (const event of ["mouseleave", "focusout"]) each.addEventListener(event, () => light(name, false));
  }
  const called = decodeURIComponent(location.hash.slice(1));
  if (called) light(called, true);
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const relation = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  const link = relation && document.querySelector(`link[rel="${relation}"]`);
  if (link) location.href = link.href;
});
