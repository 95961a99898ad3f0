// What lies over a phone's screen: sheets from below, dialogs, menus, toasts. Escape and a press outside close them.

import { button, make } from "./dom.js";
import { icon } from "./icons.js";
import { word } from "./words.js";

/**
 * Opens a sheet from the bottom of `screen`. `build(close)` answers its content.
 * Closing gives the focus back.
 */
export function sheet(screen, title, build, { tall = false, id = null } = {}) {
  return open(screen, "sheet", title, (close) => [
    make(
      "header",
      { class: "sheet-head" },
      make("h2", {}, title),
      button(word("close"), close, { icon: icon("close"), look: "round" }),
    ),
    make("div", { class: "sheet-body" }, build(close)),
  ], [tall && "sheet-tall"], id);
}

/** A dialog in the middle: text and buttons [{name, press, strong}]. Every button closes it. */
export function dialog(screen, text, choices) {
  return open(screen, "dialog", text, (close) => [
    make("p", {}, text),
    make(
      "div",
      { class: "dialog-choices" },
      choices.map(({ name, press, strong }) =>
        button(name, () => {
          close();
          press?.();
        }, { look: strong ? "primary" : "plain" }),
      ),
    ),
  ], [], "dialog");
}

/** A list of things to do, as a small menu: [{name, icon, press}]. */
export function menu(screen, title, items) {
  return open(screen, "menu", title, (close) =>
    items.map(({ name, icon: picture, press }) =>
      make(
        "button",
        {
          type: "button",
          role: "menuitem",
          class: "menu-item",
          on: {
            click: () => {
              close();
              press();
            },
          },
        },
        icon(picture),
        make("span", {}, name),
      ),
    ), [], "menu");
}

/** A short notice at the top of the screen that goes away by itself. */
export function toast(screen, text) {
  screen.querySelectorAll(".toast").forEach((old) => old.remove());
  const node = make("div", { class: "toast", role: "status", data: { testid: "toast" } }, text);
  screen.append(node);
  setTimeout(() => node.remove(), Math.min(8000, 1600 + text.length * 60));
}

function open(screen, kind, name, build, classes, id) {
  screen.querySelectorAll(".layer").forEach((old) => old.remove());
  const before = document.activeElement;
  const close = () => {
    layer.remove();
    if (before?.isConnected) before.focus({ preventScroll: true });
  };
  const box = make("div", {
    class: [kind, ...classes],
    role: kind === "menu" ? "menu" : kind === "dialog" ? "alertdialog" : "dialog",
    "aria-modal": "true",
    "aria-label": name,
    tabindex: "-1",
    data: id ? { testid: id } : {},
  });
  const layer = make(
    "div",
    {
      class: ["layer", `layer-${kind}`],
      on: {
        click: (event) => event.target === layer && close(),
        keydown: (event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          close();
        },
      },
    },
    box,
  );
  screen.append(layer);
  box.append(...[build(close)].flat(Infinity).filter(Boolean));
  box.focus({ preventScroll: true });
  return { close, box };
}
