/** Traces of the page's main thread. */

const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline"];

/** What an input makes the main thread do: script, style, layout, and what comes before pixels. */
const WORK = new Set([
  "EventDispatch",
  "FunctionCall",
  "FireAnimationFrame",
  "TimerFire",
  "RunMicrotasks",
  "UpdateLayoutTree",
  "Layout",
  "HitTest",
  "PrePaint",
  "Paint",
  "Layerize",
  "Commit",
]);

/** The events that begin an input. A key comes first, whether a slider or a button then hears of it. */
const INPUTS = new Set(["keydown", "pointermove"]);

/**
 * @param {import("@playwright/test").CDPSession} session
 * @returns {Promise<{ stop: () => Promise<object[]> }>} `stop` gives the trace's events
 */
export async function startTrace(session) {
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: CATEGORIES },
  });
  return {
    async stop() {
      const ended = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
      await session.send("Tracing.end");
      await ended;
      return events;
    },
  };
}

/**
 * The work from each input to the next one, in ms: nested events count once.
 * @param {readonly any[]} events
 * @returns {number[]}
 */
export function workPerInput(events) {
  const begins = events.filter(
    ({ name, ph, args }) => name === "EventDispatch" && ph === "X" && INPUTS.has(args?.data?.type),
  );
  const thread = begins[0] && `${begins[0].pid} ${begins[0].tid}`;
  const onThread = ({ pid, tid }) => `${pid} ${tid}` === thread;
  const work = events
    .filter((event) => event.ph === "X" && WORK.has(event.name) && onThread(event))
    .sort((a, b) => a.ts - b.ts);
  const starts = begins
    .filter(onThread)
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? start + 100_000;
    let [busy, until] = [0, start];
    for (const { ts, dur = 0 } of work) {
      if (ts < start || ts >= end) continue;
      busy += Math.max(0, ts + dur - Math.max(ts, until));
      until = Math.max(until, ts + dur);
    }
    return busy / 1000;
  });
}
