/** Puts `prefix` before every line that is not blank (Python's `textwrap.indent`). */
export function indent(text: string, prefix: string): string {
  return text
    .split("\n")
    .map((line) => (line.trim() === "" ? line : prefix + line))
    .join("\n");
}
