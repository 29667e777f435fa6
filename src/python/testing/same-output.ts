const NUMBER = /[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|\.\d+)/gi;
const RELATIVE = 2e-5;
/** Below it a printed number is rounding alone. */
const ABSOLUTE = 1e-7;

/** Words and brackets alone: how far numbers are padded depends on their digits. */
function words(text: string): string {
  return text
    .replace(NUMBER, "#")
    .replace(/\s+/g, " ")
    .replace(/# /g, "#")
    .replace(/ ?([[\]()]) ?/g, "$1")
    .trim();
}

/** Whether a program printed what real JAX prints: numbers within 2e-5, everything else word for word. */
export function sameOutput(printed: string, recorded: string): boolean {
  if (printed === recorded) return true;
  if (words(printed) !== words(recorded)) return false;
  const wanted = recorded.match(NUMBER) ?? [];
  return (printed.match(NUMBER) ?? []).every((text, i) => {
    const difference = Math.abs(Number(text) - Number(wanted[i]));
    return difference <= ABSOLUTE + RELATIVE * Math.abs(Number(wanted[i]));
  });
}
