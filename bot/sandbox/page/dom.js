// make() builds elements. Text only ever enters the page as text nodes: nothing here parses markup.

const SVG = "http://www.w3.org/2000/svg";
const SVG_TAGS = new Set(["svg", "g", "path", "circle", "rect", "line", "polyline", "text", "pattern", "defs"]);

/**
 * An element with attributes and children.
 * `on` is {event: listener}, `data` is dataset, `style` is {property: value}, `class` may be a list with gaps;
 * null, undefined and false attributes are left out, true means present.
 */
export function make(tag, attributes = {}, ...children) {
  const node = SVG_TAGS.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    else if (name === "data") Object.assign(node.dataset, value);
    else if (name === "style") for (const [property, v] of Object.entries(value)) node.style.setProperty(property, v);
    else if (name === "class") node.setAttribute("class", [value].flat().filter(Boolean).join(" "));
    else if (name === "value" && "value" in node) node.value = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Replaces everything inside `node`. */
export function fill(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A button with an accessible name; `icon` (an SVG node) replaces the visible text. */
export function button(name, press, { icon = null, look = "", id = null, disabled = false, title = null } = {}) {
  return make(
    "button",
    {
      type: "button",
      class: look,
      disabled,
      title: title ?? (icon ? name : null),
      "aria-label": icon ? name : null,
      data: id ? { testid: id } : {},
      on: { click: press },
    },
    icon ?? name,
  );
}
