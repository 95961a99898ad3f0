// One phone: a person's private chat (or group) with the bot, kept true by the server's events.

import { isShared } from "./bubble.js";
import { Chat } from "./chat.js";
import { Composer } from "./composer.js";
import { button, fill, make } from "./dom.js";
import { measured } from "./ground.js";
import { icon } from "./icons.js";
import { dialog, toast } from "./layer.js";
import { shareWhere } from "./locations.js";
import { hourMinute, present } from "./moment.js";
import { chatMenu, copy, messageMenu, phoneMenu } from "./phonemenu.js";
import { Walk } from "./walk.js";
import { get, post, upload } from "./wire.js";
import { word } from "./words.js";
import { follow, world } from "./world.js";

const TAP_PATIENCE = 15_000; // milliseconds a button spins without an answer
const TYPING = 5000;

export class Phone {
  /** `where` is the point the phone is at; `moved(phone)` is called when it changes. */
  constructor(person, where, moved = () => {}) {
    Object.assign(this, { person, chat: person, where, moved, seq: 0, loads: 0, keyboard: null, commands: [] });
    this.taps = new Map(); // query -> stops the spinner
    this.answered = new Set(); // queries answered before the tap's own answer came
    this.log = new Chat({
      hands: (bubble) => this.hands(bubble),
      older: (id) => this.fetch(`&before=${id}`).catch((problem) => this.problem(problem)),
    });
    this.screen = make("div", { class: "screen" });
    this.node = make("div", { class: "phone", data: { testid: "phone", person } }, this.screen);
    this.composer = new Composer(this);
    this.draw();
    this.leave = follow((event) => this.hear(event));
    this.load();
  }

  get who() {
    return world.people.get(this.person);
  }

  /** Takes the phone off the page. */
  close() {
    this.walk?.end();
    this.leave();
  }

  /** Carries the phone to a point. */
  stand(point) {
    this.where = { latitude: point.latitude, longitude: point.longitude };
    this.moved(this);
  }

  /** Shows another chat of this person. */
  turnTo(chat) {
    this.chat = chat;
    this.draw();
    this.load();
  }

  fetch(more = "") {
    return get(`/api/phones/${this.person}/chats/${this.chat}?limit=60${more}`);
  }

  // What happens while the chat is being fetched waits, and is then taken if the answer did not have it yet.
  async load() {
    const load = (this.loads += 1);
    this.waiting ??= [];
    try {
      const answer = await this.fetch();
      if (load !== this.loads) return; // a later one is under way
      Object.assign(this, { seq: answer.seq, keyboard: answer.keyboard, commands: answer.commands ?? [] });
      this.composer.draw();
      this.log.show(answer.bubbles, answer.more);
      this.drawFoot();
      if (answer.chat?.unread) this.read();
    } catch (problem) {
      this.problem(problem);
    }
    const missed = this.waiting ?? [];
    this.waiting = null;
    for (const event of missed) this.hear(event);
  }

  // ---- what the person does

  /** POSTs to this phone; says what went wrong on its screen and answers null then. */
  post(verb, body = {}) {
    return this.act(`/api/phones/${this.person}/${verb}`, { chat: this.chat, ...body });
  }

  async act(path, body) {
    try {
      return await post(path, body);
    } catch (problem) {
      this.problem(problem);
      return null;
    }
  }

  problem(problem) {
    toast(this.screen, problem.message);
  }

  say(text, manner = {}) {
    return this.post("say", { text, manner });
  }

  /** Sends a file; `facts` are the form's further fields. */
  async media(kind, file, facts) {
    const form = new FormData();
    const given = { kind, chat: this.chat, ...facts, mime_type: file.type };
    for (const [name, value] of Object.entries(given)) if (value !== undefined && value !== "") form.append(name, value);
    const ending = (file.type.split("/")[1] ?? "bin").split(";")[0];
    form.append("file", file, facts.file_name ?? `${kind}.${ending}`);
    try {
      await upload(`/api/phones/${this.person}/media`, form);
    } catch (problem) {
      this.problem(problem);
    }
  }

