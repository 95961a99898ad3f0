// Telegram text with entities, as DOM nodes. Offsets and lengths are UTF-16 units, as JavaScript's strings are.

import { make } from "./dom.js";

const SAFE_LINK = /^(https?:|tg:|mailto:|tel:)/i;

/**
 * The nodes of `text` with its `entities`; entities may nest. `onCommand(text)` is called when "/command" is pressed.
 * Anything unknown stays plain text.
 */
export function rich(text, entities, onCommand = null) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return between(text, 0, text.length, sorted, onCommand);
}

function between(text, start, end, entities, onCommand) {
  const nodes = [];
  let at = start;
  for (let i = 0; i < entities.length; i += 1) {
    const entity = entities[i];
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    if (to <= from) continue;
    if (from > at) nodes.push(text.slice(at, from));
    const inside = entities.slice(i + 1).filter((other) => other.offset < to);
    nodes.push(wrap(entity, between(text, from, to, inside, onCommand), text.slice(from, to), onCommand));
    at = to;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

const TAGS = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

function wrap(entity, children, plain, onCommand) {
  if (TAGS[entity.type]) return make(TAGS[entity.type], {}, children);
  switch (entity.type) {
    case "pre":
      return make("pre", {}, make("code", {}, children));
    case "spoiler":
      return spoiler(children);
    case "text_link":
      return link(entity.url, children);
    case "url":
      return link(/^[a-z]+:/i.test(plain) ? plain : `http://${plain}`, children);
    case "email":
      return link(`mailto:${plain}`, children);
    case "phone_number":
      return link(`tel:${plain.replace(/[^+\d]/g, "")}`, children);
    case "bot_command":
      return onCommand
        ? make("button", { type: "button", class: "command-link", on: { click: () => onCommand(plain) } }, children)
        : make("span", { class: "mark" }, children);
    case "mention":
    case "text_mention":
    case "hashtag":
    case "cashtag":
      return make("span", { class: "mark" }, children);
    default:
      return make("span", {}, children);
  }
}

function link(address, children) {
  if (!SAFE_LINK.test(address ?? "")) return make("span", {}, children);
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, children);
}

function spoiler(children) {
  const node = make("span", { class: "spoiler", role: "button", tabindex: "0" }, children);
  const show = () => node.classList.add("spoiler-shown");
  node.addEventListener("click", show);
  node.addEventListener("keydown", (event) => event.key === "Enter" && show());
  return node;
}
