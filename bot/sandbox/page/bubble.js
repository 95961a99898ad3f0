// One message as a chat bubble with its inline keyboard. Pure drawing: what a press means is the phone's business.

import { button, make } from "./dom.js";
import { rich } from "./entities.js";
import { icon } from "./icons.js";
import { hourMinute, length, present } from "./moment.js";
import { placeNear, stillMap } from "./town.js";
import { either, word } from "./words.js";

/**
 * The row of a chat for `bubble` (see the phones API).
 * `hands` = {tap(row, column, node), command(text), menu(), group: bool}.
 */
export function bubbleRow(bubble, hands) {
  const message = bubble.message;
  const body = content(bubble, hands);
  if (body === null) return make("div", { class: "service", data: { messageId: message.message_id } }, serviceText(message));
  const wide = message.reply_markup?.inline_keyboard?.length > 0;
  return make(
    "article",
    {
      class: ["row", bubble.out ? "row-out" : "row-in"],
      "aria-label": `${bubble.out ? word("you") : message.from?.first_name ?? ""} ${hourMinute(message.date * 1000)}`,
      data: { testid: "message", messageId: message.message_id, out: bubble.out },
      on: {
        contextmenu: (event) => {
          event.preventDefault();
          hands.menu();
        },
      },
    },
    make(
      "div",
      { class: ["bubble", wide && "bubble-wide", message.has_protected_content && "bubble-protected"] },
      button(word("message-menu"), hands.menu, { icon: icon("down"), look: "bubble-more" }),
      hands.group && !bubble.out ? make("div", { class: "sender" }, message.from?.first_name ?? "") : null,
      forwarded(message),
      quoted(message),
      body,
    ),
    inlineKeyboard(message.reply_markup?.inline_keyboard, hands),
  );
}

const KINDS = ["venue", "location", "voice", "photo", "document", "audio", "video", "video_note", "contact", "sticker"];

/** One line of what a message is, for quotes, lists and previews. */
export function gist(message) {
  const text = message.text ?? message.caption;
  if (text) return text;
  if (message.location?.live_period) return word("kind-live");
  const kind = KINDS.find((name) => message[name]);
  return word(kind ? `kind-${kind}` : "kind-message");
}

/** Whether a live location is being shared now: one that was stopped is not `live` any more. */
export const isShared = (bubble) => Boolean(bubble.live) && Date.parse(bubble.live.until) > present();

/** Whom a forwarded message is from. */
export function forwardName(origin) {
  return origin.sender_user?.first_name ?? origin.sender_user_name ?? origin.sender_chat?.title ?? origin.chat?.title ?? "";
}

function content(bubble, hands) {
  const message = bubble.message;
  const written = (text, entities) =>
    make("div", { class: "text" }, rich(text, entities, hands.command), meta(bubble));
  const caption = message.caption ? written(message.caption, message.caption_entities) : null;
  if (message.text !== undefined) return written(message.text, message.entities);
  if (message.venue || message.location) return [place(bubble), meta(bubble, true)];
  if (message.photo) return [picture(bubble), caption ?? meta(bubble, true)];
  if (message.voice || message.audio) return [sound(bubble), caption ?? meta(bubble, true)];
  if (message.document || message.video || message.video_note) return [paper(bubble), caption ?? meta(bubble)];
  if (message.contact) return written(`${message.contact.first_name} ${message.contact.phone_number}`);
  if (message.sticker) return written(message.sticker.emoji ?? word("kind-sticker"));
  return null;
}

function serviceText(message) {
  const joined = message.new_chat_members?.map((user) => user.first_name).join(", ");
  if (joined) return word("service-joined", { name: joined });
  if (message.left_chat_member) return word("service-left", { name: message.left_chat_member.first_name });
  return word("kind-message");
}

function meta(bubble, over = false) {
  const message = bubble.message;
  const edited = message.edit_date && !message.location;
  return make(
    "span",
    { class: ["meta", over && "meta-over"] },
    message.is_from_offline ? `${word("scheduled")} ` : null,
    message.via_bot ? `${word("via", { bot: message.via_bot.username })} ` : null,
    edited ? make("span", { class: "edited" }, `${word("edited")} `) : null,
    make("time", {}, hourMinute(message.date * 1000)),
    bubble.out ? ticks() : null,
  );
}

function ticks() {
  const path = make("path", { d: "M1 6.5l3.5 3.5L11 2.5M7.5 9l1 1L15.5 2.5" });
  return make("svg", { viewBox: "0 0 18 12", class: "ticks", "aria-hidden": "true" }, path);
}