  /** A button of the bot's keyboard. */
  async press(row, column, key) {
    if (key.kind === "location" && this.who.device === "phone") {
      shareWhere(this, (location) => this.post("press", { row, column, location }));
      return;
    }
    if (key.kind !== "text" && key.kind !== "location") {
      toast(this.screen, word("key-not-here"));
      return;
    }
    const answer = await this.post("press", { row, column });
    if (answer?.unavailable) toast(this.screen, word("location-unavailable"));
  }

  /** A button under a message: spins until its answer comes. */
  async tap(messageId, row, column, node) {
    if (node.getAttribute("aria-busy") === "true") return;
    node.setAttribute("aria-busy", "true");
    const stop = () => node.removeAttribute("aria-busy");
    const answer = await this.post("tap", { message_id: messageId, row, column });
    if (answer?.opens) this.open(answer.opens);
    if (answer?.copied) copy(this, answer.copied);
    if (!answer?.query || this.answered.delete(answer.query)) return stop();
    this.taps.set(answer.query, stop);
    setTimeout(() => this.taps.delete(answer.query) && stop(), TAP_PATIENCE);
  }

  /** A link: one to this very bot starts it, any other opens in the browser. */
  open(address) {
    const link = address.match(/(?:t\.me\/|resolve\?domain=)(\w+)[?&]start=([\w-]+)/);
    if (link && link[1].toLowerCase() === world.bot.username?.toLowerCase()) this.post("start", { token: link[2] });
    else if (/^https?:/i.test(address)) window.open(address, "_blank", "noopener");
  }

  /** Shares the place live and walks to `to` (null: stands still) at `speed` km/h. */
  async startLive({ to, speed, period, flying }) {
    this.walk?.end();
    const from = this.where;
    const sent = await this.post("live", { ...measured(from, 5), horizontal_accuracy: 12, live_period: period });
    if (!sent) return;
    this.walk = new Walk(this, { messageId: sent.message_id, from, to, speed, flying, tell: () => this.drawWalk() });
    this.drawWalk();
  }

  /** Ends a live share, and the walk if it was that one. */
  stopLive(messageId) {
    if (this.walk?.messageId === messageId) this.walk.end();
    return this.post("stop", { message_id: messageId });
  }

  read() {
    post(`/api/phones/${this.person}/read`, { chat: this.chat }).catch(() => {}); // only a count depends on it
  }

  // ---- what the server tells

  hear(event) {
    if (event.event === "reload" || event.event === "bot") {
      this.draw();
      this.load();
    }
    if (event.event === "line") this.drawTitle();
    if (event.event === "person" && event.person.person === this.person) {
      this.drawTitle();
      this.drawFoot();
    }
    if (event.person !== this.person || (event.chat !== undefined && event.chat !== this.chat)) return;
    if (this.waiting) this.waiting.push(event);
    else if (event.seq === undefined || event.seq > this.seq) this.take(event);
  }

  take(event) {
    switch (event.event) {
      case "message":
        this.typing(false);
        this.log.put(event.bubble);
        this.drawFoot();
        this.accompany(event.bubble);
        break;
      case "edited":
        this.log.put(event.bubble);
        this.accompany(event.bubble);
        if (this.walk?.messageId === event.bubble.message.message_id && !isShared(event.bubble)) this.walk.end();
        break;
      case "deleted":
        for (const id of event.message_ids) this.log.drop(id);
        break;
      case "answer":
        this.settle(event);
        break;
      case "keyboard":
        this.keyboard = event.keyboard;
        this.composer.newKeyboard();
        this.mustReply(event.force_reply);
        break;
      case "unread":
        if (event.unread) this.read();
        break;
      case "action":
        this.typing(true);
        break;
      case "commands":
        this.commands = event.commands;
        break;
    }
  }

