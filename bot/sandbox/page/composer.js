// The bottom of a phone: command menu, text, attachments, voice, and the bot's own keyboard.

import { attachMenu } from "./attach.js";
import { gist } from "./bubble.js";
import { button, fill, make } from "./dom.js";
import { icon } from "./icons.js";
import { toast } from "./layer.js";
import { length } from "./moment.js";
import { canRecord, record } from "./voice.js";
import { word } from "./words.js";

export class Composer {
  /** `phone` has commands, keyboard, say(), press(), media(), problem(). */
  constructor(phone) {
    this.phone = phone;
    this.text = "";
    this.context = null; // {kind: "reply" | "edit", message}
    this.keysShown = true;
    this.node = make("div", { class: "composer" });
    this.draw();
  }

  draw() {
    const phone = this.phone;
    this.commands = make("ul", { class: "commands", role: "listbox", "aria-label": word("commands"), hidden: true });
    this.banner = make("div", { class: "banner", hidden: true });
    this.field = make("textarea", {
      rows: 1,
      "aria-label": word("message"),
      placeholder: phone.keyboard?.placeholder ?? word("message"),
      value: this.text,
      data: { testid: "message-input" },
      on: { input: () => this.typed(), keydown: (event) => this.key(event) },
    });
    this.sendButton = button(word("send"), () => this.send(), { icon: icon("send"), look: "round send", id: "send" });
    this.micButton = button(word("record-voice"), () => this.startVoice(), { icon: icon("mic"), look: "round", id: "record" });
    this.keysButton = button(word("bot-keyboard"), () => this.toggleKeys(), { icon: icon("keyboard"), look: "round keys-toggle" });
    this.keys = make("div", { class: "reply-keys", data: { testid: "reply-keyboard" } });
    this.line = make(
      "div",
      { class: "compose-line" },
      button(word("commands"), () => this.toggleCommands(), { icon: icon("menu"), look: "round menu-button", id: "commands" }),
      make("div", { class: "compose-field" }, this.field, this.keysButton),
      button(word("attach"), () => attachMenu(phone), { icon: icon("clip"), look: "round", id: "attach" }),
      this.micButton,
      this.sendButton,
    );
    fill(this.node, this.commands, this.banner, this.line, this.keys);
    this.drawKeys();
    this.drawBanner();
    this.typed();
  }

  /** The bot's keyboard changed. */
  newKeyboard() {
    this.keysShown = true;
    this.field.placeholder = this.phone.keyboard?.placeholder ?? word("message");
    this.drawKeys();
  }

  /** The next message answers (or changes) this one; null ends it. */
  about(context) {
    this.context = context;
    if (context?.kind === "edit") {
      this.text = context.message.text ?? context.message.caption ?? "";
      this.field.value = this.text;
    }
    this.drawBanner();
    this.typed();
    if (context) this.field.focus();
  }

  drawKeys() {
    const rows = this.phone.keyboard?.rows ?? [];
    this.keysButton.hidden = rows.length === 0;
    this.keysButton.classList.toggle("on", this.keysShown);
    this.keys.hidden = rows.length === 0 || !this.keysShown;
    fill(this.keys, rows.map((keys, row) =>
      make("div", { class: "reply-row" }, keys.map((key, column) =>
        make(
          "button",
          { type: "button", class: "reply-key", on: { click: () => this.phone.press(row, column, key) } },
          key.text,
          key.kind === "location" ? icon("pin") : null,
        )))));
  }

  toggleKeys() {
    this.keysShown = !this.keysShown;
    this.drawKeys();
  }

  drawBanner() {
    this.banner.hidden = !this.context;
    if (!this.context) return;
    const { kind, message } = this.context;
    fill(
      this.banner,
      icon(kind),
      make("div", {}, make("b", {}, word(kind === "edit" ? "editing" : "replying")), make("span", {}, gist(message))),
      button(word("cancel"), () => {
        if (kind === "edit") this.text = this.field.value = "";
        this.about(null);
      }, { icon: icon("close"), look: "round" }),
    );
  }

  typed() {
    this.text = this.field.value;
    const some = this.text.trim().length > 0 || this.context?.kind === "edit";
    this.sendButton.hidden = !some;
    this.micButton.hidden = some;
    this.field.style.height = "auto";
    if (this.text) this.field.style.height = `${Math.min(this.field.scrollHeight, 116)}px`;
    if (/^\/[a-z_]*$/i.test(this.text)) this.showCommands(this.text.slice(1));
    else this.commands.hidden = true;
  }

  key(event) {
    if (event.key === "Escape" && !this.commands.hidden) {
      event.stopPropagation();
      this.commands.hidden = true;
    }
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  toggleCommands() {
    if (this.commands.hidden) this.showCommands("");
    else this.commands.hidden = true;
  }

  showCommands(beginning) {
    const fitting = this.phone.commands.filter(({ command }) => command.startsWith(beginning.toLowerCase()));
    this.commands.hidden = fitting.length === 0;
    fill(this.commands, fitting.map(({ command, description }) =>
      make("li", {}, make(
        "button",
        {
          type: "button",
          role: "option",
          on: {
            click: () => {
              this.commands.hidden = true;
              this.field.value = this.text = "";
              this.typed();
              this.phone.say(`/${command}`);
            },
          },
        },
        make("b", {}, `/${command}`),
        make("span", {}, description),
      ))));
  }

  async send() {
    const text = this.field.value.trim();
    if (!text) return;
    const context = this.context;
    this.field.value = this.text = "";
    this.context = null;
    this.drawBanner();
    this.typed();
    const sent = context?.kind === "edit"
      ? await this.phone.post("edit", { message_id: context.message.message_id, text })
      : await this.phone.say(text, context ? { reply_to: context.message.message_id } : {});
    if (sent) return;
    this.field.value = this.text || text;
    this.context ??= context;
    this.drawBanner();
    this.typed();
  }

  async startVoice() {
    if (!canRecord()) return toast(this.phone.screen, word("no-recorder"));
    let recording;
    try {
      recording = await record();
    } catch {
      return toast(this.phone.screen, word("no-microphone"));
    }
    const time = make("span", { class: "recording-time" }, "0:00");
    const ticking = setInterval(() => (time.textContent = length((performance.now() - recording.began) / 1000)), 250);
    const end = () => {
      clearInterval(ticking);
      strip.replaceWith(this.line);
    };
    const strip = make(
      "div",
      { class: "compose-line recording" },
      make("span", { class: "recording-dot" }),
      time,
      make("span", { class: "recording-word" }, word("recording")),
      button(word("cancel"), () => {
        recording.cancel();
        end();
      }, { look: "plain" }),
      button(word("send-voice"), async () => {
        end();
        const { file, seconds } = await recording.finish();
        await this.phone.media("voice", file, { duration: seconds });
      }, { icon: icon("send"), look: "round send", id: "send-voice" }),
    );
    this.line.replaceWith(strip);
  }
}
