/** Drafts in IndexedDB: the one place of truth for what the learner typed. */
import { openDB } from "idb";
import type { DBSchema, IDBPDatabase } from "idb";
import * as v from "valibot";

const SCHEMA = 1;
const KEPT_REVISIONS = 20;
const OPEN_TIMEOUT_MS = 10_000;

const storedDraftSchema = v.object({
  schema: v.literal(SCHEMA),
  key: v.string(),
  /** Grows by one with each write; a writer that expects another number has not seen the newest text. */
  rev: v.pipe(v.number(), v.integer()),
  tabId: v.string(),
  source: v.string(),
  savedAt: v.number(),
});
export type StoredDraft = v.InferOutput<typeof storedDraftSchema>;

const revisionSchema = v.object({ key: v.string(), source: v.string(), savedAt: v.number() });
/** A text of a draft as it once was; no two of one draft are the same. */
export type Revision = v.InferOutput<typeof revisionSchema>;

export type LoadResult =
  | { kind: "none" }
  | { kind: "found"; draft: StoredDraft }
  /** The record could not be read; its raw text has been set aside under a key of its own. */
  | { kind: "corrupt"; raw: string }
  /** Written by a newer version of this page: not ours to change. */
  | { kind: "newer" };

export type DraftWrite = { key: string; source: string; expectedRev: number; tabId: string };
export type WriteResult =
  { kind: "written"; rev: number } | { kind: "conflict"; stored: StoredDraft };

export interface DraftDb {
  load(key: string): Promise<LoadResult>;
  /** Resolves only after the transaction is complete. Rejects when the browser refuses to store. */
  write(write: DraftWrite): Promise<WriteResult>;
  /** Remembers a text that may be wanted again, once; the newest 20 of each draft are kept. */
  addRevision(key: string, source: string): Promise<void>;
  /** Newest first. */
  revisions(key: string): Promise<readonly Revision[]>;
}

interface Schema extends DBSchema {
  drafts: { key: string; value: unknown };
  revisions: { key: number; value: unknown; indexes: { byKey: string } };
  quarantine: { key: number; value: { key: string; raw: string; at: number } };
}
type Connection = IDBPDatabase<Schema>;

/**
 * Opens the database of drafts; the connection is made on first use and made again if the browser
 * closed it (storage cleared while the page is open).
 */
export function createDraftDb(name = "drafts"): DraftDb {
  let connection: Promise<Connection> | null = null;

  function connect(): Promise<Connection> {
    connection ??= open(name, () => (connection = null)).catch((error: unknown) => {
      connection = null;
      throw error;
    });
    return connection;
  }

  async function withConnection<T>(work: (db: Connection) => Promise<T>): Promise<T> {
    const db = await connect();
    try {
      return await work(db);
    } catch (error) {
      if (!isClosed(error)) throw error;
      connection = null;
      return work(await connect());
    }
  }

  return {
    load: (key) => withConnection((db) => load(db, key)),
    write: (write) => withConnection((db) => writeWithRoom(db, write)),
    addRevision: (key, source) => withConnection((db) => addRevision(db, key, source)),
    revisions: (key) => withConnection((db) => newestRevisions(db, key)),
  };
}

function open(name: string, onClosed: () => void): Promise<Connection> {
  const opening = openDB<Schema>(name, SCHEMA, {
    upgrade(db) {
      db.createObjectStore("drafts");
      const revisions = db.createObjectStore("revisions", { autoIncrement: true });
      revisions.createIndex("byKey", "key");
      db.createObjectStore("quarantine", { autoIncrement: true });
    },
    terminated: onClosed,
    // Another tab holds an older version open or wants a newer one: let it, this tab reopens.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
      onClosed();
    },
  });
  return Promise.race([opening, rejectAfter(OPEN_TIMEOUT_MS)]);
}

function rejectAfter(ms: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error("the browser's storage did not answer")), ms);
  });
}

async function load(db: Connection, key: string): Promise<LoadResult> {
  const record = await db.get("drafts", key);
  if (record === undefined) return { kind: "none" };
  const parsed = v.safeParse(storedDraftSchema, record);
  if (parsed.success) return { kind: "found", draft: parsed.output };
  if (schemaNumber(record) > SCHEMA) return { kind: "newer" };
  const raw = typeof record === "string" ? record : JSON.stringify(record);
  const tx = db.transaction(["drafts", "quarantine"], "readwrite");
  await tx.objectStore("quarantine").add({ key, raw, at: Date.now() });
  await tx.objectStore("drafts").delete(key);
  await tx.done;
  return { kind: "corrupt", raw: sourceOf(record) ?? raw };
}

function schemaNumber(record: unknown): number {
  const parsed = v.safeParse(v.object({ schema: v.number() }), record);
  return parsed.success ? parsed.output.schema : 0;
}

function sourceOf(record: unknown): string | null {
  const parsed = v.safeParse(v.object({ source: v.string() }), record);
  return parsed.success ? parsed.output.source : null;
}

async function writeWithRoom(db: Connection, write: DraftWrite): Promise<WriteResult> {
  try {
    return await compareAndSet(db, write);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "QuotaExceededError")) throw error;
    // The text of now is worth more than the texts of before.
    await db.clear("revisions");
    return compareAndSet(db, write);
  }
}

async function compareAndSet(db: Connection, write: DraftWrite): Promise<WriteResult> {
  const tx = db.transaction("drafts", "readwrite");
  const stored = v.safeParse(storedDraftSchema, await tx.store.get(write.key));
  // A record that is gone (storage cleared) is no conflict: what is on the screen is the newest text.
  if (stored.success && stored.output.rev !== write.expectedRev) {
    await tx.done;
    return { kind: "conflict", stored: stored.output };
  }
  const draft: StoredDraft = {
    schema: SCHEMA,
    key: write.key,
    rev: write.expectedRev + 1,
    tabId: write.tabId,
    source: write.source,
    savedAt: Date.now(),
  };
  await tx.store.put(draft, write.key);
  await tx.done;
  return { kind: "written", rev: draft.rev };
}

async function addRevision(db: Connection, key: string, source: string): Promise<void> {
  const tx = db.transaction("revisions", "readwrite");
  const byKey = tx.store.index("byKey");
  const [ids, records] = await Promise.all([byKey.getAllKeys(key), byKey.getAll(key)]);
  const others = ids.filter((_, i) => sourceOf(records[i]) !== source);
  const kept = new Set(others.slice(-(KEPT_REVISIONS - 1)));
  const record: Revision = { key, source, savedAt: Date.now() };
  await tx.store.add(record);
  await Promise.all(ids.filter((id) => !kept.has(id)).map((id) => tx.store.delete(id)));
  await tx.done;
}

async function newestRevisions(db: Connection, key: string): Promise<readonly Revision[]> {
  const records = await db.getAllFromIndex("revisions", "byKey", key);
  return records.reverse().filter((record) => v.is(revisionSchema, record));
}

function isClosed(error: unknown): boolean {
  return error instanceof DOMException && error.name === "InvalidStateError";
}
