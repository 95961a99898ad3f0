// The phones side by side: who holds which, where each one is, adding and removing. Remembered by the browser.

import { button, fill, make } from "./dom.js";
import { middle } from "./ground.js";
import { icon } from "./icons.js";
import { dialog } from "./layer.js";
import { carryPhone, placeName } from "./locations.js";
import { Phone } from "./phone.js";
import { word } from "./words.js";
import { follow, world } from "./world.js";

const KEPT = "waiqin.desk";
const VISITS = /^(客户经理|客戶經理|relationship manager|rm)$/i;

export class Desk {
  constructor() {
    this.seats = []; // {phone, node, name, place}
    this.node = make("main", { class: "desk", "aria-label": word("phones") });
    this.tabs = make("nav", { class: "desk-tabs", role: "tablist", "aria-label": word("phones") });
    follow((event) => this.hear(event));
    for (const { person, where } of this.remembered()) this.add(person, where, false);
    this.draw();
  }

  /** Puts the phone of `person` on the desk (or brings it into view). */
  show(person) {
    if (!this.seats.some(({ phone }) => phone.person === person)) this.add(person);
    const seat = this.seats.find(({ phone }) => phone.person === person);
    const box = seat.node.getBoundingClientRect();
    if (box.left < 0 || box.right > window.innerWidth + 2) this.bringIntoView(seat);
  }

  /** Marks the phone that the script is working on; null marks none. */
  light(person) {
    for (const seat of this.seats) seat.node.classList.toggle("seat-lit", seat.phone.person === person);
  }

  add(person, where = null, redraw = true) {
    const phone = new Phone(person, where ?? startingPoint(), () => this.moved());
    this.seats.push({ phone });
    if (redraw) this.draw();
  }

  // A phone's node is never moved once it stands there: moving it would lose where its chat was scrolled to.
  draw() {
    this.node.setAttribute("aria-label", word("phones"));
    this.adder ??= this.node.appendChild(make("div", { class: "seat-add" }));
    for (const seat of this.seats) {
      if (!seat.node) this.node.insertBefore(this.newSeat(seat), this.adder);
      this.drawBar(seat);
    }
    const shown = new Set(this.seats.map(({ phone }) => phone.person));
    const spare = [...world.people.values()].find(({ person }) => !shown.has(person));
    fill(
      this.adder,
      spare ? button(word("add-phone"), () => this.addAndShow(spare.person), { look: "plain", id: "add-phone" }) : null,
      button(word("add-stranger"), () => this.stranger(), { look: "plain" }),
    );
    this.drawTabs();
    this.remember();
  }

  addAndShow(person) {
    this.add(person);
    this.bringIntoView(this.seats.at(-1));
  }

  /** Everything again, in the language now chosen. */
  redraw() {
    for (const { phone } of this.seats) phone.draw();
    this.draw();
  }

  /** Every phone's status line shows the time. */
  tick() {
    for (const { phone } of this.seats) phone.drawStatus();
  }

  newSeat(seat) {
    seat.bar = make("header", { class: "seat-bar" });
    seat.node = make("section", { class: "seat" }, seat.bar, seat.phone.node);
    return seat.node;
  }

  drawBar(seat) {
    const { phone } = seat;
    const at = placeName(phone.where);
    seat.placeName = make("span", {}, at);
    seat.place = make(
      "button",
      {
        type: "button",
        class: "seat-place",
        title: word("where-title"),
        "aria-label": word("phone-place", { place: at }),
        on: { click: () => carryPhone(phone) },
      },
      icon("pin"),
      seat.placeName,
    );
    const choice = make(
      "select",
      {
        class: "seat-person",
        "aria-label": word("whose-phone"),
        on: { change: (event) => this.give(seat, Number(event.target.value)) },
      },
      [...world.people.values()].map((person) =>
        make("option", { value: person.person, selected: person.person === phone.person }, title(person))),
    );
    seat.node.setAttribute("aria-label", word("phone-of", { name: phone.who?.name ?? "" }));
    Object.assign(seat.node.dataset, { testid: "seat", person: phone.person, key: phone.who?.key ?? "" });
    fill(
      seat.bar,
      make("span", { class: "seat-dot", style: { "--person": phone.who?.color ?? hue(phone.person) } }),
      choice,
      seat.place,
      button(word("remove-phone"), () => this.remove(seat), { icon: icon("close"), look: "round small", disabled: this.seats.length < 2 }),
    );
  }

