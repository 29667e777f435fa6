/**
 * What a lesson tells the grader. Everything that belongs to one lesson (names of inputs and leaves,
 * how to draw, what is right) stands behind this interface; grading knows none of it.
 */
import type { LoggedCall } from "../lib/logged-call";
import type { SeededRandom } from "../lib/seeded-random";
import type { Language } from "../protocol/backend";
import type { RunInput } from "../protocol/run";
import type { UpdateFit, WorkedCase } from "../protocol/verdict";

/** The arguments of one call, in the order of the learner's parameters. Every number is float32-exact. */
export type CaseInputs = readonly RunInput[];

/**
 * What is known of how a run came to its numbers. The calls are the program's own word: they may tick a step
 * and point at a line, and they never decide.
 */
export type RunEvidence = {
  language: Language;
  /** What the program called while it loaded and in its first case. */
  calls: readonly LoggedCall[];
  /** The inputs of that case. */
  first: CaseInputs;
  /** Whether the number returned at one place is, in every case, the one expected at that place or another. */
  agrees(returned: number, expected?: number): boolean;
  fit: UpdateFit | null;
  /** The program; empty where it is not at hand. */
  source: string;
};

/** A line of the program; null where a sign has none. */
export type Sign = { line: number | null };
/** One of the lesson's steps, and how a run shows that it was taken. */
export type StepRule = { id: string; sign(evidence: RunEvidence): Sign | null };
/** What the calls show of a mistake, as a sentence, and the line at fault; null where something is missing. */
export type Place = { line: number | null; text: string };

/** A step that learners take by mistake, as float64 arithmetic. */
export type WrongStep = {
  id: string;
  run(inputs: CaseInputs): readonly number[];
};

/** A wrong step as one of the ways to make a named mistake. */
export type MistakeReading = WrongStep & {
  /** What the code would be doing, after "All 11 cases agree with ". */
  like: string;
  /** Words for the card's placeholders. */
  words: Readonly<Record<string, string>>;
};

/** A card's texts; `{word}` stands for a word of the language, or of the reading that matched. */
export type MistakeCard = {
  /** What happened, as a sentence without a full stop. */
  title: string;
  /** Why, in at most 160 words together with the other texts. */
  message: string;
  /** One thing to look at. */
  next: string;
  /** What the hint button offers after this mistake. */
  hint: string;
};

/** A mistake that gets a name if one of its readings agrees with every case. */
export type NamedMistake = {
  id: string;
  card: MistakeCard;
  /** A drawn set of cases is kept only if it tells each of these. */
  readings: readonly MistakeReading[];
  /** Further ones, tried where no other explains the answers: any case tells them. */
  rarer?(): readonly MistakeReading[];
  /** The line that makes it, where the program's calls agree with the name. */
  place?(evidence: RunEvidence): Place | null;
  /** Other texts where the program's calls rule out what the card says of some programs that make the mistake. */
  advice?(evidence: RunEvidence): Partial<Pick<MistakeCard, "message" | "next">> | null;
};

/** The texts for answers that are known for wrong without any simulation. */
export type AnswerCard = Pick<MistakeCard, "title" | "message" | "next">;

/** `{entry}`, `{parameters}`, `{results}`, `{count}` (of the results, in words) and `{returned}` are filled in. */
export type AnswerCards = {
  /** A result holds NaN or an infinity. */
  notFinite: AnswerCard;
  notReturned: AnswerCard;
  /** The result is not as many numbers as there are results. */
  wrongShape: AnswerCard;
  /** Every case gives the same answer. */
  sameEverywhere: AnswerCard;
  /** The published cases are right and all others wrong. */
  publishedOnly: AnswerCard;
  /** The answers are right, to `{left}` and no further. */
  rounded: AnswerCard;
  /** Two calls with equal inputs gave different answers. */
  notRepeated: AnswerCard;
};

/** What an error means in this lesson; it fits if both patterns do. Several cards may share an id. */
export type ErrorCard = {
  id: string;
  /** Of the error's type, e.g. TypeError. */
  type?: RegExp;
  /** Of the error's own text. */
  message?: RegExp;
  /** What happened, as a sentence without a full stop. */
  title: string;
  /** What it means here, in at most 160 words together with the other texts. */
  text: string;
  /** One thing to look at. */
  next: string;
};

