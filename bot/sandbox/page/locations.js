// The sheets about places: where a phone is, sending a point, sharing it live and walking, sending a venue.

import { button, fill, make } from "./dom.js";
import { distance, exact, far, measured } from "./ground.js";
import { icon } from "./icons.js";
import { sheet, toast } from "./layer.js";
import { present } from "./moment.js";
import { placeNear, stillMap, townMap } from "./town.js";
import { either, word } from "./words.js";
import { world } from "./world.js";

/** What a place is called here: a known place's name, or its coordinates. */
export function placeName(point) {
  const near = placeNear(point, 120);
  return near ? either(near.label) : `${point.latitude.toFixed(4)}, ${point.longitude.toFixed(4)}`;
}

/**
 * A request_location button was pressed; `send(location)` gets where the phone is, as it would measure it.
 * Away from the office it is sent at once. At the office the phone asks first, and can be carried to a client from
 * there: a newcomer has not moved it yet, and a check-in at one's own desk is hardly ever meant.
 */
export function shareWhere(phone, send) {
  const go = () => {
    send(measured(phone.where));
    toast(phone.screen, word("shared-where", { place: placeName(phone.where) }));
  };
  if (placeNear(phone.where)?.kind !== "office") return go();
  sheet(phone.screen, word("share-title"), (close) => {
    const here = button(
      word("send-location"),
      () => {
        close();
        go();
      },
      { look: "primary wide", id: "send-location" },
    );
    queueMicrotask(() => here.focus({ preventScroll: true }));
    return [
      make("div", { class: "still" }, stillMap(phone.where)),
      make("p", { class: "note" }, word("phone-is-at"), " ", strong("here-name", placeName(phone.where))),
      here,
      make("p", { class: "note" }, word("phone-elsewhere")),
      placeList(phone, (point) => {
        phone.stand(point);
        close();
        go();
      }),
    ];
  });
}

/** Where the phone itself is: pressing a place carries it there. Nothing is sent. */
export function carryPhone(phone) {
  sheet(phone.screen, word("where-title"), (close) => {
    const choose = (point) => {
      phone.stand(point);
      close();
    };
    let chosen = null;
    const put = button(word("be-here"), () => choose(chosen), { look: "primary wide", disabled: true });
    const map = townMap({
      here: phone.where,
      chosen: null,
      pick: (point) => {
        chosen = point;
        put.disabled = false;
      },
    });
    return [make("p", { class: "note" }, word("where-note")), map.node, put, placeList(phone, choose)];
  }, { tall: true });
}

/** The attachment: a point, a live share that may walk, or a venue. */
export function locationSheet(phone) {
  sheet(phone.screen, word("attach-location"), (close) => {
    let chosen = phone.where;
    let tab = "point";
    const name = strong("chosen-place");
    const actions = make("div", { class: "actions" });
    const tabs = make("div", { class: "tabs", role: "tablist" });
    const choose = (point, shown = true) => {
      chosen = point;
      if (shown) map.choose(point);
      fill(name, placeName(point));
    };
    const map = townMap({ here: phone.where, chosen, pick: (point) => choose(point, false) });
    const draw = () => {
      fill(tabs, Object.keys(TABS).map((kind) => {
        const press = button(word(`tab-${kind}`), () => turn(kind), { look: "tab" });
        press.setAttribute("role", "tab");
        press.setAttribute("aria-selected", String(kind === tab));
        return press;
      }));
      map.from(tab === "live" ? phone.where : null);
      fill(actions, TABS[tab](phone, () => chosen, close));
    };
    const turn = (kind) => {
      tab = kind;
      draw();
    };
    const fromList = (point) => {
      choose(point);
      tabs.parentElement.scrollTo({ top: 0, behavior: "smooth" });
    };
    choose(chosen, false);
    draw();
    return [tabs, map.node, make("p", { class: "note" }, word("chosen"), " ", name), actions, placeList(phone, fromList)];
  }, { tall: true, id: "location-sheet" });
}

const TABS = { point: pointActions, live: liveActions, venue: venueActions };

function pointActions(phone, chosen, close) {
  const how = manner(phone);
  return [
    button(word("send-point"), () => {
      close();
      const point = how.same() ? exact(chosen()) : measured(chosen());
      phone.post("location", { ...point, ...how.accuracy(), manner: how.read() });
    }, { look: "primary wide", id: "send-point" }),
    how.node,
  ];
}

