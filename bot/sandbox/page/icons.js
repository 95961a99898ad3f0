// Line icons, drawn here so that the page needs no font and no network. 24 × 24, stroke = currentColor.

import { make } from "./dom.js";

const PATHS = {
  add: ["M12 5v14M5 12h14"],
  back: ["M15 5l-7 7 7 7"],
  block: ["M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18", "M5.8 5.8l12.4 12.4"],
  bot: ["M7 9h10a2.5 2.5 0 0 1 2.5 2.5v5A2.5 2.5 0 0 1 17 19H7a2.5 2.5 0 0 1-2.5-2.5v-5A2.5 2.5 0 0 1 7 9z", "M12 9V5M9.2 13.2v1M14.8 13.2v1"],
  check: ["M4.5 12.5l5 5L19.5 7"],
  clip: ["M19.5 11.2l-7.6 7.6a4.6 4.6 0 0 1-6.5-6.5l8-8a3.1 3.1 0 0 1 4.4 4.4l-8 8a1.5 1.5 0 0 1-2.2-2.2l7.3-7.3"],
  clock: ["M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17", "M12 7.5V12l3 2"],
  close: ["M6 6l12 12M18 6L6 18"],
  document: ["M7 3.5h7l4 4v13H7z", "M13.5 3.5v4.5h4.5"],
  down: ["M6 9.5l6 6 6-6"],
  edit: ["M5 19l.8-3.8L16 5l3 3L8.8 18.2z"],
  forward: ["M13 6l6 6-6 6", "M19 12H9a5 5 0 0 0-5 5v1"],
  keyboard: ["M4 6.5h16a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1z", "M6.5 10h1M10 10h1M13.5 10h1M17 10h.5M8 14h8"],
  link: ["M9 15L19 5", "M12 5h7v7"],
  live: ["M12 10.2a1.8 1.8 0 1 0 0 3.6a1.8 1.8 0 1 0 0-3.6", "M8 8a5.6 5.6 0 0 0 0 8M16 8a5.6 5.6 0 0 1 0 8M5.2 5.2a9.6 9.6 0 0 0 0 13.6M18.8 5.2a9.6 9.6 0 0 1 0 13.6"],
  menu: ["M5 7h14M5 12h14M5 17h14"],
  mic: ["M12 3.5a2.8 2.8 0 0 1 2.8 2.8v5a2.8 2.8 0 0 1-5.6 0v-5A2.8 2.8 0 0 1 12 3.5z", "M6 11.5a6 6 0 0 0 12 0M12 17.5v3"],
  minus: ["M5 12h14"],
  more: ["M12 5.5v.01M12 12v.01M12 18.5v.01"],
  pause: ["M8.5 6v12M15.5 6v12"],
  photo: ["M4 6h16v13H4z", "M4 16l4.5-4.5 4 4 2.5-2.5L20 18M15.5 9.5v.01"],
  pin: ["M12 21s6.5-6.2 6.5-11a6.5 6.5 0 0 0-13 0C5.5 14.8 12 21 12 21z", "M12 7.8a2.2 2.2 0 1 0 0 4.4a2.2 2.2 0 1 0 0-4.4"],
  play: ["M8 5.5v13l10-6.5z"],
  reply: ["M10 7L5 12l5 5", "M5 12h9a5 5 0 0 1 5 5v1"],
  send: ["M4.5 12L20 4.5 15 20l-3.2-6.8z"],
  slash: ["M14.5 6l-5 12"],
  step: ["M6.5 6v12l8-6z", "M17.5 6v12"],
  stop: ["M7 7h10v10H7z"],
  venue: ["M4.5 20h15M6.5 20V6.5h7V20M13.5 11h4V20M9 10h2M9 13.5h2"],
  walk: ["M13 4.2v.01", "M10 20l1.8-5L9.5 12.5l1-4 3 1 1.5 2.5 2 .8M13.2 14l1.8 2 .5 4M10.5 8.5L8 10v3"],
};

/** The icon of that name; hidden from assistive technology, its button carries the words. */
export function icon(name) {
  const heavy = name === "more" || name === "walk" || name === "photo";
  return make(
    "svg",
    { viewBox: "0 0 24 24", class: ["icon", heavy && "icon-dots"], "aria-hidden": "true", focusable: "false" },
    PATHS[name].map((d) => make("path", { d })),
  );
}
