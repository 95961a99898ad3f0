// The demo's clock: what time it is there, and buttons that move it.

import { button, fill, make } from "./dom.js";
import { icon } from "./icons.js";
import { clockZone, dayName, fieldValue, fromField, hourMinuteSecond, present, setClock } from "./moment.js";
import { post } from "./wire.js";
import { word } from "./words.js";

export class ClockBar {
  /** `problem(error)` shows what went wrong. */
  constructor(problem) {
    this.problem = problem;
    this.node = make("section", { class: "clock" });
    this.draw();
  }

  draw() {
    this.time = make("time", { class: "clock-time", data: { testid: "clock" } });
    this.day = make("span", { class: "clock-day" });
    const jump = (name, body) => button(name, () => this.move(body), { look: "chip" });
    this.field = make("input", {
      type: "datetime-local",
      "aria-label": word("clock-custom"),
      on: { keydown: (event) => event.key === "Enter" && this.custom() },
    });
    this.jumps = make(
      "div",
      { class: "clock-jumps", role: "group", "aria-label": word("clock-move") },
      jump(word("plus-5"), { advance: 300 }),
      jump(word("plus-30"), { advance: 1800 }),
      jump("16:25", { to: "16:25" }),
      jump("16:55", { to: "16:55" }),
      jump("17:00", { to: "17:00" }),
      jump(word("tomorrow-0740"), { to: "tomorrow 07:40" }),
      make("span", { class: "clock-custom" }, this.field, button(word("clock-go"), () => this.custom(), { look: "chip" })),
    );
    this.node.setAttribute("aria-label", word("clock"));
    fill(
      this.node,
      make("div", { class: "clock-face" }, this.time, make("span", { class: "clock-where" }, this.day, make("small", {}, clockZone()))),
      button(word("clock-move"), () => this.jumps.classList.toggle("clock-open"), {
        icon: icon("clock"),
        look: "round clock-toggle",
      }),
      this.jumps,
    );
    this.tick();
  }

  tick() {
    this.time.textContent = hourMinuteSecond(present());
    this.day.textContent = dayName(present());
    if (document.activeElement !== this.field) this.field.value = fieldValue(present());
  }

  custom() {
    if (this.field.value) this.move({ to: fromField(this.field.value) });
    this.field.blur();
  }

  async move(body) {
    try {
      setClock((await post("/api/clock", body)).now);
      this.jumps.classList.remove("clock-open");
      this.tick();
    } catch (problem) {
      this.problem(problem);
    }
  }
}
