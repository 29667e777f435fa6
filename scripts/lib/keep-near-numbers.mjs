const NUMBER = /[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|\.\d+)/gi;
const RELATIVE = 2e-5;
const ABSOLUTE = 1e-6;

/**
 * The new text of a recording, with the old one's floats wherever the two are equal but for rounding: how many
 * threads a sum is split over differs from run to run. Where a line has other words or other whole numbers, it stays new.
 */
export function keepNearNumbers(before, after) {
  if (before === after) return before;
  const old = before.split("\n");
  const lines = after.split("\n");
  if (old.length !== lines.length) return after;
  return lines.map((line, at) => keepInLine(old[at], line)).join("\n");
}

function keepInLine(before, after) {
  if (before === after || words(before) !== words(after)) return after;
  const old = before.match(NUMBER) ?? [];
  // Printed arrays are padded by their digits, so a line whose numbers are all near is kept with its spaces.
  if ((after.match(NUMBER) ?? []).every((text, i) => isNear(old[i], text))) return before;
  let at = 0;
  return after.replace(NUMBER, (text) => {
    const kept = old[at++];
    return isNear(kept, text) ? kept : text;
  });
}

function words(line) {
  return line
    .replace(NUMBER, "#")
    .replace(/ +/g, " ")
    .replace(/# (?=[\])},])/g, "#");
}

function isNear(before, after) {
  if (!/[.e]/i.test(before) || !/[.e]/i.test(after)) return before === after;
  const [old, now] = [Number(before), Number(after)];
  return Math.abs(old - now) <= ABSOLUTE + RELATIVE * Math.abs(old);
}
