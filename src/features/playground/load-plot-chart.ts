/** Loads the chart's code; also called ahead of the first run, so that the run waits for nothing. */
export async function loadPlotChart() {
  if (import.meta.env.SSR) throw new Error("charts need a browser");
  return { default: (await import("./PlotChart")).PlotChart };
}
