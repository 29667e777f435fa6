import "fake-indexeddb/auto";
import { openDB } from "idb";
import { describe, expect, it } from "vitest";
import { createDraftDb } from "./draft-db";

let count = 0;
const freshName = () => `drafts-test-${count++}`;

async function putRaw(name: string, key: string, record: unknown): Promise<void> {
  const db = await openDB(name);
  await db.put("drafts", record, key);
  db.close();
}

describe("the database of drafts", () => {
  it("has nothing at first, then what was written", async () => {
    const db = createDraftDb(freshName());
    expect(await db.load("a")).toEqual({ kind: "none" });
    expect(await db.write({ key: "a", source: "one", expectedRev: 0, tabId: "t" })).toEqual({
      kind: "written",
      rev: 1,
    });
    const loaded = await db.load("a");
    expect(loaded).toMatchObject({ kind: "found", draft: { source: "one", rev: 1, tabId: "t" } });
  });

  it("refuses a writer that has not seen the newest text, and keeps that text", async () => {
    const name = freshName();
    const [mine, other] = [createDraftDb(name), createDraftDb(name)];
    await mine.write({ key: "a", source: "mine", expectedRev: 0, tabId: "m" });
    const refused = await other.write({ key: "a", source: "other", expectedRev: 0, tabId: "o" });
    expect(refused).toMatchObject({ kind: "conflict", stored: { source: "mine", rev: 1 } });
    expect(await mine.load("a")).toMatchObject({ draft: { source: "mine" } });
  });

  it("writes again after the storage was cleared under it", async () => {
    const name = freshName();
    const db = createDraftDb(name);
    await db.write({ key: "a", source: "one", expectedRev: 0, tabId: "t" });
    const direct = await openDB(name);
    await direct.clear("drafts");
    direct.close();
    const again = await db.write({ key: "a", source: "two", expectedRev: 1, tabId: "t" });
    expect(again).toEqual({ kind: "written", rev: 2 });
  });

  it("sets a corrupt record aside and starts over", async () => {
    const name = freshName();
    const db = createDraftDb(name);
    await db.load("a");
    await putRaw(name, "a", { schema: 1, source: "worth keeping", rev: "two" });
    expect(await db.load("a")).toEqual({ kind: "corrupt", raw: "worth keeping" });
    expect(await db.load("a")).toEqual({ kind: "none" });
    const direct = await openDB(name);
    expect(await direct.getAll("quarantine")).toMatchObject([
      { key: "a", raw: expect.stringContaining("worth keeping") },
    ]);
    direct.close();
  });

  it("leaves a record of a newer version alone", async () => {
    const name = freshName();
    const db = createDraftDb(name);
    await db.load("a");
    const record = { schema: 2, files: ["future"] };
    await putRaw(name, "a", record);
    expect(await db.load("a")).toEqual({ kind: "newer" });
    const direct = await openDB(name);
    expect(await direct.get("drafts", "a")).toEqual(record);
    direct.close();
  });

  it("keeps the newest twenty revisions of each draft, newest first, without repeats", async () => {
    const db = createDraftDb(freshName());
    for (let i = 0; i < 25; i++) await db.addRevision("a", `text ${i}`);
    await db.addRevision("a", "text 24");
    await db.addRevision("b", "other draft");
    const revisions = await db.revisions("a");
    expect(revisions.map(({ source }) => source)).toEqual(
      Array.from({ length: 20 }, (_, i) => `text ${24 - i}`),
    );
    await db.addRevision("a", "text 10");
    const sources = (await db.revisions("a")).map(({ source }) => source);
    expect(sources).toHaveLength(20);
    expect([sources[0], sources.filter((source) => source === "text 10").length]).toEqual([
      "text 10",
      1,
    ]);
  });

  it("leaves out what is no revision", async () => {
    const name = freshName();
    const db = createDraftDb(name);
    await db.addRevision("a", "one");
    const direct = await openDB(name);
    await direct.add("revisions", { key: "a", source: 3 });
    direct.close();
    expect(await db.revisions("a")).toMatchObject([{ source: "one" }]);
  });
});
