// The only file that talks to the server: JSON over HTTP, and one WebSocket of events.

import { either, word } from "./words.js";

/** The server said no, or could not be reached; `message` is a sentence for people. */
export class Problem extends Error {
  constructor(code, text) {
    super(text);
    this.code = code;
  }
}

export const get = (path) => ask(path, { method: "GET" });

export const post = (path, body = {}) =>
  ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

/** Sends a form with files. */
export const upload = (path, form) => ask(path, { method: "POST", body: form });

async function ask(path, request) {
  let answer;
  try {
    answer = await fetch(path, request);
  } catch {
    throw new Problem("unreachable", word("server-away"));
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Problem(body.error ?? String(answer.status), either(body.text) || word("server-refused"));
  return body;
}

const PATIENCE = [300, 1000, 2000, 5000];

/**
 * Keeps one WebSocket open and hands every event to `hear`; `since` is the last sequence number already known.
 * `connected(bool)` tells whether the line is up. Reconnects for ever, slower each time.
 */
export function listen(since, hear, connected) {
  let last = since;
  let tries = 0;
  const open = () => {
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api/events?since=${last}`);
    socket.onopen = () => {
      tries = 0;
      connected(true);
    };
    socket.onmessage = ({ data }) => {
      const event = JSON.parse(data);
      if (event.seq !== undefined) last = event.seq;
      hear(event);
    };
    socket.onclose = () => {
      connected(false);
      setTimeout(open, PATIENCE[Math.min(tries, PATIENCE.length - 1)]);
      tries += 1;
    };
  };
  open();
}
