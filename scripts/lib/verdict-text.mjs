/** A verdict as a few lines for the terminal. */

/**
 * @param {string} file
 * @param {import("../../src/app/run-report").RunReport} verdict
 */
export function verdictText(file, verdict) {
  const lines = [`${file}: ${headline(verdict)}`];
  if (verdict.error) lines.push(`  ${errorText(verdict.error)}`);
  if (verdict.explanation)
    lines.push(`  ${verdict.explanation.title}.`, `  ${verdict.explanation.next}`);
  if (verdict.mistake) lines.push(`  ${verdict.mistake.title}`, `  ${verdict.mistake.evidence}`);
  if (verdict.mistake?.where) lines.push(`  ${verdict.mistake.where.text}`);
  const open = verdict.steps.filter(({ seen }) => !seen);
  if (open.length > 0) lines.push(`  steps not seen: ${open.map(({ id }) => id).join(", ")}`);
  const failing = verdict.cases.find((one) => !one.ok);
  if (failing) {
    lines.push(`  first failing case: ${failing.id}`);
    lines.push(`    yours    ${failing.got ? failing.got.join(", ") : "no numbers"}`);
    lines.push(`    expected ${failing.expected.join(", ")}`);
  }
  if (verdict.status === "wrong" && verdict.fitText) lines.push(`  ${verdict.fitText}`);
  return lines.join("\n");
}

function headline(verdict) {
  const right = verdict.cases.filter((one) => one.ok).length;
  const where = `${verdict.backend}, ${verdict.precision}, ${Math.round(verdict.ms.run)} ms, draw ${verdict.drawSeed}`;
  return `${verdict.status} (${right} of ${verdict.cases.length} cases; ${where})`;
}

function errorText({ type, message, line }) {
  return `${line === null ? "" : `line ${line}: `}${type}: ${message}`;
}
