/** Reads a jaxpr's text as JAX prints it, down into the ones that stand inside of it. */

export type Variable = { name: string; type: string };

export type Equation = {
  outputs: readonly Variable[];
  primitive: string;
  /** What it is called, where it says so: of a function that is called, e.g. `relu`. */
  name: string | null;
  /** Names of variables, and literals such as `2.0:f32[]`. */
  inputs: readonly string[];
  /** The function that it calls. */
  inner: Jaxpr | null;
};

export type Jaxpr = {
  /** Captured from outside. */
  constants: readonly Variable[];
  arguments: readonly Variable[];
  equations: readonly Equation[];
  outputs: readonly string[];
};

/** Null where the text is no jaxpr that can be read to its end. */
export function parseJaxpr(text: string): Jaxpr | null {
  try {
    return new Reader(text).program();
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

class Unreadable extends Error {}

class Reader {
  private at = 0;
  private readonly named = new Map<string, Jaxpr>();
  constructor(
    private readonly text: string,
    named?: ReadonlyMap<string, Jaxpr>,
  ) {
    for (const [name, jaxpr] of named ?? []) this.named.set(name, jaxpr);
  }

  /** `let f = { … } in` before it are functions that it calls more than once. */
  program(): Jaxpr {
    if (this.takes(/let\s/y)) {
      for (let name = this.taken(/(\w+) =/y); name; name = this.taken(/(\w+) =/y))
        this.named.set(name, this.jaxpr());
      this.expect(/in\b/y);
    }
    return this.jaxpr();
  }

  private jaxpr(): Jaxpr {
    this.expect(/\{ lambda\b/y);
    const constants = this.variables();
    this.expect(/;/y);
    const args = this.variables();
    this.expect(/\.\s*let\b/y);
    const equations: Equation[] = [];
    while (!this.takes(/in \(/y)) equations.push(this.equation());
    const outputs: string[] = [];
    while (!this.takes(/,?\s*\)/y)) outputs.push(this.required(/,?\s*([^\s,()]+)/y));
    this.expect(/\}/y);
    return { constants, arguments: args, equations, outputs };
  }

  private variables(): Variable[] {
    const found: Variable[] = [];
    for (;;) {
      const match = this.match(/([a-z]+|_):(\S*?\])/y);
      if (!match) return found;
      found.push({ name: match[1] ?? "", type: match[2] ?? "" });
    }
  }

  private equation(): Equation {
    const outputs = this.variables();
    this.expect(/=/y);
    const primitive = this.required(/([\w-]+)/y);
    const options = this.text[this.at] === "[" ? this.balanced() : "";
    const inputs: string[] = [];
    for (;;) {
      const input = this.taken(/[ \t]+(?!in \()([^\s;]+)/y, false);
      if (input === null) break;
      inputs.push(input);
    }
    this.takes(/;/y);
    return {
      outputs,
      primitive,
      name: /\bname=([\w.<>]+)/.exec(options)?.[1] ?? null,
      inputs,
      inner: this.innerOf(options),
    };
  }

  private innerOf(options: string): Jaxpr | null {
    const found = /\b(?:call_|fun_)?jaxpr=/.exec(options);
    if (!found) return null;
    const rest = options.slice(found.index + found[0].length);
    const [name] = /^\w+/.exec(rest) ?? [];
    if (name !== undefined) return this.named.get(name) ?? null;
    return new Reader(rest, this.named).jaxpr();
  }

  /** What stands between this bracket and the one that closes it. */
  private balanced(): string {
    const from = this.at + 1;
    let depth = 0;
    for (; this.at < this.text.length; this.at++) {
      const character = this.text[this.at] ?? "";
      if ("[{(".includes(character)) depth++;
      if ("]})".includes(character)) depth--;
      if (depth === 0) return this.text.slice(from, this.at++);
    }
    throw new Unreadable();
  }

  private match(pattern: RegExp, spaced = true): RegExpExecArray | null {
    const space = /\s*/y;
    space.lastIndex = this.at;
    const from = spaced ? this.at + (space.exec(this.text)?.[0].length ?? 0) : this.at;
    pattern.lastIndex = from;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  private takes(pattern: RegExp): boolean {
    return this.match(pattern) !== null;
  }

  private taken(pattern: RegExp, spaced = true): string | null {
    return this.match(pattern, spaced)?.[1] ?? null;
  }

  private required(pattern: RegExp): string {
    const found = this.taken(pattern);
    if (found === null) throw new Unreadable();
    return found;
  }

  private expect(pattern: RegExp): void {
    if (!this.takes(pattern)) throw new Unreadable();
  }
}
