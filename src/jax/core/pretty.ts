/**
 * Documents that choose their own line breaks (after Wadler's "A prettier printer"): a group is
 * written on one line if what follows up to the next possible break fits, else all of its breaks end
 * a line.
 */
export type Doc =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "break"; readonly flat: string }
  | { readonly kind: "concat"; readonly parts: readonly Doc[] }
  | { readonly kind: "nest"; readonly by: number; readonly inner: Doc }
  | { readonly kind: "group"; readonly inner: Doc };

/** Plain text, without a line break. */
export function text(value: string): Doc {
  return { kind: "text", text: value };
}

/** A place where a line may end; `flat` is written where it does not. */
export function lineBreak(flat = " "): Doc {
  return { kind: "break", flat };
}

/** One after the other. */
export function concat(parts: readonly Doc[]): Doc {
  return { kind: "concat", parts };
}

/** Lines that begin inside are moved to the right. */
export function nest(by: number, inner: Doc): Doc {
  return { kind: "nest", by, inner };
}

/** What is written on one line if it fits. */
export function group(inner: Doc): Doc {
  return { kind: "group", inner };
}

/** The documents with a separator between them. */
export function join(separator: Doc, parts: readonly Doc[]): Doc {
  return concat(parts.flatMap((part, i) => (i === 0 ? [part] : [separator, part])));
}

interface Item {
  readonly indent: number;
  readonly flat: boolean;
  readonly doc: Doc;
}

/** Whether the first line of an item needs at most `width` columns. */
function fits(first: Item, width: number): boolean {
  const rest = [first];
  let left = width;
  while (left >= 0) {
    const item = rest.pop();
    if (item === undefined) return true;
    const { doc, indent, flat } = item;
    if (doc.kind === "text") left -= doc.text.length;
    else if (doc.kind === "break") {
      if (!flat) return true;
      left -= doc.flat.length;
    } else if (doc.kind === "concat")
      for (let i = doc.parts.length - 1; i >= 0; i--)
        rest.push({ indent, flat, doc: doc.parts[i] });
    else rest.push({ indent, flat, doc: doc.inner });
  }
  return false;
}

/** Writes a document in lines of at most `width` columns where possible. */
export function layout(doc: Doc, width: number): string {
  const lines: string[] = [];
  let line = "";
  const stack: Item[] = [{ indent: 0, flat: false, doc }];
  for (;;) {
    const item = stack.pop();
    if (item === undefined) return [...lines, line].join("\n");
    const { indent, flat, doc: one } = item;
    switch (one.kind) {
      case "text":
        line += one.text;
        break;
      case "break":
        if (flat) line += one.flat;
        else {
          lines.push(line);
          line = " ".repeat(indent);
        }
        break;
      case "concat":
        for (let i = one.parts.length - 1; i >= 0; i--)
          stack.push({ indent, flat, doc: one.parts[i] });
        break;
      case "nest":
        stack.push({ indent: indent + one.by, flat, doc: one.inner });
        break;
      case "group": {
        const whole = { indent, flat: true, doc: one.inner };
        const inOneLine = flat || fits(whole, width - line.length);
        stack.push(inOneLine ? whole : { indent, flat: false, doc: one.inner });
      }
    }
  }
}
