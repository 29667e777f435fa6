/** Slows every target of a page down: the page, its frames and its workers, as they come. */

/** @typedef {{ cpu: number, latencyMs: number, bitsPerSecond: number }} Conditions cpu 1: as it is */

/** @type {Conditions} */
export const SLOW = { cpu: 4, latencyMs: 40, bitsPerSecond: 10_000_000 };

/**
 * Opens a page whose targets all get the conditions before their first line runs.
 * @param {import("./cdp.mjs").Browser} browser
 * @param {Conditions | null} conditions null: as it is
 * @returns {Promise<{ session: string, accepted: Record<string, string> }>} `accepted` fills up as
 *   targets come: "worker CPU" -> "yes", or the browser's reason
 */
export async function openPage(browser, conditions) {
  const accepted = {};
  const preparing = new Map();
  browser.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    preparing.set(sessionId, prepare(sessionId, targetInfo.type));
  });
  const { targetId } = await browser.send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
  await preparing.get(sessionId);
  return { session: sessionId, accepted };

  async function prepare(session, type) {
    const attempt = async (what, method, params) => {
      try {
        await browser.send(method, params, session);
        accepted[`${type} ${what}`] ??= "yes";
      } catch (error) {
        accepted[`${type} ${what}`] = `no (${error.message})`;
      }
    };
    if (conditions) {
      const bytes = conditions.bitsPerSecond / 8;
      await attempt("network", "Network.enable", {});
      await attempt("network", "Network.emulateNetworkConditions", {
        offline: false,
        latency: conditions.latencyMs,
        downloadThroughput: bytes,
        uploadThroughput: bytes,
      });
      if (conditions.cpu !== 1)
        await attempt("CPU", "Emulation.setCPUThrottlingRate", { rate: conditions.cpu });
    }
    const ignore = () => {};
    await browser
      .send(
        "Target.setAutoAttach",
        { autoAttach: true, waitForDebuggerOnStart: true, flatten: true },
        session,
      )
      .catch(ignore);
    await browser.send("Runtime.runIfWaitingForDebugger", {}, session).catch(ignore);
  }
}
