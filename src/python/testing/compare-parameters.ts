/**
 * How two lists of parameters differ for whoever calls, parameter by parameter. A parameter is text as
 * golden/recorders/record_python_signatures.py writes it: `x /`, `axis=None`, `*args`, `out=None *`, `**kwargs`.
 */
type Parameter = { name: string; stars: string; mark: string; fallback: string | null };

/** Every difference as a line: `lacks out=None *`, `adds where=None *`, `has x / for x`, `orders x, y for y, x`. */
export function compareParameters(
  own: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const [here, there] = [own.map(parse), theirs.map(parse)];
  const lacking = there.filter((one) => !named(here, one)).map((one) => `lacks ${textOf(one)}`);
  const added = here.filter((one) => !named(there, one)).map((one) => `adds ${textOf(one)}`);
  const changed = here.flatMap((one) => {
    const other = named(there, one);
    const [text, wanted] = [textOf(one), other && textOf(other)];
    return wanted === undefined || wanted === text ? [] : [`has ${text} for ${wanted}`];
  });
  const found = [...lacking, ...added, ...changed];
  const [order, wanted] = [positional(here), positional(there)];
  const misplaced = found.length === 0 && order !== wanted;
  return misplaced ? [`orders ${order} for ${wanted}`] : found;
}

function parse(text: string): Parameter {
  const [, stars = "", name = "", fallback = null, mark = ""] =
    /^(\**)([^=\s]+)(?:=(.*?))?( [/*])?$/.exec(text) ?? [];
  return { name, stars, mark, fallback };
}

function textOf({ name, stars, mark, fallback }: Parameter): string {
  return `${stars}${name}${fallback === null ? "" : `=${fallback}`}${mark}`;
}

/** The parameter of the same name; of what takes the rest there is one, whatever its name. */
function named(all: readonly Parameter[], { name, stars }: Parameter): Parameter | undefined {
  return all.find((one) => one.stars === stars && (stars !== "" || one.name === name));
}

function positional(all: readonly Parameter[]): string {
  const placed = all.filter(({ stars, mark }) => stars !== "**" && mark !== " *");
  return placed.map(({ name, stars }) => stars + name).join(", ");
}
