/** What a run of every check took, as lines for the terminal: each suite, and each end-to-end file with the number of its tests. */

/**
 * @param {[name: string, seconds: number][]} suites in the order of their end
 * @param {number} all seconds of the whole run, less than the sum where suites run side by side
 */
export function suiteTimes(suites, all) {
  return table([...suites, ["all together", all]]);
}

/** @param {{ suites: object[] }} report Playwright's JSON report */
export function e2eFileTimes(report) {
  return table(
    report.suites
      .map((file) => {
        const tests = testsOf(file);
        const milliseconds = tests.flatMap(({ results }) => results).map((each) => each.duration);
        const seconds = milliseconds.reduce((sum, each) => sum + each, 0) / 1000;
        return [`${file.title} (${tests.length})`, seconds];
      })
      .sort(([, a], [, b]) => b - a),
  );
}

function testsOf({ specs = [], suites = [] }) {
  return [...specs.flatMap(({ tests }) => tests), ...suites.flatMap(testsOf)];
}

function table(rows) {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, seconds]) => `${name.padEnd(width)} ${minutes(seconds)}`).join("\n");
}

function minutes(seconds) {
  const whole = Math.round(seconds);
  return `${String(Math.floor(whole / 60)).padStart(3)}:${String(whole % 60).padStart(2, "0")}`;
}
