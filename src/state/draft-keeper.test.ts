import { describe, expect, it } from "vitest";
import type { Draft } from "./draft";
import { starterDraft } from "./draft";
import type { DraftDb, LoadResult, StoredDraft } from "./draft-db";
import { createDraftKeeper } from "./draft-keeper";
import { createDraftMirror } from "./draft-mirror";
import { memoryStorage } from "./testing/memory-storage";

const STARTER = "starter";

type FakeDb = DraftDb & {
  stored: StoredDraft | null;
  writes: string[];
  remembered: string[];
  fail: boolean;
};

function fakeDb(first: LoadResult = { kind: "none" }): FakeDb {
  const db: FakeDb = {
    stored: first.kind === "found" ? first.draft : null,
    writes: [],
    remembered: [],
    fail: false,
    load: async () => (db.stored ? { kind: "found", draft: db.stored } : first),
    async write({ key, source, expectedRev, tabId }) {
      if (db.fail) throw new DOMException("full", "QuotaExceededError");
      if (db.stored && db.stored.rev !== expectedRev)
        return { kind: "conflict", stored: db.stored };
      db.stored = { schema: 1, key, source, tabId, rev: expectedRev + 1, savedAt: 0 };
      db.writes.push(source);
      return { kind: "written", rev: expectedRev + 1 };
    },
    async addRevision(_key, source) {
      db.remembered.push(source);
    },
    revisions: async (key) =>
      db.remembered.map((source) => ({ key, source, savedAt: 0 })).reverse(),
  };
  return db;
}

const stored = (source: string, rev = 3): StoredDraft => ({
  schema: 1,
  key: "k",
  source,
  rev,
  tabId: "before",
  savedAt: 0,
});

