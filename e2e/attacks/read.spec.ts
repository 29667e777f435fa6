/** Programs that try to read or touch what belongs to the page. */
import type { Page } from "@playwright/test";
import { expect, test } from "./support/attack-test";
import { playInPage } from "./support/lab";
import { runPlain } from "./support/weak-runs";

const CHANNEL = "lab-drafts";

/** Puts something worth reading into every store of an origin. */
async function fillStores(page: Page): Promise<void> {
  await page.evaluate(async () => {
    localStorage.setItem("attack-secret", "from the page");
    document.cookie = "attack=secret";
    const open = indexedDB.open("attack-secret", 1);
    await new Promise((resolve) => {
      open.onupgradeneeded = () => open.result.createObjectStore("s").put("from the page", 1);
      open.onsuccess = resolve;
    });
    open.result.close();
    await (await caches.open("attack-secret")).put("/x", new Response("from the page"));
  });
}

/** Everything in an origin's stores, as text that can be compared. */
function snapshot(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name, version }) => [name, version]);
    const kept = Object.entries(localStorage).filter(([key]) => key.startsWith("attack"));
    const files: string[] = [];
    const root = await navigator.storage.getDirectory();
    for await (const name of root.keys()) files.push(name);
    return JSON.stringify([databases, kept, await caches.keys(), document.cookie, files]);
  });
}

const READ = `
  const found = [];
  const attempt = async (name, way) => {
    try { if (await way()) found.push(name); } catch (error) { self.lastError = error; }
  };
  await attempt("indexedDB", async () => (await indexedDB.databases()).length > 0);
  await attempt("caches", async () => (await caches.keys()).length > 0);
  await attempt("OPFS", async () => {
    const root = await navigator.storage.getDirectory();
    await root.getFileHandle("attack-mark", { create: true });
    return true;
  });
  await attempt("cookieStore", async () => (await cookieStore.getAll()).length > 0);
  await attempt("localStorage", async () => localStorage.length > 0);
  await attempt("BroadcastChannel", async () => {
    new BroadcastChannel("${CHANNEL}").postMessage("attack");
    await new Promise((resolve) => setTimeout(resolve, 100));
    return true;
  });`;

async function listenOnChannel(page: Page): Promise<() => Promise<number>> {
  await page.evaluate((name) => {
    const heard: unknown[] = [];
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => data === "attack" && heard.push(data);
    Object.assign(window, { attackHeard: heard });
  }, CHANNEL);
  return () => page.evaluate(() => Number(Reflect.get(window, "attackHeard").length));
}

test("35: stores and channels of the page", async ({ lab, weak }) => {
  await fillStores(weak);
  const weakHeard = await listenOnChannel(weak);
  const control = await runPlain(weak, `${READ}\nself.postMessage(found.join(" "));`);
  for (const store of ["indexedDB", "caches", "BroadcastChannel"]) {
    expect(control.messages.join(" ")).toContain(store);
  }
  expect(await weakHeard()).toBe(1);

  await fillStores(lab);
  const before = await snapshot(lab);
  expect(before).toContain("attack-secret");
  const heard = await listenOnChannel(lab);
  const played = await playInPage(
    lab,
    `// @ts-nocheck\n${READ}\nprint("found:", found.join(" "));`,
  );
  expect(played.error).toBeNull();
  expect(played.stdout).toBe("found: ");
  expect(await snapshot(lab)).toBe(before);
  expect(await heard()).toBe(0);
});

test("36: the page's window and document", async ({ lab, weak }) => {
  const names = ["parent", "top", "document", "opener", "window", "frames", "frameElement"];
  // In a frame of the same origin, where some playgrounds run programs, all of it is there.
  const control = await weak.evaluate(async () => {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin");
    frame.srcdoc = "<script>parent.document.title = 'taken over'</script>";
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return document.title;
  });
  expect(control).toBe("taken over");

  const title = await lab.title();
  const tries = names.map(
    (name) =>
      `try { print("${name}", typeof ${name}, ${name}); } catch (error) { print("${name}", error.name); }`,
  );
  const played = await playInPage(lab, `// @ts-nocheck\n${tries.join("\n")}`);
  expect(played.stdout.split("\n")).toEqual(names.map((name) => `${name} ReferenceError`));
  const ancestors = await playInPage(
    lab,
    `// @ts-nocheck\nprint(String(self.location.ancestorOrigins), self.origin, self.location.protocol);`,
  );
  expect(ancestors.stdout).toBe("undefined null blob:");
  expect(await lab.title()).toBe(title);
});