  // While the day plays by itself, the phone is wherever its own locations say.
  accompany({ out, message }) {
    if (out && message.location && !message.forward_origin && world.script?.state === "running") this.stand(message.location);
  }

  settle(event) {
    const stop = this.taps.get(event.query);
    if (stop) {
      this.taps.delete(event.query);
      stop();
    } else this.answered.add(event.query);
    if (event.url) this.open(event.url);
    if (!event.text) return;
    if (event.alert) dialog(this.screen, event.text, [{ name: word("ok"), strong: true }]);
    else toast(this.screen, event.text);
  }

  mustReply(id) {
    const asked = this.log.bubbles.get(id);
    if (asked) this.composer.about({ kind: "reply", message: asked.message });
  }

  // ---- what the screen shows

  draw() {
    this.status = make("div", { class: "status", "aria-hidden": "true" });
    this.head = make("header", { class: "chat-head" });
    this.strip = make("div", { class: "walk", hidden: true });
    this.foot = make("div", { class: "foot" });
    fill(this.screen, this.status, this.head, this.log.node, this.strip, this.foot);
    this.composer.draw();
    this.drawTitle();
    this.drawStatus();
    this.log.draw();
    this.drawWalk();
    this.drawFoot();
  }

  drawStatus() {
    const signs = make("span", { class: "status-right" }, make("i", { class: "bars" }), make("i", { class: "battery" }));
    fill(this.status, make("b", {}, hourMinute(present())), signs);
  }

  drawTitle() {
    const chats = this.who?.chats ?? [];
    const title = chats.find((one) => one.chat === this.chat)?.title ?? world.bot.first_name ?? "";
    const kind = word(this.chat === this.person ? "bot" : "group");
    const under = !world.connected ? word("connecting") : this.isTyping ? word("typing") : kind;
    fill(
      this.head,
      make("div", { class: "avatar", "aria-hidden": "true" }, [...title][0] ?? "·"),
      make("div", { class: "chat-title" }, make("b", {}, title), make("span", { class: this.isTyping ? "typing" : "" }, under)),
      chats.length > 1 ? button(word("chats"), () => chatMenu(this), { icon: icon("down"), look: "round" }) : null,
      button(word("phone-menu"), () => phoneMenu(this), { icon: icon("more"), look: "round", id: "phone-menu" }),
    );
  }

  typing(now) {
    clearTimeout(this.typingTimer);
    if (this.isTyping !== now) {
      this.isTyping = now;
      this.drawTitle();
    }
    if (now) this.typingTimer = setTimeout(() => this.typing(false), TYPING);
  }

  hands(bubble) {
    return {
      group: this.chat !== this.person,
      command: (text) => this.say(text),
      tap: (row, column, node) => this.tap(bubble.message.message_id, row, column, node),
      menu: () => messageMenu(this, bubble),
    };
  }

  drawFoot() {
    const person = this.who;
    const big = (name, press, id) => fill(this.foot, button(name, press, { look: "big-foot", id }));
    if (person?.blocked) big(word("restart"), () => this.post("unblock"), "unblock");
    else if (person && !person.started && this.log.bubbles.size === 0) {
      big(word("start"), () => this.post("start", { token: person.invite }), "start");
    } else if (this.composer.node.parentNode !== this.foot) fill(this.foot, this.composer.node);
  }

  drawWalk() {
    const walk = this.walk;
    this.strip.hidden = !walk || walk.over;
    if (this.strip.hidden) return;
    const left = Math.round(walk.left);
    fill(
      this.strip,
      icon(walk.arrived ? "live" : "walk"),
      make("span", {}, walk.to && !walk.arrived ? word("walking", { left }) : word("live-standing")),
      button(word("stop-live"), () => this.stopLive(walk.messageId), { look: "plain", id: "stop-live" }),
    );
  }
}