  drawTabs() {
    fill(this.tabs, this.seats.map((seat) =>
      make(
        "button",
        {
          type: "button",
          role: "tab",
          class: "desk-tab",
          data: { person: seat.phone.person },
          on: { click: () => this.bringIntoView(seat) },
        },
        seat.phone.who?.name ?? "",
        make("i", { class: "tab-news" }),
      )));
    this.watch();
  }

  // The tab of the phone in view is the chosen one.
  watch() {
    this.watcher?.disconnect();
    this.watcher = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        const tab = this.tabs.querySelector(`[data-person="${entry.target.dataset.person}"]`);
        tab?.setAttribute("aria-selected", String(entry.isIntersecting));
        if (entry.isIntersecting) tab?.classList.remove("tab-new");
      }
    }, { root: this.node, threshold: 0.6 });
    for (const { node } of this.seats) this.watcher.observe(node);
  }

  bringIntoView(seat) {
    seat.node.scrollIntoView({ behavior: "smooth", inline: "center", block: "nearest" });
  }

  give(seat, person) {
    const { where } = seat.phone;
    seat.phone.close();
    const old = seat.phone.node;
    seat.phone = new Phone(person, where, () => this.moved());
    old.replaceWith(seat.phone.node);
    this.draw();
  }

  remove(seat) {
    seat.phone.close();
    seat.node.remove();
    this.seats = this.seats.filter((other) => other !== seat);
    this.draw();
  }

  moved() {
    for (const { phone, place, placeName: shown } of this.seats) {
      const at = placeName(phone.where);
      shown?.replaceChildren(at);
      place?.setAttribute("aria-label", word("phone-place", { place: at }));
    }
    this.remember();
  }

  stranger() {
    const screen = this.seats[0].phone.screen;
    const name = make("input", { type: "text", "aria-label": word("stranger-name"), value: word("stranger-default") });
    const { box } = dialog(screen, word("stranger-ask"), [
      { name: word("cancel") },
      { name: word("add"), strong: true, press: () => this.invite(name.value.trim() || word("stranger-default")) },
    ]);
    box.querySelector("p").after(make("div", { class: "fields" }, name));
    name.select();
  }

  async invite(name) {
    const answer = await this.seats[0].phone.act("/api/people", { name });
    if (!answer) return;
    world.people.set(answer.person.person, answer.person);
    this.addAndShow(answer.person.person);
  }

  hear(event) {
    if (event.event === "reload") this.draw();
    if (event.event === "person") for (const seat of this.seats) this.drawBar(seat);
    if (event.event === "message" && !event.bubble.out) {
      const tab = this.tabs.querySelector(`[data-person="${event.person}"]`);
      if (tab?.getAttribute("aria-selected") !== "true") tab?.classList.add("tab-new");
    }
  }

  remember() {
    const seats = this.seats.map(({ phone }) => ({ person: phone.person, where: phone.where }));
    localStorage.setItem(KEPT, JSON.stringify(seats));
  }

  remembered() {
    let kept = [];
    try {
      kept = JSON.parse(localStorage.getItem(KEPT) ?? "[]").filter(({ person }) => world.people.has(person));
    } catch {
      kept = [];
    }
    return kept.length ? kept : firstPhones().map((person) => ({ person, where: null }));
  }
}

// Whom the server names; else the first three of the day that can be played who are already in; else a team: two
// whose only role is to visit clients, and a colleague of theirs with another one.
function firstPhones() {
  const people = [...world.people.values()];
  const known = (numbers) => [...new Set(numbers)].filter((person) => world.people.has(person)).slice(0, 3);
  const named = known(world.desk ?? []);
  if (named.length) return named;
  const played = known((world.script?.steps ?? []).map(({ person }) => person).filter((one) => world.people.get(one)?.started));
  if (played.length > 1) return played;
  const visitors = people.filter(({ role, started }) => started && VISITS.test(role ?? ""));
  for (const first of visitors) {
    const team = people.filter(({ about }) => about === first.about);
    const second = team.find((person) => person !== first && visitors.includes(person));
    const manager = team.find((person) => person.role && !VISITS.test(person.role));
    if (second && manager) return [first, second, manager].map(({ person }) => person);
  }
  return people.slice(0, 3).map(({ person }) => person);
}

function startingPoint() {
  const { latitude, longitude } = world.places.find(({ kind }) => kind === "office") ?? middle(world.places);
  return { latitude, longitude };
}

const title = ({ name, role }) => (role ? `${name} · ${role}` : name);
const hue = (number) => `hsl(${(number * 137) % 360} 55% 50%)`;
