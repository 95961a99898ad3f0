// One phone: a person's private chat (or group) with the bot, kept true by the server's events.

import { forwardTo } from "./attach.js";
import { bubbleRow, gist } from "./bubble.js";
import { Composer } from "./composer.js";
import { button, fill, make } from "./dom.js";
import { icon } from "./icons.js";
import { dialog, menu, sheet, toast } from "./layer.js";
import { shareWhere } from "./locations.js";
import { measured } from "./ground.js";
import { dayKey, dayName, hourMinute, present } from "./moment.js";
import { Walk } from "./walk.js";
import { get, post, upload } from "./wire.js";
import { word } from "./words.js";
import { follow, world } from "./world.js";

const TAP_PATIENCE = 15_000;

export class Phone {
  /** `where` is the point the phone is at; `moved(phone)` is called when it changes. */
  constructor(person, where, moved = () => {}) {
    Object.assign(this, { person, chat: person, where, moved, seq: 0, keyboard: null, commands: [], bubbles: new Map(), more: false });
    this.rows = new Map(); // message id -> its row on the screen
    this.taps = new Map(); // query -> stops the spinner
    this.answered = new Set(); // queries answered before the tap's own answer came
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

  // What happens while the chat is being fetched waits, and is then taken if the answer did not have it yet.
  async load() {
    const load = (this.loads = (this.loads ?? 0) + 1);
    this.waiting ??= [];
    try {
      const answer = await get(`/api/phones/${this.person}/chats/${this.chat}?limit=60`);
      if (load !== this.loads) return; // a later one is under way
      this.seq = answer.seq;
      this.bubbles = new Map(answer.bubbles.map((bubble) => [bubble.message.message_id, bubble]));
      Object.assign(this, { keyboard: answer.keyboard, commands: answer.commands ?? [], more: answer.more });
      this.composer.draw();
      this.drawChat();
      this.drawFoot();
      this.read();
    } catch (problem) {
      this.problem(problem);
    }
    const missed = this.waiting;
    this.waiting = null;
    for (const event of missed ?? []) this.hear(event);
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

  start() {
    return this.post("start", { token: this.who.started ? null : this.who.invite });
  }

  /** Sends a file; `facts` are the form's further fields. */
  async media(kind, file, facts) {
    const form = new FormData();
    form.append("kind", kind);
    form.append("chat", this.chat);
    for (const [name, value] of Object.entries(facts)) if (value !== undefined && value !== "") form.append(name, value);
    if (file.type) form.append("mime_type", file.type);
    form.append("file", file, facts.file_name ?? `${kind}.${(file.type.split("/")[1] ?? "bin").split(";")[0]}`);
    try {
      await upload(`/api/phones/${this.person}/media`, form);
    } catch (problem) {
      this.problem(problem);
    }
  }

  /** A button of the bot's keyboard. */
  async press(row, column, key) {
    if (this.keyboard?.one_time) this.composer.toggleKeys();
    if (key.kind === "location" && this.who.device === "phone") {
      shareWhere(this, (location) => this.post("press", { row, column, location }));
      return;
    }
    if (key.kind !== "text" && key.kind !== "location") {
      toast(this.screen, word("key-not-here"));
      return;
    }
    const body = key.kind === "location" ? { row, column, location: measured(this.where) } : { row, column };
    const answer = await this.post("press", body);
    if (answer?.unavailable) toast(this.screen, word("location-unavailable"));
  }

  /** A button under a message: spins until its answer comes. */
  async tap(messageId, row, column, node) {
    if (node.getAttribute("aria-busy") === "true") return;
    node.setAttribute("aria-busy", "true");
    const stop = () => node.removeAttribute("aria-busy");
    const answer = await this.post("tap", { message_id: messageId, row, column });
    if (answer?.opens) this.open(answer.opens);
    if (answer?.copied) {
      await navigator.clipboard?.writeText(answer.copied).catch(() => {});
      toast(this.screen, word("copied"));
    }
    if (!answer?.query || this.answered.delete(answer.query)) return stop();
    this.taps.set(answer.query, stop);
    setTimeout(() => this.taps.delete(answer.query) && stop(), TAP_PATIENCE);
  }

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

  async stopLive() {
    const messageId = this.walk?.messageId;
    this.walk?.end();
    if (messageId) await this.post("stop", { message_id: messageId });
  }

  read() {
    if (this.who?.chats?.some((chat) => chat.chat === this.chat && chat.unread) || this.unread) {
      this.unread = 0;
      post(`/api/phones/${this.person}/read`, { chat: this.chat }).catch(() => {});
    }
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
        this.put(event.bubble);
        this.accompany(event.bubble);
        break;
      case "edited":
        this.put(event.bubble);
        this.accompany(event.bubble);
        if (this.walk?.messageId === event.bubble.message.message_id && (event.bubble.live?.stopped ?? true)) this.walk.end();
        break;
      case "deleted":
        for (const id of event.message_ids) this.drop(id);
        break;
      case "answer":
        this.settle(event);
        break;
      case "keyboard":
        this.keyboard = event.keyboard;
        this.composer.newKeyboard();
        if (event.force_reply && this.bubbles.has(event.force_reply)) this.composer.about({ kind: "reply", message: this.bubbles.get(event.force_reply).message });
        break;
      case "unread":
        this.unread = event.unread;
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

  // ---- what the screen shows

  draw() {
    this.status = make("div", { class: "status", "aria-hidden": "true" });
    this.head = make("header", { class: "chat-head" });
    this.log = make("div", { class: "chat", role: "log", "aria-label": word("chat"), tabindex: "0" });
    this.log.addEventListener("scroll", () => (this.atEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 60));
    this.sizes?.disconnect();
    this.sizes = new ResizeObserver(() => this.atEnd !== false && this.toEnd()); // a keyboard below pushes the chat up
    this.sizes.observe(this.log);
    this.strip = make("div", { class: "walk", hidden: true });
    this.foot = make("div", { class: "foot" });
    fill(this.screen, this.status, this.head, this.log, this.strip, this.foot);
    this.composer.draw();
    this.drawTitle();
    this.drawStatus();
    this.drawChat();
    this.drawWalk();
    this.drawFoot();
  }

  drawStatus() {
    fill(this.status, make("b", {}, hourMinute(present())), make("span", { class: "status-right" }, make("i", { class: "bars" }), make("i", { class: "battery" })));
  }

  drawTitle() {
    const chat = this.who?.chats?.find((one) => one.chat === this.chat);
    const title = chat?.title ?? world.bot.first_name ?? "";
    const under = !world.connected ? word("connecting") : this.isTyping ? word("typing") : this.chat === this.person ? word("bot") : word("group");
    const many = (this.who?.chats?.length ?? 0) > 1;
    fill(
      this.head,
      make("div", { class: "avatar", "aria-hidden": "true" }, [...title][0] ?? "·"),
      make("div", { class: "chat-title" }, make("b", {}, title), make("span", { class: this.isTyping ? "typing" : "" }, under)),
      many ? button(word("chats"), () => this.chooseChat(), { icon: icon("down"), look: "round" }) : null,
      button(word("phone-menu"), () => this.phoneMenu(), { icon: icon("more"), look: "round", id: "phone-menu" }),
    );
  }

  typing(now) {
    clearTimeout(this.typingTimer);
    if (this.isTyping !== now) {
      this.isTyping = now;
      this.drawTitle();
    }
    if (now) this.typingTimer = setTimeout(() => this.typing(false), 5000);
  }

  drawChat() {
    this.rows.clear();
    this.lastDay = null;
    fill(this.log, this.more ? button(word("earlier"), () => this.earlier(), { look: "earlier" }) : null);
    if (this.bubbles.size === 0) this.log.append(make("div", { class: "hello" }, make("b", {}, world.bot.first_name ?? ""), make("p", {}, world.bot.description ?? "")));
    for (const bubble of this.bubbles.values()) this.append(bubble);
    this.toEnd();
  }

  put(bubble) {
    const id = bubble.message.message_id;
    const known = this.rows.get(id);
    if (this.bubbles.size === 0) fill(this.log);
    this.bubbles.set(id, bubble);
    const atEnd = this.atEnd !== false;
    if (known) {
      const row = this.row(bubble);
      known.replaceWith(row);
      this.rows.set(id, row);
    } else {
      this.append(bubble, true);
      this.drawFoot();
    }
    if (atEnd || (!known && bubble.out)) this.toEnd();
  }

  append(bubble, fresh = false) {
    const at = bubble.message.date * 1000;
    if (dayKey(at) !== this.lastDay) {
      this.lastDay = dayKey(at);
      this.log.append(make("div", { class: "service" }, dayName(at)));
    }
    const row = this.row(bubble);
    if (fresh) row.classList.add("row-new");
    this.rows.set(bubble.message.message_id, row);
    this.log.append(row);
  }

  row(bubble) {
    return bubbleRow(bubble, {
      group: this.chat !== this.person,
      command: (text) => this.say(text),
      tap: (row, column, node) => this.tap(bubble.message.message_id, row, column, node),
      menu: () => this.messageMenu(bubble.message.message_id),
    });
  }

  drop(id) {
    this.rows.get(id)?.remove();
    this.rows.delete(id);
    this.bubbles.delete(id);
  }

  toEnd() {
    requestAnimationFrame(() => (this.log.scrollTop = this.log.scrollHeight));
  }

  async earlier() {
    const first = Math.min(...this.bubbles.keys());
    const answer = await get(`/api/phones/${this.person}/chats/${this.chat}?before=${first}&limit=60`).catch((problem) => this.problem(problem));
    if (!answer) return;
    this.bubbles = new Map([...answer.bubbles.map((bubble) => [bubble.message.message_id, bubble]), ...this.bubbles]);
    this.more = answer.more;
    const height = this.log.scrollHeight;
    this.drawChat();
    requestAnimationFrame(() => (this.log.scrollTop = this.log.scrollHeight - height));
  }

  drawFoot() {
    const person = this.who;
    if (person?.blocked) fill(this.foot, button(word("restart"), () => this.post("unblock"), { look: "big-foot", id: "unblock" }));
    else if (person && !person.started && this.bubbles.size === 0) fill(this.foot, button(word("start"), () => this.start(), { look: "big-foot", id: "start" }));
    else if (this.composer.node.parentNode !== this.foot) fill(this.foot, this.composer.node);
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
      button(word("stop-live"), () => this.stopLive(), { look: "plain", id: "stop-live" }),
    );
  }

  messageMenu(id) {
    const bubble = this.bubbles.get(id);
    const message = bubble.message;
    const own = bubble.out && !message.forward_origin;
    const text = message.text ?? message.caption;
    const items = [{ name: word("reply"), icon: "reply", press: () => this.composer.about({ kind: "reply", message }) }];
    if (own && text) items.push({ name: word("edit"), icon: "edit", press: () => this.composer.about({ kind: "edit", message }) });
    if (!message.has_protected_content) {
      items.push({ name: word("forward"), icon: "forward", press: () => forwardTo(this, id) });
      if (text) items.push({ name: word("copy"), icon: "document", press: () => navigator.clipboard?.writeText(text).then(() => toast(this.screen, word("copied")), () => {}) });
    }
    if (bubble.out && bubble.live && !bubble.live.stopped) items.push({ name: word("stop-live"), icon: "stop", press: () => (this.walk?.messageId === id ? this.stopLive() : this.post("stop", { message_id: id })) });
    items.push({ name: word("delete"), icon: "close", press: () => this.post("delete", { message_ids: [id] }) });
    menu(this.screen, gist(message), items);
  }

  phoneMenu() {
    const person = this.who;
    const device = (kind) => ({ name: `${word(`device-${kind}`)}${person.device === kind ? " ✓" : ""}`, icon: kind === "phone" ? "pin" : "keyboard", press: () => this.post("device", { device: kind }) });
    menu(this.screen, word("phone-menu"), [
      person.blocked
        ? { name: word("unblock"), icon: "check", press: () => this.post("unblock") }
        : { name: word("block"), icon: "block", press: () => this.post("block") },
      { name: word("start-again"), icon: "play", press: () => this.post("start", { token: null }) },
      { name: word("open-link"), icon: "link", press: () => this.openLink() },
      device("phone"),
      device("desktop"),
      device("web"),
    ]);
  }

  openLink() {
    sheet(this.screen, word("open-link"), (close) => {
      const field = make("input", { type: "text", placeholder: `t.me/${world.bot.username ?? "bot"}?start=…`, "aria-label": word("open-link"), value: this.who.invite ?? "" });
      const go = () => {
        const token = field.value.trim().replace(/^.*start=/, "");
        close();
        this.post("start", { token: token || null });
      };
      field.addEventListener("keydown", (event) => event.key === "Enter" && go());
      return [make("p", { class: "note" }, word("open-link-note")), make("div", { class: "fields" }, field), button(word("open"), go, { look: "primary wide" })];
    });
  }

  chooseChat() {
    menu(this.screen, word("chats"), this.who.chats.map((chat) => ({
      name: chat.title,
      icon: chat.type === "private" ? "bot" : "reply",
      press: () => {
        this.chat = chat.chat;
        this.draw();
        this.load();
      },
    })));
  }
}
