export function suiteTimes(
  suites: readonly (readonly [name: string, seconds: number])[],
  all: number,
): string;
export function e2eFileTimes(report: { suites: object[] }): string;
