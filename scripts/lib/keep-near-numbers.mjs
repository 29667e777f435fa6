const NUMBER = /[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|\.\d+)/gi;
const RELATIVE = 2e-5;
const ABSOLUTE = 1e-6;

/**
 * The new text of a recording, with the old one's floats wherever the two are equal but for rounding: how many
 * threads a sum is split over differs from run to run. A line stands for a case (or a printed line), and each is
 * compared with the old line of its own case, wherever that stood: cases may be added, taken out or moved.
 * Where a case has other words or other whole numbers, these are new, and only its near floats are kept.
 */
export function keepNearNumbers(before, after) {
  const now = linesOf(after);
  const own = oldLinesOf(
    now.map(({ text }) => text),
    linesOf(before).map(({ text }) => text),
  );
  return now.map(({ comma, text }, at) => comma + keptIn(own[at], text)).join("\n");
}

/** The lines of a text; the comma before a recorded case belongs to its place, not to it. */
function linesOf(text) {
  const comma = text.startsWith('{"recorded_from"') ? /^[ ,]?/ : /^/;
  return text.split("\n").map((line) => {
    const [found] = comma.exec(line);
    return { comma: found, text: line.slice(found.length) };
  });
}

/** For each line the old one of its case, or undefined: the same line first, then one that is near, then one of the same words. */
function oldLinesOf(lines, old) {
  const found = lines.map(() => undefined);
  let left = old;
  for (const [kind, fits] of [
    [(line) => line, () => true],
    [wordsAndWholes, allNear],
    [words, () => true],
  ]) {
    const untaken = groupedBy(kind, left);
    lines.forEach((line, i) => {
      if (found[i] !== undefined) return;
      const candidates = untaken.get(kind(line)) ?? [];
      const at = candidates.findIndex((candidate) => fits(candidate, line));
      if (at >= 0) [found[i]] = candidates.splice(at, 1);
    });
    left = [...untaken.values()].flat();
  }
  return found;
}

function groupedBy(kind, lines) {
  const groups = new Map();
  for (const line of lines) {
    const key = kind(line);
    if (groups.has(key)) groups.get(key).push(line);
    else groups.set(key, [line]);
  }
  return groups;
}

function keptIn(before, after) {
  if (before === undefined || before === after) return after;
  // Printed arrays are padded by their digits, so a line whose numbers are all near is kept with its spaces.
  if (allNear(before, after)) return before;
  const old = before.match(NUMBER) ?? [];
  let at = 0;
  return after.replace(NUMBER, (text) => {
    const kept = old[at++];
    return isNear(kept, text) ? kept : text;
  });
}

function words(line) {
  return replaced(line, () => "#");
}

function wordsAndWholes(line) {
  return replaced(line, (number) => (isFloat(number) ? "#" : number));
}

function replaced(line, instead) {
  return line
    .replace(NUMBER, instead)
    .replace(/ +/g, " ")
    .replace(/# (?=[\])},])/g, "#");
}

/** Whether two lines of the same words have the same numbers but for rounding. */
function allNear(before, after) {
  const old = before.match(NUMBER) ?? [];
  return (after.match(NUMBER) ?? []).every((text, i) => isNear(old[i], text));
}

function isNear(before, after) {
  if (!isFloat(before) || !isFloat(after)) return before === after;
  const [old, now] = [Number(before), Number(after)];
  return Math.abs(old - now) <= ABSOLUTE + RELATIVE * Math.abs(old);
}

function isFloat(number) {
  return /[.e]/i.test(number);
}
