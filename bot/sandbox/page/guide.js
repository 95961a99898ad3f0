// What a newcomer may try, in the order of a field day.

import { button, fill, make } from "./dom.js";
import { icon } from "./icons.js";
import { word } from "./words.js";

const STEPS = ["declare", "carry", "checkin", "forward", "leave", "record", "clock", "team", "stranger"];

/** Opens the list of things to try over the page. */
export function openGuide() {
  const node = make("dialog", { class: "guide", "aria-label": word("guide"), on: { close: () => node.remove() } });
  node.addEventListener("click", (event) => event.target === node && node.close());
  fill(
    node,
    make(
      "header",
      { class: "sheet-head" },
      make("h2", {}, word("guide")),
      button(word("close"), () => node.close(), { icon: icon("close"), look: "round" }),
    ),
    make("ol", {}, STEPS.map((step) => make("li", {}, word(`guide-${step}`)))),
  );
  document.body.append(node);
  node.showModal();
}
