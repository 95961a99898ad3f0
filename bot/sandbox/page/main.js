// Puts the page together: bar, clock, the day, the phones.

import { ClockBar } from "./clockbar.js";
import { DayBar } from "./day.js";
import { Desk } from "./desk.js";
import { button, fill, make } from "./dom.js";
import { openGuide } from "./guide.js";
import { toast } from "./layer.js";
import { language, speak, word } from "./words.js";
import { enter, follow, world } from "./world.js";

const problem = (error) => toast(document.body, error.message);

async function open() {
  speak(language());
  const app = document.getElementById("app");
  try {
    await enter();
  } catch (error) {
    fill(app, make("p", { class: "page-problem", role: "alert" }, error.message));
    setTimeout(open, 1500);
    return;
  }
  const desk = new Desk();
  const clock = new ClockBar(problem);
  const day = new DayBar(desk, problem);
  const brand = make("div", { class: "brand" });
  const switcher = make("div", { class: "languages", role: "group" });
  const draw = () => {
    document.title = word("page-title");
    const line = { class: ["line", world.connected && "line-up"], title: word(world.connected ? "connected" : "connecting") };
    fill(brand, make("b", {}, word("brand")), make("span", {}, word("brand-under")), make("i", line));
    switcher.setAttribute("aria-label", word("language"));
    const guide = button(word("guide"), openGuide, { look: "chip" });
    fill(switcher, guide, [["zh", "中"], ["en", "EN"]].map(([tag, name]) => {
      const choice = button(name, () => change(tag), { look: "chip" });
      choice.setAttribute("aria-pressed", String(tag === language()));
      choice.setAttribute("aria-label", tag === "zh" ? "中文" : "English");
      return choice;
    }));
  };
  const change = (tag) => {
    speak(tag);
    draw();
    clock.draw();
    day.draw();
    desk.redraw();
  };
  draw();
  fill(app, make("header", { class: "bar" }, brand, clock.node, switcher), day.node, desk.tabs, desk.node);
  follow((event) => event.event === "line" && draw());
  follow((event) => event.event === "clock" && (clock.tick(), desk.tick()));
  setInterval(() => {
    clock.tick();
    desk.tick();
  }, 1000);
}

open();