function forwarded(message) {
  if (!message.forward_origin) return null;
  return make("div", { class: "forwarded" }, icon("forward"), word("forwarded-from", { name: forwardName(message.forward_origin) }));
}

function quoted(message) {
  const first = message.reply_to_message;
  if (!first) return null;
  return make("div", { class: "quote" }, make("b", {}, first.from?.first_name ?? ""), make("span", {}, gist(first)));
}

function place(bubble) {
  const { venue, location } = bubble.message;
  const point = venue?.location ?? location;
  const sharing = isShared(bubble);
  const live = bubble.live || bubble.message.edit_date; // only a live location is ever edited
  const near = placeNear(point);
  const updated = hourMinute((bubble.message.edit_date ?? bubble.message.date) * 1000);
  const coordinates = `${point.latitude.toFixed(4)}, ${point.longitude.toFixed(4)}`;
  const title = venue ? venue.title : live ? word(sharing ? "live-sharing" : "live-ended") : null;
  const lines = [
    title ? make("b", {}, title) : null,
    venue?.address ? make("span", {}, venue.address) : null,
    sharing ? make("span", {}, word("live-until", { time: hourMinute(Date.parse(bubble.live.until)), updated })) : null,
    near && !venue ? make("span", {}, word("near", { place: either(near.label) })) : null,
    point.horizontal_accuracy ? make("span", {}, `± ${Math.round(point.horizontal_accuracy)} m`) : null,
  ];
  return make(
    "div",
    { class: ["place", sharing && "place-live"], data: { testid: "location" } },
    stillMap(point, { live: sharing }),
    make("div", { class: "place-lines" }, lines.some(Boolean) ? lines : make("span", {}, coordinates)),
  );
}

function picture(bubble) {
  const alt = bubble.message.caption ?? word("kind-photo");
  return make("img", { class: "picture", src: bubble.file, alt, loading: "lazy" });
}

function sound(bubble) {
  const piece = bubble.message.voice ?? bubble.message.audio;
  const player = new Audio();
  const time = make("span", { class: "sound-time" }, length(piece.duration ?? 0));
  const bar = (_, i) => make("i", { style: { height: `${wave(bubble.message.message_id, i)}%` } });
  const bars = make("div", { class: "sound-bars", "aria-hidden": "true" }, Array.from({ length: 30 }, bar));
  const toggle = () => (player.paused ? player.play().catch(() => {}) : player.pause());
  const press = button(word("play-voice"), toggle, { icon: icon("play"), look: "sound-play" });
  const show = () => {
    press.replaceChildren(icon(player.paused ? "play" : "pause"));
    press.setAttribute("aria-label", word(player.paused ? "play-voice" : "pause-voice"));
  };
  player.preload = "none";
  player.src = bubble.file;
  for (const event of ["play", "pause", "ended"]) player.addEventListener(event, show);
  player.addEventListener("timeupdate", () => {
    const part = player.currentTime / (piece.duration || player.duration || 1);
    [...bars.children].forEach((one, i) => one.classList.toggle("heard", i < part * bars.children.length));
    time.textContent = length(player.currentTime);
  });
  return make("div", { class: "sound" }, press, make("div", {}, bars, time));
}

const wave = (seed, i) => 22 + 74 * Math.abs(Math.sin(seed * 1.7 + i * 0.9) * Math.cos(i * 0.37 + seed));

function paper(bubble) {
  const file = bubble.message.document ?? bubble.message.video ?? bubble.message.video_note;
  const name = file.file_name ?? gist(bubble.message);
  const bytes = file.file_size ?? 0;
  const size = bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
  const inside = [
    make("span", { class: "paper-icon" }, icon("document")),
    make("span", { class: "paper-name" }, make("b", {}, name), make("span", {}, size)),
  ];
  if (bubble.message.has_protected_content || !bubble.file) return make("div", { class: "paper" }, inside);
  return make("a", { class: "paper", href: bubble.file, download: name }, inside);
}

function inlineKeyboard(rows, hands) {
  if (!rows?.length) return null;
  return make(
    "div",
    { class: "inline-keys", data: { testid: "inline-keyboard" } },
    rows.map((keys, row) =>
      make(
        "div",
        { class: "inline-row" },
        keys.map((key, column) =>
          make(
            "button",
            {
              type: "button",
              class: ["inline-key", key.style && `inline-${key.style}`],
              on: { click: (event) => hands.tap(row, column, event.currentTarget) },
            },
            make("span", {}, key.text),
            key.url ? icon("link") : null,
          ),
        ),
      ),
    ),
  );
}