function setUp(db: DraftDb, storage: Storage | null = memoryStorage()) {
  let draft: Draft = starterDraft("k", STARTER);
  const saves: string[] = [];
  const announced: number[] = [];
  const keeper = createDraftKeeper({
    db,
    mirror: createDraftMirror(storage),
    tabId: "t",
    starter: STARTER,
    get: () => draft,
    set: (change) => {
      draft = { ...draft, ...change };
      if (change.save) saves.push(change.save.kind);
    },
    announce: (rev) => announced.push(rev),
    quietMs: 10,
    longestMs: 60,
  });
  return { keeper, saves, announced, draft: () => draft };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("a draft that is kept", () => {
  it("shows the starter when nothing is stored, and stores nothing", async () => {
    const db = fakeDb();
    const { keeper, draft } = setUp(db);
    await keeper.load();
    await keeper.flush();
    expect(draft()).toMatchObject({ source: STARTER, save: { kind: "untouched" } });
    expect(db.writes).toEqual([]);
  });

  it("opens the stored text and tells the editor to take it over", async () => {
    const { keeper, draft } = setUp(fakeDb({ kind: "found", draft: stored("before") }));
    await keeper.load();
    expect(draft()).toMatchObject({ source: "before", replaced: 1, save: { kind: "saved" } });
  });

  it("saves after a pause, and says so only after the write", async () => {
    const db = fakeDb();
    const { keeper, draft, saves } = setUp(db);
    await keeper.load();
    keeper.edit("a");
    keeper.edit("ab");
    expect(draft().save.kind).toBe("pending");
    expect(db.writes).toEqual([]);
    await pause(40);
    expect(db.writes).toEqual(["ab"]);
    expect(saves.at(-1)).toBe("saved");
  });

  it("does not wait for ever while the learner types on", async () => {
    const db = fakeDb();
    const { keeper } = setUp(db);
    await keeper.load();
    const end = performance.now() + 160;
    let text = "";
    while (performance.now() < end) {
      keeper.edit((text += "x"));
      await pause(4);
    }
    expect(db.writes.length).toBeGreaterThan(0);
  });

  it("writes one text at a time and ends with the newest", async () => {
    const db = fakeDb();
    const { keeper, announced } = setUp(db);
    await keeper.load();
    keeper.edit("one");
    const first = keeper.flush();
    keeper.edit("two");
    await Promise.all([first, keeper.flush()]);
    expect(db.stored?.source).toBe("two");
    expect(announced.at(-1)).toBe(db.stored?.rev);
  });

  it("lives in memory where the storage fails, and comes back when it works again", async () => {
    const db = fakeDb();
    const { keeper, draft } = setUp(db);
    await keeper.load();
    db.fail = true;
    keeper.edit("precious");
    await keeper.flush();
    expect(draft()).toMatchObject({ source: "precious", save: { kind: "memory" } });
    db.fail = false;
    await keeper.flush();
    expect(db.stored?.source).toBe("precious");
    expect(draft().save.kind).toBe("saved");
  });

  it("lives in memory where the storage cannot even be opened", async () => {
    const db = { ...fakeDb(), load: () => Promise.reject(new Error("blocked")) };
    const { keeper, draft } = setUp(db);
    await keeper.load();
    expect(draft().save.kind).toBe("memory");
  });

  it("keeps both texts when another tab wrote, until the learner picks", async () => {
    const db = fakeDb({ kind: "found", draft: stored("common") });
    const { keeper, draft } = setUp(db);
    await keeper.load();
    db.stored = stored("theirs", 4);
    keeper.edit("mine");
    await keeper.flush();
    expect(draft()).toMatchObject({
      source: "mine",
      save: { kind: "conflict", other: "theirs", where: "another tab" },
    });
    expect(db.stored.source).toBe("theirs");
    keeper.resolve("mine");
    await keeper.flush();
    expect(db.stored.source).toBe("mine");
    expect(db.remembered).toContain("theirs");
    expect(draft().save.kind).toBe("saved");
  });

  it("takes the other text on request and remembers the dropped one", async () => {
    const db = fakeDb({ kind: "found", draft: stored("common") });
    const { keeper, draft } = setUp(db);
    await keeper.load();
    db.stored = stored("theirs", 4);
    keeper.edit("mine");
    await keeper.flush();
    keeper.resolve("other");
    await keeper.flush();
    expect(draft()).toMatchObject({ source: "theirs", save: { kind: "saved" } });
    expect(db.remembered).toContain("mine");
  });

  it("does not throw away what was typed before the stored text arrived", async () => {
    const { keeper, draft } = setUp(fakeDb({ kind: "found", draft: stored("before") }));
    keeper.edit("typed early");
    await keeper.load();
    expect(draft()).toMatchObject({
      source: "typed early",
      save: { kind: "conflict", other: "before", where: "an earlier visit" },
    });
  });

  it("follows another tab while it has nothing of its own to lose", async () => {
    const db = fakeDb({ kind: "found", draft: stored("common") });
    const { keeper, draft } = setUp(db);
    await keeper.load();
    db.stored = stored("theirs", 4);
    await keeper.onOtherTab(4);
    expect(draft()).toMatchObject({ source: "theirs", save: { kind: "saved" } });
  });

  it("leaves a last copy when the page goes, and finds it at the next visit", async () => {
    const storage = memoryStorage();
    const db = { ...fakeDb({ kind: "found", draft: stored("saved") }) };
    const first = setUp({ ...db, write: () => new Promise(() => undefined) }, storage);
    await first.keeper.load();
    first.keeper.edit("saved, and the last words");
    first.keeper.leave();
    const second = setUp(db, storage);
    await second.keeper.load();
    expect(second.draft().source).toBe("saved, and the last words");
  });

  it("does not let an old last copy hide a newer save", async () => {
    const storage = memoryStorage();
    createDraftMirror(storage).write("k", { rev: 2, source: "old" });
    const { keeper, draft } = setUp(fakeDb({ kind: "found", draft: stored("newer", 3) }), storage);
    await keeper.load();
    expect(draft().source).toBe("newer");
  });

  it("resets with a way back", async () => {
    const db = fakeDb({ kind: "found", draft: stored("long work") });
    const { keeper, draft } = setUp(db);
    await keeper.load();
    keeper.replace(STARTER);
    expect(draft()).toMatchObject({ source: STARTER, beforeReplace: "long work" });
    await keeper.flush();
    expect(db.stored?.source).toBe(STARTER);
    keeper.undoReplace();
    await keeper.flush();
    expect(draft()).toMatchObject({ source: "long work", beforeReplace: null });
    expect(db.stored?.source).toBe("long work");
    expect(db.remembered).toContain("long work");
  });

  it("remembers what an earlier visit left before the first edit, and only then", async () => {
    const db = fakeDb({ kind: "found", draft: stored("from before") });
    const { keeper } = setUp(db);
    await keeper.load();
    keeper.edit("a");
    keeper.edit("ab");
    expect(db.remembered).toEqual(["from before"]);
  });

  it("restores an earlier version and keeps the present one among them", async () => {
    const db = fakeDb({ kind: "found", draft: stored("one") });
    const { keeper, draft } = setUp(db);
    await keeper.load();
    keeper.edit("two");
    await keeper.remember();
    keeper.edit("three");
    const sources = async () => (await keeper.earlierVersions()).map(({ source }) => source);
    expect(await sources()).toEqual(["two", "one"]);
    keeper.replace("one");
    expect(draft()).toMatchObject({ source: "one", beforeReplace: "three", replaced: 2 });
    expect(await sources()).toEqual(["three", "two"]);
    keeper.edit("one and more");
    keeper.undoReplace();
    expect(draft().source).toBe("three");
    expect(await sources()).toContain("one and more");
  });

  it("does not remember the starter, which Reset brings back", async () => {
    const db = fakeDb();
    const { keeper } = setUp(db);
    await keeper.load();
    await keeper.remember();
    keeper.edit("a");
    expect(db.remembered).toEqual([]);
  });

  it("lets a reset wait for the learner's choice between two texts", async () => {
    const db = fakeDb({ kind: "found", draft: stored("common") });
    const { keeper, draft } = setUp(db);
    await keeper.load();
    db.stored = stored("theirs", 4);
    keeper.edit("mine");
    await keeper.flush();
    keeper.replace(STARTER);
    await keeper.flush();
    expect(draft().save).toMatchObject({ kind: "conflict", other: "theirs" });
    expect(db.stored.source).toBe("theirs");
    keeper.resolve("mine");
    await keeper.flush();
    expect(db.stored?.source).toBe(STARTER);
    expect(db.remembered).toEqual(expect.arrayContaining(["mine", "theirs"]));
  });

  it("never writes over the draft of a newer version", async () => {
    const db = fakeDb({ kind: "newer" });
    const { keeper, draft } = setUp(db);
    await keeper.load();
    keeper.edit("typed in the old version");
    await keeper.flush();
    expect(db.writes).toEqual([]);
    expect(draft()).toMatchObject({ source: "typed in the old version", save: { kind: "memory" } });
  });

  it("offers the raw text of a record that could not be read", async () => {
    const { keeper, draft } = setUp(fakeDb({ kind: "corrupt", raw: "raw text" }));
    await keeper.load();
    expect(draft()).toMatchObject({ source: STARTER, unreadable: "raw text" });
  });
});
