/** Where warnings go: on the page to its console, in Python to the `warnings` module. */
type Sink = (category: string, text: string) => void;

const seen = new Set<string>();

function toConsole(category: string, text: string): void {
  const line = `${category}: ${text}`;
  if (seen.has(line)) return;
  seen.add(line);
  console.warn(line);
}

let sink: Sink = toConsole;

/** Sends warnings elsewhere; without an argument, to the console again, where each text is shown once. */
export function sendWarningsTo(other: Sink = toConsole): void {
  seen.clear();
  sink = other;
}

/** Warns under the name of a Python warning class, such as `UserWarning`. */
export function warn(category: string, text: string): void {
  sink(category, text);
}
