// A chat as it scrolls: days, bubbles, what is new at the end, what is older above.

import { bubbleRow } from "./bubble.js";
import { button, fill, make } from "./dom.js";
import { dayKey, dayName } from "./moment.js";
import { word } from "./words.js";
import { world } from "./world.js";

const NEAR_THE_END = 60; // pixels

export class Chat {
  /**
   * `hands(bubble)` answers what fingers can do to a bubble (see bubbleRow); `older(id)` fetches the bubbles before
   * that message: {bubbles, more}, or null.
   */
  constructor({ hands, older }) {
    Object.assign(this, { hands, older, bubbles: new Map(), rows: new Map(), more: false, atEnd: true });
    this.node = make("div", { class: "chat", role: "log", tabindex: "0" });
    this.node.addEventListener("scroll", () => {
      this.atEnd = this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight < NEAR_THE_END;
    });
    // A keyboard that opens below pushes the chat up.
    new ResizeObserver(() => this.atEnd && this.toEnd()).observe(this.node);
  }

  /** The whole chat anew. */
  show(bubbles, more) {
    this.bubbles = new Map(bubbles.map((bubble) => [bubble.message.message_id, bubble]));
    this.more = more;
    this.draw();
  }

  draw() {
    this.node.setAttribute("aria-label", word("chat"));
    this.rows.clear();
    this.lastDay = null;
    fill(this.node, this.more ? button(word("earlier"), () => this.earlier(), { look: "earlier" }) : null);
    if (this.bubbles.size === 0) this.node.append(hello());
    for (const bubble of this.bubbles.values()) this.append(bubble);
    this.toEnd();
  }

  /** A new message, or a known one that changed. */
  put(bubble) {
    const id = bubble.message.message_id;
    const known = this.rows.get(id);
    const follow = this.atEnd || (!known && bubble.out);
    if (this.bubbles.size === 0) fill(this.node);
    this.bubbles.set(id, bubble);
    if (known) {
      const row = bubbleRow(bubble, this.hands(bubble));
      known.replaceWith(row);
      this.rows.set(id, row);
    } else this.append(bubble).classList.add("row-new");
    if (follow) this.toEnd();
  }

  drop(id) {
    this.rows.get(id)?.remove();
    this.rows.delete(id);
    this.bubbles.delete(id);
  }

  append(bubble) {
    const at = bubble.message.date * 1000;
    if (dayKey(at) !== this.lastDay) {
      this.lastDay = dayKey(at);
      this.node.append(make("div", { class: "service" }, dayName(at)));
    }
    const row = bubbleRow(bubble, this.hands(bubble));
    this.rows.set(bubble.message.message_id, row);
    this.node.append(row);
    return row;
  }

  toEnd() {
    this.atEnd = true;
    requestAnimationFrame(() => (this.node.scrollTop = this.node.scrollHeight));
  }

  async earlier() {
    const answer = await this.older(Math.min(...this.bubbles.keys()));
    if (!answer) return;
    const height = this.node.scrollHeight;
    this.show([...answer.bubbles, ...this.bubbles.values()], answer.more);
    requestAnimationFrame(() => (this.node.scrollTop = this.node.scrollHeight - height));
  }
}

function hello() {
  const { first_name: name, description } = world.bot;
  return make("div", { class: "hello" }, make("b", {}, name ?? ""), description ? make("p", {}, description) : null);
}
