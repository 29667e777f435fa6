import { shortAval } from "../array/aval";
import { literalText, Var, type Atom, type Jaxpr } from "./jaxpr";
import { jaxprsIn } from "./operation-params";

/** Names in the order a … z, ba … as JAX gives them out. */
function variableName(n: number): string {
  const letter = String.fromCharCode(97 + (n % 26));
  return n < 26 ? letter : variableName(Math.floor(n / 26)) + letter;
}

/** A staged function of more operations than this is written once, before the others. */
const MAX_INLINE = 10;

/** The names of variables and of functions in one text. */
export class JaxprNames {
  private readonly names = new Map<Var, string>();
  private next = 0;
  /** Functions that are written once, before the others, with their names. */
  readonly shared: ReadonlyMap<Jaxpr, string>;

  constructor(whole: Jaxpr) {
    this.shared = sharedJaxprs(whole);
    for (const variable of unread(whole)) this.names.set(variable, "_");
  }

  of(variable: Var): string {
    let name = this.names.get(variable);
    if (name === undefined) {
      do name = variableName(this.next++);
      while ([...this.shared.values()].includes(name));
      this.names.set(variable, name);
    }
    return name;
  }

  typed(variable: Var): string {
    return `${this.of(variable)}:${shortAval(variable.aval)}`;
  }

  atom(atom: Atom): string {
    return atom instanceof Var ? this.of(atom) : literalText(atom.literal);
  }

  /** Lets variables of a function inside be called like those outside that stand for the same. */
  share(inner: readonly Atom[], outer: readonly Atom[]): void {
    const used = new Set<Var>();
    inner.forEach((variable, i) => {
      const like = outer[i];
      if (!(variable instanceof Var) || !(like instanceof Var)) return;
      if (used.has(like) || this.names.has(variable)) return;
      used.add(like);
      this.names.set(variable, this.of(like));
    });
  }
}

/** Results that nobody reads, also in functions inside. */
function unread(jaxpr: Jaxpr): Var[] {
  const read = new Set<Atom>(jaxpr.outputs);
  for (const { inputs } of jaxpr.equations) inputs.forEach((atom) => read.add(atom));
  return jaxpr.equations.flatMap((equation) => [
    ...equation.outs.filter((out) => !read.has(out)),
    ...jaxprsIn(equation).flatMap(({ jaxpr: inner }) => unread(inner)),
  ]);
}

/** Functions that occur more than once, or are long, by a name of their own. */
function sharedJaxprs(whole: Jaxpr): ReadonlyMap<Jaxpr, string> {
  const counts = new Map<Jaxpr, number>();
  const names = new Map<Jaxpr, string>();
  const queue = [whole];
  for (let jaxpr = queue.shift(); jaxpr !== undefined; jaxpr = queue.shift()) {
    const weight = jaxpr !== whole && jaxpr.equations.length > MAX_INLINE ? 2 : 1;
    counts.set(jaxpr, (counts.get(jaxpr) ?? 0) + weight);
    for (const equation of jaxpr.equations)
      for (const { name, jaxpr: inner } of jaxprsIn(equation)) {
        queue.push(inner);
        if (name !== null && !names.has(inner))
          names.set(inner, name.replace(/^[<>]+|[<>]+$/g, ""));
      }
  }
  const used = new Map<string, number>();
  const shared = new Map<Jaxpr, string>();
  for (const [jaxpr, count] of counts) {
    if (count === 1) continue;
    const name = names.get(jaxpr) ?? "jaxpr";
    const before = used.get(name) ?? 0;
    used.set(name, before + 1);
    shared.set(jaxpr, before === 0 ? name : `${name}${before}`);
  }
  return shared;
}
