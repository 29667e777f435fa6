/**
 * A program that comes from elsewhere: from a link, a snippet or the list of examples. It never takes the place of what a
 * learner wrote by itself: it is offered beside that, and runs when they say so.
 */
import { PLAYGROUND } from "./desk";
import type { Desk } from "./desk";
import type { Route } from "./route";
import { toLesson } from "./route";
import type { ProgramText } from "./standing";

export type OfferedProgram = ProgramText & {
  desk: Desk;
  /** As the subject of a sentence: "The program of the link". */
  title: string;
};

export type Offer =
  | ({ kind: "program" } & OfferedProgram)
  /** A link without a program that could be read, and why. */
  | { kind: "unreadable"; desk: Desk; reason: string };

/** Texts of links that hold no program. */
const UNREADABLE = {
  broken:
    "The link is not complete, so its program cannot be read. It may have been cut when it was passed on: ask for it again.",
  newer:
    "The link was made by a newer version of this page. Load the page again to have that version, then open the link.",
  elsewhere: "The link's program belongs to a lesson that is not here.",
} as const;

/** What the text after `#/share/` offers. */
export async function readShared(text: string, desks: readonly Desk[]): Promise<Offer> {
  const { unpackProgram } = await import("./share-codec");
  const unpacked = await unpackProgram(text);
  if (unpacked.kind !== "program") return unreadable(unpacked.kind);
  const { program } = unpacked;
  if (!desks.includes(program.desk)) return unreadable("elsewhere");
  return { kind: "program", ...program, title: "The program of the link" };
}

function unreadable(why: keyof typeof UNREADABLE): Offer {
  return { kind: "unreadable", desk: PLAYGROUND, reason: UNREADABLE[why] };
}

/** Where an offer is shown. */
export function offerRoute({ desk }: Offer): Route {
  return desk === PLAYGROUND ? { page: "playground" } : toLesson(desk);
}
