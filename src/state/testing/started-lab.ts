import { lineLesson } from "../../grading/testing/line-lesson";
import type { Lesson } from "../../lessons/lesson";
import { firstLesson } from "../../lessons/testing/first-lesson";
import { lessonWith } from "../../lessons/testing/lesson-with";
import type { CaseOutcome, RunRequest } from "../../protocol/run";
import type { DraftDb, StoredDraft } from "../draft-db";
import { createLab } from "../lab";
import { fakeRunner } from "./fake-runner";

const { check } = firstLesson();
export const lesson = lessonWith(check);
export const SLUG = check.slug;
/** A second lesson, which shares no name with the first. */
export const otherLesson = lessonWith(lineLesson, {
  order: 2,
  title: "A line",
  shortTitle: "Line",
  summary: "Fit it.",
});

function memoryDb(): DraftDb & { drafts: Map<string, StoredDraft> } {
  const drafts = new Map<string, StoredDraft>();
  return {
    drafts,
    async load(key) {
      const draft = drafts.get(key);
      return draft ? { kind: "found", draft } : { kind: "none" };
    },
    async write({ key, source, expectedRev, tabId }) {
      drafts.set(key, { schema: 1, key, source, tabId, rev: expectedRev + 1, savedAt: 0 });
      return { kind: "written", rev: expectedRev + 1 };
    },
    addRevision: async () => undefined,
    revisions: async () => [],
  };
}

type Options = {
  holdsFollowUps?: boolean;
  lessons?: readonly Lesson[];
  db?: ReturnType<typeof memoryDb>;
  storage?: Storage;
  tabStorage?: Storage;
};

/** A started lab of this lesson or of others, with a runner that answers when told to and drafts in memory. */
export async function startedLab(options: Options = {}) {
  const runner = fakeRunner(options);
  const db = options.db ?? memoryDb();
  const lab = createLab({
    runner,
    lessons: options.lessons ?? [lesson],
    playgroundStarters: { typescript: "print", python: "py print" },
    db,
    storage: options.storage ?? null,
    tabStorage: options.tabStorage ?? null,
    announce: () => undefined,
  });
  await lab.actions.start();
  const state = lab.store.getState;
  return { lab, runner, db, state, lessonState: () => state().lessons[SLUG] };
}

/** What a learner's function gives that is right up to `change`. */
export function answers(
  request: RunRequest | undefined,
  change: (right: readonly number[]) => readonly number[],
): CaseOutcome[] {
  if (request?.kind !== "grade") throw new Error("not a graded run");
  return request.cases.map(({ id, inputs }) => ({
    id,
    shape: [2],
    values: change(check.reference(inputs)),
    problem: null,
    error: null,
  }));
}
