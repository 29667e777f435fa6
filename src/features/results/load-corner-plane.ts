/** Loads the step plane's code; also called ahead of the first run, so that the run waits for nothing. */
export async function loadCornerPlane() {
  if (import.meta.env.SSR) throw new Error("a verdict's plane needs a browser");
  return { default: (await import("../../figures/step-plane/CornerPlane")).CornerPlane };
}
