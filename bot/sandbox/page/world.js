// What the page knows of the demo: people, places, the script; and who is told when it changes.

import { get, listen } from "./wire.js";
import { setClock } from "./moment.js";

export const world = { bot: {}, people: new Map(), places: [], script: null, desk: null, connected: false };

const listeners = new Set();

/** Calls `listener(event)` for every event from now on; answers how to stop. */
export function follow(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells everybody on the page. */
export function tell(event) {
  for (const listener of [...listeners]) listener(event);
}

/** Fetches the world and starts listening for what happens next. */
export async function enter() {
  const seq = await refresh();
  listen(
    seq,
    (event) => hear(event),
    (connected) => {
      world.connected = connected;
      tell({ event: "line" });
    },
  );
}

async function refresh() {
  const answer = await get("/api/world");
  setClock(answer.clock.now, answer.zone);
  Object.assign(world, { bot: answer.bot, places: answer.places, script: answer.script, desk: answer.desk ?? null });
  world.people = new Map(answer.people.map((person) => [person.person, person]));
  return answer.seq;
}

async function hear(event) {
  if (event.event === "reload") await refresh();
  else if (event.event === "clock") setClock(event.now);
  else if (event.event === "script") world.script = event.script;
  else if (event.event === "bot") world.bot = event.bot;
  else if (event.event === "person") world.people.set(event.person.person, event.person);
  tell(event);
}