function liveActions(phone, chosen, close) {
  const speeds = [["5", word("speed-foot")], ["15", word("speed-bike")], ["40", word("speed-car")]];
  const periods = [["900", word("minutes-15")], ["3600", word("hour-1")], ["28800", word("hours-8")]];
  const speed = select(word("speed"), speeds);
  const period = select(word("period"), periods);
  const flying = make("input", { type: "checkbox", checked: true });
  return [
    make("p", { class: "note" }, word("live-note", { place: placeName(phone.where) })),
    make("div", { class: "fields" }, speed.node, period.node),
    make("label", { class: "check" }, flying, word("time-flies")),
    button(word("start-live"), () => {
      close();
      phone.startLive({
        to: distance(phone.where, chosen()) > 5 ? chosen() : null,
        speed: Number(speed.input.value),
        period: Number(period.input.value),
        flying: flying.checked,
      });
    }, { look: "primary wide", id: "start-live" }),
  ];
}

function venueActions(phone, chosen, close) {
  const field = (name) => make("input", { type: "text", "aria-label": name, placeholder: name });
  const title = field(word("venue-title"));
  const address = field(word("venue-address"));
  return [
    make("div", { class: "fields" }, title, address),
    button(word("send-venue"), () => {
      close();
      const near = placeNear(chosen(), 400);
      phone.post("venue", {
        ...exact(chosen()),
        title: title.value || either(near?.label) || word("venue-here"),
        address: address.value || either(near?.about) || word("venue-nearby"),
      });
    }, { look: "primary wide" }),
  ];
}

// How a location was really sent: what the evidence rules look at.
function manner(phone) {
  const others = [...world.people.values()].filter((person) => person.person !== phone.person);
  const metres = [5, 15, 50, 200, 1000].map((m) => [String(m), `± ${m} m`]);
  const names = others.map((person) => [String(person.person), person.name]);
  const ages = [10, 40, 120].map((minutes) => [String(minutes), word("sent-ago", { minutes })]);
  const accuracy = select(word("accuracy"), [["", word("accuracy-none")], ...metres]);
  const hidden = ["hidden", word("forwarded-hidden")];
  const from = select(word("forwarded-by"), [["", word("forwarded-no")], ...names, hidden]);
  const age = select(word("sent-when"), [["0", word("sent-now")], ...ages]);
  const same = make("input", { type: "checkbox" });
  const offline = make("input", { type: "checkbox" });
  const viaBot = make("input", { type: "checkbox" });
  const check = (input, key) => make("label", { class: "check" }, input, word(key));
  return {
    node: make(
      "details",
      { class: "more" },
      make("summary", {}, word("manner-title")),
      make("div", { class: "fields" }, accuracy.node, from.node, age.node),
      check(same, "manner-same"),
      check(offline, "manner-offline"),
      check(viaBot, "manner-via"),
    ),
    same: () => same.checked,
    accuracy: () => (accuracy.input.value ? { horizontal_accuracy: Number(accuracy.input.value) } : {}),
    read() {
      const read = {};
      const who = from.input.value;
      if (who === "hidden") read.forward = { type: "hidden_user", name: word("forwarded-hidden") };
      else if (who) read.forward = { type: "user", person: Number(who), name: world.people.get(Number(who)).name };
      if (offline.checked) read.offline = true;
      if (viaBot.checked) read.via_bot = "place_bot";
      if (age.input.value !== "0") read.sent_at = new Date(present() - Number(age.input.value) * 60_000).toISOString();
      return read;
    },
  };
}

/** A labelled choice: {node, input}; options are [value, text]. */
export function select(label, options) {
  const input = make("select", {}, options.map(([value, text]) => make("option", { value }, text)));
  return { input, node: make("label", { class: "field" }, make("span", {}, label), input) };
}

const strong = (id, ...text) => make("strong", { data: { testid: id } }, text);

function placeList(phone, choose) {
  const list = make("ul", { class: "places" });
  const search = make("input", {
    type: "search",
    placeholder: word("find-place"),
    "aria-label": word("find-place"),
    on: { input: () => draw() },
  });
  const draw = () => {
    const wanted = search.value.trim().toLowerCase();
    const rows = world.places
      .map((place) => ({ place, name: either(place.label), about: either(place.about), m: distance(phone.where, place) }))
      .filter(({ name, about }) => !wanted || `${name} ${about}`.toLowerCase().includes(wanted))
      .sort((a, b) => (b.place.kind === "office") - (a.place.kind === "office") || a.m - b.m);
    fill(list, rows.map(({ place, name, about, m }) =>
      make("li", {}, make(
        "button",
        { type: "button", class: "place-row", data: { place: place.key }, on: { click: () => choose(exact(place)) } },
        icon(place.kind === "office" ? "venue" : "pin"),
        make("span", { class: "place-row-name" }, make("b", {}, name), about ? make("span", {}, about) : null),
        make("span", { class: "place-row-far" }, far(m)),
      ))));
  };
  draw();
  return make("div", { class: "place-picker" }, search, list);
}
