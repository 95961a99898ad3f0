// "Play the day": the scripted field day, with a caption of what is happening.

import { button, fill, make } from "./dom.js";
import { icon } from "./icons.js";
import { post } from "./wire.js";
import { either, word } from "./words.js";
import { follow, world } from "./world.js";

const PACES = [[0.5, "½×"], [1, "1×"], [2, "2×"], [4, "4×"]];

export class DayBar {
  /** `desk` shows and lights the phone of a step; `problem(error)` says what went wrong. */
  constructor(desk, problem) {
    this.desk = desk;
    this.problem = problem;
    this.pace = 1;
    this.node = make("section", { class: "day", data: { testid: "day" } });
    this.draw();
    follow((event) => {
      if (event.event !== "script" && event.event !== "reload") return;
      this.draw();
      this.follow();
    });
  }

  draw() {
    const script = world.script;
    this.node.hidden = !script?.steps?.length;
    if (this.node.hidden) return;
    const { state, steps } = script;
    const running = state === "running";
    const now = steps.find((step) => step.state === "now");
    const begun = script.at > 0 || running;
    const told = now ?? (begun ? steps[Math.min(script.at, steps.length) - 1] : null);
    const failed = steps.find((step) => step.state === "failed");
    const caption = (step) => either(step.caption ?? step.title);
    const saying = () => {
      if (failed) return `${caption(failed)} ${failed.problem ?? ""}`;
      if (state === "done") return word("day-done");
      return told ? caption(told) : word("day-hint");
    };
    const start = { do: "start", pace: this.pace };
    this.node.setAttribute("aria-label", word("day"));
    const press = (name, picture, body, { id, disabled = false, strong = false }) =>
      button(name, () => this.do(body), { icon: icon(picture), look: strong ? "round strong" : "round", id, disabled });
    fill(
      this.node,
      make(
        "div",
        { class: "day-buttons" },
        running
          ? press(word("day-pause"), "pause", { do: "stop" }, { id: "day-pause", strong: true })
          : press(word(begun && state !== "done" ? "day-continue" : "day-start"), "play", start, {
              id: "day-start",
              strong: true,
            }),
        press(word("day-step"), "step", { do: "step" }, { id: "day-step", disabled: running || state === "done" }),
        press(word("day-stop"), "stop", { do: "reset" }, { id: "day-stop", disabled: !begun }),
      ),
      make(
        "p",
        { class: ["day-caption", failed && "day-failed"], "aria-live": "polite", data: { testid: "day-caption" } },
        make("b", {}, told ? `${steps.indexOf(told) + 1}/${steps.length}` : either(script.title) || word("day")),
        make("span", {}, saying()),
      ),
      make(
        "select",
        { class: "day-pace", "aria-label": word("day-pace"), on: { change: (event) => this.newPace(Number(event.target.value)) } },
        PACES.map(([value, text]) => make("option", { value, selected: value === this.pace }, text)),
      ),
      make("progress", { class: "day-progress", max: steps.length, value: script.at, "aria-label": word("day") }),
    );
  }

  follow() {
    const script = world.script;
    const just = script?.state === "paused" ? script.steps[script.at - 1] : null;
    const now = script?.steps?.find((step) => step.state === "now") ?? just;
    this.desk.light(now?.person ?? null);
    if (now?.person && now.n !== this.shown) this.desk.show(now.person);
    this.shown = now?.n;
  }

  async newPace(pace) {
    this.pace = pace;
    if (world.script.state !== "running") return;
    await this.do({ do: "stop" });
    await this.do({ do: "start", pace });
  }

  // A day that is over starts again from the beginning; one that got stuck tries the stuck step again.
  // What comes of it arrives as events: an answer may be older than they are.
  async do(body) {
    try {
      if (body.do === "start" && world.script.state === "done") await post("/api/script", { do: "reset" });
      if (body.do === "start" && world.script.state === "failed") await post("/api/script", { do: "step" });
      await post("/api/script", body);
    } catch (problem) {
      this.problem(problem);
    }
  }
}
