import { KEYWORD_ONLY, OPTIONS, POSITIONAL_ONLY, REST, type Parameter } from "./python-names";

export type SignatureText = {
  readonly label: string;
  /** Where each parameter stands in the label. */
  readonly spans: readonly (readonly [from: number, to: number])[];
};

function textOf([name, fallback, kind]: Parameter): string {
  const stars = kind === REST ? "*" : kind === OPTIONS ? "**" : "";
  return fallback === null ? `${stars}${name}` : `${name}=${fallback}`;
}

/** `name(a, /, b=1, *, c)`, as Python writes signatures. */
export function signatureText(name: string, parameters: readonly Parameter[]): SignatureText {
  let label = `${name}(`;
  let before = "";
  const add = (part: string): [number, number] => {
    label += before + part;
    before = ", ";
    return [label.length - part.length, label.length];
  };
  const spans = parameters.map((parameter, i) => {
    const [previous, kind] = [parameters[i - 1]?.[2], parameter[2]];
    if (previous === POSITIONAL_ONLY && kind !== POSITIONAL_ONLY) add("/");
    if (kind === KEYWORD_ONLY && previous !== KEYWORD_ONLY && previous !== REST) add("*");
    return add(textOf(parameter));
  });
  if (parameters.at(-1)?.[2] === POSITIONAL_ONLY) add("/");
  return { label: `${label})`, spans };
}
