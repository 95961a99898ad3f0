// The demo's clock as this page knows it, and how moments are written. The server owns the clock; between its
// answers it runs here in real time.

import { language } from "./words.js";

let base = Date.now();
let taken = performance.now();
let zone = "Asia/Shanghai";

/** Takes the server's word for what time it is. */
export function setClock(iso, itsZone = zone) {
  base = Date.parse(iso);
  taken = performance.now();
  zone = itsZone;
}

/** The demo's present, in milliseconds since 1970. */
export const present = () => base + (performance.now() - taken);

export const clockZone = () => zone;

/** "08:05" in the demo's zone. */
export const hourMinute = (ms) => format(ms, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, "en-GB");

/** "08:05:09" in the demo's zone. */
export const hourMinuteSecond = (ms) =>
  format(ms, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }, "en-GB");

/** "11月23日 星期一" or "Mon, 23 November". */
export const dayName = (ms) => format(ms, { month: "long", day: "numeric", weekday: language() === "zh" ? "long" : "short" });

/** "2026-11-23" in the demo's zone: names a day. */
export const dayKey = (ms) => format(ms, { year: "numeric", month: "2-digit", day: "2-digit" }, "en-CA");

/** "1:05" for 65 seconds. */
export const length = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, "0")}`;

/** "2026-11-23T16:25", the shape of a datetime field, in the demo's zone. */
export const fieldValue = (ms) => `${dayKey(ms)}T${hourMinute(ms)}`;

/** The instant of "2026-11-23T16:25" read in the demo's zone, as an ISO string. */
export function fromField(text) {
  const asIfUtc = Date.parse(`${text}:00Z`);
  const shift = (at) => Date.parse(`${fieldValue(at)}:00Z`) - Math.floor(at / 60000) * 60000;
  const guess = asIfUtc - shift(asIfUtc);
  return new Date(asIfUtc - shift(guess)).toISOString();
}

function format(ms, options, locale = language() === "zh" ? "zh-CN" : "en-GB") {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(ms);
}
