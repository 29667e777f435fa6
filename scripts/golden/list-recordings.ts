/** The list of golden/README.md: each recording with what writes it and what reads it, found in the sources. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const RECORDINGS = "golden/recordings";

/** A recording by its name, the recorders that write it and the sources that read it, by their paths. */
export interface Recording {
  readonly name: string;
  readonly writers: readonly string[];
  readonly readers: readonly string[];
}

type Source = { readonly name: string; readonly text: string };

/** Every file of golden/recordings, in order. */
export function recordings(): Recording[] {
  const recorders = sourcesIn("golden/recorders", /^record\w*\.py$/);
  const readers = ["src", "scripts", "e2e"].flatMap((folder) => sourcesIn(folder, /\.(tsx?|py)$/));
  return readdirSync(RECORDINGS)
    .map((file) => path.basename(file, ".json"))
    .sort()
    .map((name) => ({
      name,
      writers: namesOf(recorders, new RegExp(`\\bwrite(_parts)?\\(\\s*"${name}"`)),
      readers: namesOf(readers, readingOf(name)),
    }));
}

/** One item a recording: what it holds is the first line of its recorder. */
export function recordingsList(): string {
  return recordings()
    .map(({ name, writers, readers }) => {
      const recorders = writers.map((file) => `\`${path.basename(file, ".py")}\``);
      const tests = readers.map((file) => `\`${file}\``);
      return `- **${name}**: ${writers.map(firstLineOf).join(" ")} Written by ${recorders.join()}; read by ${tests.join(", ")}.`;
    })
    .join("\n");
}

function firstLineOf(recorder: string): string {
  return /^"""(.*?)(?:"""|\n)/.exec(readFileSync(recorder, "utf8"))?.[1] ?? "";
}

function sourcesIn(folder: string, kind: RegExp): Source[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => kind.test(path.basename(name)))
    .map((name) => path.posix.join(folder, ...name.split(path.sep)))
    .sort()
    .map((name) => ({ name, text: readFileSync(name, "utf8") }));
}

function namesOf(sources: readonly Source[], pattern: RegExp): string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);
}

/** An import of the file or a path to it, in quotes, or a call of one of the tests' readers. */
function readingOf(name: string): RegExp {
  const file = `["'](\\.\\./)*golden/recordings/${name}\\.json["']`;
  const call = `\\b(readGolden(Parts)?(<.*>)?|cases_of)\\("${name}"\\)`;
  return new RegExp(`${file}|${call}`);
}