/** How a run shows that a program is not written to its end, and what is said of it beside the steps that are left. */
export type Unfinished = {
  /** `answers` are the returned numbers of each graded case, null where there are none. */
  shows(evidence: RunEvidence, answers: readonly (readonly number[] | null)[]): boolean;
  message: string;
  /** `{cases}` is the number of cases. */
  evidence: string;
  next: string;
};

/** A parameter array that a step moves, and the half of the model that it belongs to. */
export type UpdateLeaf = { name: string; half: string };

/** The observed result for some moves of the leaves, and its slope in each move. */
export type UpdatePoint = { value: number; slopes: readonly number[] };

/** How far a leaf moved: a factor on the right step, or on the bare gradient. */
export type LeafMove = { factor: number; unit: UpdateFit["leaves"][number]["unit"] };

/** The mistake behind certain moves, and how its card speaks of them. */
export type NamedMoves = { mistake: string } & Pick<MistakeReading, "like" | "words">;

/**
 * One result as a function of how far each leaf moved, in units of the right step: all ones is the
 * right answer, all zeros is no step.
 */
export type UpdateModel = {
  leaves: readonly UpdateLeaf[];
  /** Indices of results that no step changes; a fit makes sense only if these are right. */
  untouched: readonly number[];
  /** Index of the result that the step changes. */
  observed: number;
  /** Size of the step, e.g. the learning rate: the right step is this times the bare gradient. */
  stepSize(inputs: CaseInputs): number;
  /** The observed result as a function of the moves, for one case. */
  open(inputs: CaseInputs): (moves: readonly number[]) => UpdatePoint;
  /** The mistake whose code moves the leaves so; null for the right moves, and for those without a name. */
  name(moves: readonly LeafMove[]): NamedMoves | null;
};

/** What a law gets to see of one case. */
export type LawResult = {
  inputs: CaseInputs;
  expected: readonly number[];
  /** null where the case gave no usable numbers. */
  got: readonly number[] | null;
};

export type LawFinding = {
  holds: boolean;
  evidence: string;
  /** The calls that break the law; the smallest is shown. */
  breaking?: readonly CaseInputs[];
};

/** What a law may look at besides its own cases. */
export type LawContext = {
  graded: readonly LawResult[];
  /** The cases of another law, in its order. */
  of(law: string): readonly LawResult[];
  fit: UpdateFit | null;
};

/** What a law may use to choose its own extra calls. */
export type LawMaterial = {
  fresh: readonly CaseInputs[];
  random: SeededRandom;
  reference(inputs: CaseInputs): readonly number[];
  /** The calls of a law that stands earlier in the lesson's list. */
  callsOf(law: string): readonly CaseInputs[];
};

/**
 * A property seen from outside. It informs and never decides between pass and wrong. Its own calls
 * are made after the graded ones; `judge` is called only if each of them gave usable numbers.
 */
export type LessonLaw = {
  id: string;
  cases(material: LawMaterial): readonly CaseInputs[];
  judge(own: readonly LawResult[], context: LawContext): LawFinding;
};

export interface LessonCheck {
  slug: string;
  /** Name of the function that the learner writes. */
  entry: string;
  /** Its parameters, in order. */
  parameters: readonly string[];
  /** What the returned numbers are, in order, e.g. "the loss before the step". */
  results: readonly string[];
  /** Fixed cases, shown in the lesson. */
  visible: readonly CaseInputs[];
  /** A set of fresh cases, each well posed by itself. */
  draw(random: SeededRandom): readonly CaseInputs[];
  /** The right answer in float64, independent of what learners run on. */
  reference(inputs: CaseInputs): readonly number[];
  /**
   * The mistakes with a name, in the order of diagnosis. A drawn set of cases is kept only if each of
   * their readings misses clearly on several fresh cases and no two mistakes agree on all of them.
   */
  mistakes: readonly NamedMistake[];
  /** How each language writes what the texts of cards speak of: words for their `{placeholders}`. */
  words: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  /** The steps of a right answer, in order. */
  steps: readonly StepRule[];
  /** Cards of answers that are not a number of the step, or do not follow from the inputs. */
  answers: AnswerCards;
  /** null for lessons whose starting code is left to itself. */
  unfinished: Unfinished | null;
  /** Explanations of errors, the first that fits wins. */
  errors: readonly ErrorCard[];
  /** null for lessons without an update. */
  update: UpdateModel | null;
  /** One case by hand, in float64, shown where a wrong answer has no name; null for lessons without one. */
  work: ((inputs: CaseInputs) => WorkedCase["parts"]) | null;
  laws: readonly LessonLaw[];
}
