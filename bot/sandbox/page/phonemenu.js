// The menus of a phone: of one message, of the phone itself, of its chats.

import { forwardTo } from "./attach.js";
import { gist, isShared } from "./bubble.js";
import { button, make } from "./dom.js";
import { menu, sheet, toast } from "./layer.js";
import { word } from "./words.js";
import { world } from "./world.js";

/** What can be done to one message. */
export function messageMenu(phone, bubble) {
  const message = bubble.message;
  const id = message.message_id;
  const text = message.text ?? message.caption;
  const about = (kind) => () => phone.composer.about({ kind, message });
  const items = [{ name: word("reply"), icon: "reply", press: about("reply") }];
  if (bubble.out && text && !message.forward_origin) {
    items.push({ name: word("edit"), icon: "edit", press: about("edit") });
  }
  if (!message.has_protected_content) {
    items.push({ name: word("forward"), icon: "forward", press: () => forwardTo(phone, id) });
    if (text) items.push({ name: word("copy"), icon: "document", press: () => copy(phone, text) });
  }
  if (bubble.out && isShared(bubble)) {
    items.push({ name: word("stop-live"), icon: "stop", press: () => phone.stopLive(id) });
  }
  items.push({ name: word("delete"), icon: "close", press: () => phone.post("delete", { message_ids: [id] }) });
  menu(phone.screen, gist(message), items);
}

/** Puts text on the clipboard, and says so. */
export async function copy(phone, text) {
  await navigator.clipboard?.writeText(text).catch(() => {});
  toast(phone.screen, word("copied"));
}

/** What can be done to the phone: block the bot, start it, open a link, be a computer. */
export function phoneMenu(phone) {
  const { blocked, device } = phone.who;
  const be = (kind) => ({
    name: `${word(`device-${kind}`)}${device === kind ? " ✓" : ""}`,
    icon: kind === "phone" ? "pin" : "keyboard",
    press: () => phone.post("device", { device: kind }),
  });
  menu(phone.screen, word("phone-menu"), [
    blocked
      ? { name: word("unblock"), icon: "check", press: () => phone.post("unblock") }
      : { name: word("block"), icon: "block", press: () => phone.post("block") },
    { name: word("start-again"), icon: "play", press: () => phone.post("start", { token: null }) },
    { name: word("open-link"), icon: "link", press: () => openLink(phone) },
    be("phone"),
    be("desktop"),
    be("web"),
  ]);
}

/** The chats this person has with the bot in them. */
export function chatMenu(phone) {
  menu(
    phone.screen,
    word("chats"),
    phone.who.chats.map((chat) => ({
      name: chat.title,
      icon: chat.type === "private" ? "bot" : "reply",
      press: () => phone.turnTo(chat.chat),
    })),
  );
}

function openLink(phone) {
  sheet(phone.screen, word("open-link"), (close) => {
    const go = () => {
      const token = field.value.trim().replace(/^.*start=/, "");
      close();
      phone.post("start", { token: token || null });
    };
    const field = make("input", {
      type: "text",
      placeholder: `t.me/${world.bot.username ?? "bot"}?start=…`,
      "aria-label": word("open-link"),
      value: phone.who.invite ?? "",
      on: { keydown: (event) => event.key === "Enter" && go() },
    });
    return [
      make("p", { class: "note" }, word("open-link-note")),
      make("div", { class: "fields" }, field),
      button(word("open"), go, { look: "primary wide" }),
    ];
  });
}
