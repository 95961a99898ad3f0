// What can be attached: location, somebody else's location, photo, document, voice file, a ready-made voice note.

import { button, make } from "./dom.js";
import { gist, forwardName } from "./bubble.js";
import { icon } from "./icons.js";
import { menu, sheet, toast } from "./layer.js";
import { locationSheet, placeName } from "./locations.js";
import { hourMinute } from "./moment.js";
import { soundLength } from "./voice.js";
import { get } from "./wire.js";
import { word } from "./words.js";
import { world } from "./world.js";

const NOTES = ["note1", "note2", "note3"]; // spoken by a synthetic voice, for trying dictation

/** The paper-clip's menu. */
export function attachMenu(phone) {
  menu(phone.screen, word("attach"), [
    { name: word("attach-location"), icon: "pin", press: () => locationSheet(phone) },
    { name: word("attach-forward"), icon: "forward", press: () => forwardSheet(phone) },
    { name: word("attach-photo"), icon: "photo", press: () => choose("image/*", (file) => preview(phone, "photo", file)) },
    { name: word("attach-document"), icon: "document", press: () => choose("", (file) => preview(phone, "document", file)) },
    { name: word("attach-voice"), icon: "mic", press: () => choose("audio/*,.ogg,.oga,.opus", (file) => sendSound(phone, file)) },
    ...NOTES.map((note) => ({ name: word(`attach-${note}`), icon: "mic", press: () => sendNote(phone, note) })),
  ]);
}

/** Which other phone's bot chat a message goes to. */
export function forwardTo(phone, messageId) {
  menu(phone.screen, word("forward-to"), [...world.people.values()].map((person) => ({
    name: person.person === phone.person ? word("forward-back") : person.name,
    icon: "forward",
    press: () => phone.act(`/api/phones/${person.person}/forward`, { from_chat: phone.chat, message_id: messageId }),
  })));
}

function forwardSheet(phone) {
  sheet(phone.screen, word("attach-forward"), (close) => {
    const list = make("ul", { class: "places" });
    findLocations().then((found) => {
      if (!found.length) list.append(make("li", { class: "note" }, word("forward-none")));
      for (const { owner, message } of found) {
        const whose = message.forward_origin ? forwardName(message.forward_origin) : owner.name;
        list.append(make("li", {}, make(
          "button",
          {
            type: "button",
            class: "place-row",
            on: {
              click: () => {
                close();
                phone.post("forward", { from_chat: owner.person, message_id: message.message_id });
              },
            },
          },
          icon(message.location?.live_period ? "live" : "pin"),
          make(
            "span",
            { class: "place-row-name" },
            make("b", {}, `${whose} · ${gist(message)}`),
            make("span", {}, placeName(message.venue?.location ?? message.location)),
          ),
          make("span", { class: "place-row-far" }, hourMinute(message.date * 1000)),
        )));
      }
    }).catch((problem) => phone.problem(problem));
    return [make("p", { class: "note" }, word("forward-note")), list];
  });
}

// Every location that somebody sent in this world, newest first.
async function findLocations() {
  const people = [...world.people.values()];
  const chats = await Promise.all(people.map(async (owner) => {
    const { bubbles } = await get(`/api/phones/${owner.person}/chats/${owner.person}?limit=50`);
    return bubbles.filter((bubble) => bubble.out && bubble.message.location).map(({ message }) => ({ owner, message }));
  }));
  return chats
    .flat()
    .sort((a, b) => b.message.date - a.message.date)
    .slice(0, 30);
}

function choose(accept, take) {
  const input = make("input", { type: "file", accept, hidden: true });
  input.addEventListener("change", () => {
    if (input.files[0]) take(input.files[0]);
    input.remove();
  });
  document.body.append(input);
  input.click();
}

function preview(phone, kind, file) {
  const address = URL.createObjectURL(file);
  sheet(phone.screen, word(`attach-${kind}`), (close) => {
    const caption = make("input", { type: "text", placeholder: word("caption"), "aria-label": word("caption") });
    const send = async () => {
      close();
      const size = kind === "photo" ? await createImageBitmap(file).catch(() => null) : null;
      const facts = { caption: caption.value, width: size?.width, height: size?.height, file_name: file.name };
      await phone.media(kind, file, facts);
      URL.revokeObjectURL(address);
    };
    return [
      kind === "photo"
        ? make("img", { class: "preview", src: address, alt: file.name })
        : make("p", { class: "note" }, file.name),
      make("div", { class: "fields" }, caption),
      button(word("send"), send, { look: "primary wide", id: "send-file" }),
    ];
  });
}

async function sendSound(phone, file) {
  toast(phone.screen, word("sending"));
  await phone.media("voice", file, { duration: await soundLength(file), file_name: file.name });
}

async function sendNote(phone, note) {
  const answer = await fetch(`/page/notes/${note}.ogg`);
  const file = new File([await answer.blob()], `${note}.ogg`, { type: "audio/ogg" });
  await sendSound(phone, file);
}
