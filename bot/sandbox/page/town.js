// An invented town under real points: streets, a river and parks that need no network. Same place, same streets.

import { button, fill, make } from "./dom.js";
import { distance, metres, middle, pointAt } from "./ground.js";
import { icon } from "./icons.js";
import { either, word } from "./words.js";
import { world } from "./world.js";

const BLOCK = 260; // metres between streets
const AVENUE = 4; // every fourth street is an avenue

const origin = () => (world.places.length ? middle(world.places) : { latitude: 30.25, longitude: 120.15 });

/** A small picture of the town around `point`, with a pin. */
export function stillMap(point, { live = false } = {}) {
  const size = { width: 232, height: 128 };
  const view = { centre: metres(point, origin()), scale: 3.2 };
  const svg = canvas(size);
  const centre = { x: size.width / 2, y: size.height / 2 };
  svg.append(...ground(view, size), ...names(view, size, 3), pin(centre, live ? "live" : "pin"));
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", word("map"));
  return svg;
}

/**
 * A map to pan, zoom and pick on. `pick(point)` is called when somebody presses a spot; `here` is where the phone is.
 * Answers {node, choose(point), from(point)}: move the pin, move the line's beginning.
 */
export function townMap({ here, chosen, pick }) {
  const size = { width: 340, height: 220 };
  const view = { centre: metres(chosen ?? here, origin()), scale: 9 };
  const svg = canvas(size);
  svg.setAttribute("role", "application");
  svg.setAttribute("aria-label", word("map-pick"));
  let pinAt = chosen;
  let start = null;

  const screen = (point) => onScreen(point, view, size);
  const draw = () => {
    const marks = [];
    if (start && pinAt) {
      const [a, b] = [screen(start), screen(pinAt)];
      marks.push(make("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, class: "map-way" }));
    }
    marks.push(make("circle", { cx: screen(here).x, cy: screen(here).y, r: 6, class: "map-here" }));
    if (pinAt) marks.push(pin(screen(pinAt), "pin"));
    fill(svg, ground(view, size), names(view, size, 14), marks);
  };
  const zoom = (factor) => {
    view.scale = Math.min(60, Math.max(1.2, view.scale * factor));
    draw();
  };
  dragging(svg, {
    move: (dx, dy) => {
      view.centre = { x: view.centre.x - dx * view.scale, y: view.centre.y - dy * view.scale };
      draw();
    },
    press: (x, y) => {
      const spot = {
        x: view.centre.x + (x - size.width / 2) * view.scale,
        y: view.centre.y + (y - size.height / 2) * view.scale,
      };
      pinAt = pointAt(spot, origin());
      draw();
      pick(pinAt);
    },
    zoom,
    size,
  });
  draw();
  const node = make(
    "div",
    { class: "town" },
    svg,
    make(
      "div",
      { class: "town-zoom" },
      button(word("zoom-in"), () => zoom(0.6), { icon: icon("add"), look: "round" }),
      button(word("zoom-out"), () => zoom(1.6), { icon: icon("minus"), look: "round" }),
    ),
  );
  return {
    node,
    choose(point) {
      pinAt = point;
      const { x, y } = screen(point);
      if (x < 30 || y < 40 || x > size.width - 30 || y > size.height - 20) view.centre = metres(point, origin());
      draw();
    },
    from(point) {
      start = point;
      draw();
    },
  };
}

/** The nearest known place within `within` metres, or null. */
export function placeNear(point, within = 150) {
  let best = null;
  for (const place of world.places) {
    const m = distance(point, place);
    if (m <= within && (!best || m < best.m)) best = { place, m };
  }
  return best?.place ?? null;
}

function canvas({ width, height }) {
  return make("svg", { viewBox: `0 0 ${width} ${height}`, class: "map", preserveAspectRatio: "xMidYMid slice" });
}

function onScreen(point, view, size) {
  const { x, y } = metres(point, origin());
  return {
    x: size.width / 2 + (x - view.centre.x) / view.scale,
    y: size.height / 2 + (y - view.centre.y) / view.scale,
  };
}

function ground(view, size) {
  const half = { x: (size.width / 2) * view.scale, y: (size.height / 2) * view.scale };
  const from = { x: view.centre.x - half.x, y: view.centre.y - half.y };
  const to = { x: view.centre.x + half.x, y: view.centre.y + half.y };
  const px = (x) => ((x - from.x) / view.scale).toFixed(1);
  const py = (y) => ((y - from.y) / view.scale).toFixed(1);
  const drawn = [make("rect", { width: size.width, height: size.height, class: "map-land" })];
  const every = view.scale > 14 ? AVENUE : 1;
  const span = (a, b) => {
    const list = [];
    for (let i = Math.floor(a / BLOCK) - 1; i <= b / BLOCK + 1; i += 1) if (i % every === 0) list.push(i);
    return list;
  };
  const columns = span(from.x, to.x);
  const rows = span(from.y, to.y);
  if (every === 1) {
    for (const i of columns)
      for (const j of rows)
        if (chance(i, j) < 0.07) {
          const [x0, x1, y0, y1] = [street(i, 1), street(i + 1, 1), street(j, 2), street(j + 1, 2)];
          const width = ((x1 - x0) / view.scale).toFixed(1);
          const height = ((y1 - y0) / view.scale).toFixed(1);
          drawn.push(make("rect", { x: px(x0), y: py(y0), width, height, class: "map-park" }));
        }
  }
  const river = [];
  for (let x = from.x - 200; x <= to.x + 200; x += Math.max(60, view.scale * 8)) river.push(`${px(x)},${py(bank(x))}`);
  const wide = (m, least) => Math.max(least, m / view.scale);
  drawn.push(make("polyline", { points: river.join(" "), class: "map-river", "stroke-width": wide(150, 3) }));
  const lines = { lane: "", avenue: "" };
  for (const i of columns) lines[i % AVENUE === 0 ? "avenue" : "lane"] += `M${px(street(i, 1))} 0V${size.height}`;
  for (const j of rows) lines[j % AVENUE === 0 ? "avenue" : "lane"] += `M0 ${py(street(j, 2))}H${size.width}`;
  drawn.push(make("path", { d: lines.lane, class: "map-lane", "stroke-width": wide(9, 0.7) }));
  drawn.push(make("path", { d: lines.avenue, class: "map-avenue", "stroke-width": wide(20, 1.6) }));
  return drawn;
}

function names(view, size, most) {
  const drawn = [];
  const taken = [];
  const known = world.places.map((place) => {
    const at = onScreen(place, view, size);
    return { place, ...at, off: Math.hypot(at.x - size.width / 2, at.y - size.height / 2) };
  });
  const seen = known.filter(({ x, y }) => x > -4 && y > -4 && x < size.width + 4 && y < size.height + 4);
  seen.sort((a, b) => (b.place.kind === "office") - (a.place.kind === "office") || a.off - b.off);
  for (const { place, x, y } of seen) {
    const r = place.kind === "office" ? 5 : 3.6;
    drawn.push(make("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r, class: `map-place map-${place.kind}` }));
    const text = either(place.label);
    const wide = [...text].reduce((sum, c) => sum + (c > "\u2e7f" ? 10 : 5.6), 0);
    const box = { x0: x - wide / 2, x1: x + wide / 2, y0: y + 5, y1: y + 18 };
    const free = taken.every((b) => box.x1 < b.x0 || box.x0 > b.x1 || box.y1 < b.y0 || box.y0 > b.y1);
    if (taken.length < most && free && box.x0 > 1 && box.x1 < size.width - 1 && box.y1 < size.height) {
      taken.push(box);
      drawn.push(make("text", { x: x.toFixed(1), y: (y + 15).toFixed(1), class: "map-name" }, text));
    }
  }
  return drawn;
}

function pin({ x, y }, kind) {
  return make(
    "g",
    { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, class: `map-pin map-pin-${kind}` },
    kind === "live"
      ? [make("circle", { r: 17, class: "map-pulse" }), make("circle", { r: 8 })]
      : [make("path", { d: "M0 0C-3-7-10-11-10-19a10 10 0 0 1 20 0C10-11 3-7 0 0z" }), make("circle", { cy: -19, r: 3.6, class: "map-pin-hole" })],
  );
}

function dragging(svg, { move, press, zoom, size }) {
  let last = null;
  let moved = 0;
  const ratio = () => size.width / svg.getBoundingClientRect().width;
  svg.addEventListener("pointerdown", (event) => {
    last = { x: event.clientX, y: event.clientY };
    moved = 0;
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (!last) return;
    const [dx, dy] = [event.clientX - last.x, event.clientY - last.y];
    moved += Math.abs(dx) + Math.abs(dy);
    if (moved < 5) return;
    last = { x: event.clientX, y: event.clientY };
    move(dx * ratio(), dy * ratio());
  });
  svg.addEventListener("pointerup", (event) => {
    if (last && moved < 5) {
      const box = svg.getBoundingClientRect();
      press((event.clientX - box.left) * ratio(), (event.clientY - box.top) * ratio());
    }
    last = null;
  });
  svg.addEventListener("pointercancel", () => (last = null));
  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2);
  }, { passive: false });
}

// Streets wobble a little, so that the town does not look ruled.
const street = (i, axis) => i * BLOCK + (chance(i, axis * 7919) - 0.5) * 90;
const bank = (x) => 620 + 420 * Math.sin(x / 1900) + 160 * Math.sin(x / 640 + 1.3);

function chance(i, j) {
  let n = Math.imul(i, 374761393) + Math.imul(j, 668265263);
  n = Math.imul(n ^ (n >>> 13), 1274126177);
  return ((n ^ (n >>> 16)) >>> 0) / 4294967296;
}
