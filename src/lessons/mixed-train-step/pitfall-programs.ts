/** The complete broken programs behind "see it happen", in both languages. */
import type { Language } from "../../protocol/backend";
import capturedValuePython from "./pitfalls/captured-value.py?raw";
import capturedValueTypescript from "./pitfalls/captured-value.ts?raw";
import defaultArgnumsPython from "./pitfalls/default-argnums.py?raw";
import defaultArgnumsTypescript from "./pitfalls/default-argnums.ts?raw";
import halfLeftBehindPython from "./pitfalls/half-left-behind.py?raw";
import halfLeftBehindTypescript from "./pitfalls/half-left-behind.ts?raw";
import moduleInLossPython from "./pitfalls/module-in-loss.py?raw";
import moduleInLossTypescript from "./pitfalls/module-in-loss.ts?raw";

export const PITFALL_PROGRAMS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "captured-value": { python: capturedValuePython, typescript: capturedValueTypescript },
  "default-argnums": { python: defaultArgnumsPython, typescript: defaultArgnumsTypescript },
  "half-left-behind": { python: halfLeftBehindPython, typescript: halfLeftBehindTypescript },
  "module-in-loss": { python: moduleInLossPython, typescript: moduleInLossTypescript },
};
