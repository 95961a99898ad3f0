// The page's own words in two languages. What the bot says comes from the bot and is never translated here.

import zh from "./words/zh.js";
import en from "./words/en.js";

const LANGUAGES = { zh, en };
const KEPT = "waiqin.language";

let current = localStorage.getItem(KEPT) ?? (navigator.languages ?? [navigator.language]).find((tag) => /^(zh|en)/i.test(tag))?.slice(0, 2) ?? "zh";

/** "zh" or "en". */
export const language = () => current;

/** Switches the page's language and remembers it. */
export function speak(next) {
  current = next;
  localStorage.setItem(KEPT, next);
  document.documentElement.lang = next === "zh" ? "zh-Hans" : "en";
}

/** The sentence under `key`, with {facts} filled in. */
export function word(key, facts = {}) {
  return LANGUAGES[current][key].replace(/\{(\w+)\}/g, (_, name) => facts[name]);
}

/** The right one of {"zh": …, "en": …}; a plain string stays what it is. */
export function either(text) {
  return typeof text === "string" ? text : (text?.[current] ?? text?.zh ?? text?.en ?? "");
}
