import recorded from "../../../../golden/recordings/arrays.json";
import { JaxArray } from "../../array/array";
import { ConcreteArray } from "../../array/concrete";
import { sendWarningsTo } from "../../base/warn";
import { conversions } from "./array-cases/conversions";
import { creation } from "./array-cases/creation";
import { dtypes } from "./array-cases/dtypes";
import { finding } from "./array-cases/finding";
import { half } from "./array-cases/half";
import { makeInputs, type Table } from "./array-cases/inputs";
import { indexing } from "./array-cases/indexing";
import { indexTransforms } from "./array-cases/index-transforms";
import { integers } from "./array-cases/integers";
import { taking } from "./array-cases/taking";
import { updates } from "./array-cases/updates";
import type { Suite } from "./case";
import { assertEqual, budget, recordedNumber } from "./matchers";

const TABLES: Readonly<Record<string, Table>> = {
  integers,
  conversions,
  half,
  dtypes,
  creation,
  indexing,
  updates,
  index_transforms: indexTransforms,
  taking,
  finding,
};

/** What the recorder writes for a value: an array, a list of values, or anything else as text. */
interface Recorded {
  readonly shape?: readonly number[];
  readonly dtype?: string;
  readonly weak?: boolean;
  readonly data?: readonly (number | boolean | string)[];
  readonly list?: readonly Recorded[];
  readonly text?: string;
}
interface Row extends Recorded {
  readonly python: string;
  readonly type?: string;
  readonly error?: string;
  readonly warning?: string;
}
const { recorded_from: _versions, ...groups } = recorded;
const RECORDED: Readonly<Record<string, readonly Row[]>> = groups;

/** Warnings of NumPy about overflow have no counterpart: the value itself says it. */
const NUMPY_WARNINGS = ["overflow encountered in cast", "Data type alias 'a' was deprecated"];

/** Python's str of what is no array. */
function pythonText(value: unknown): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  return value === null || value === undefined ? "None" : String(value);
}

/** One unit in the last place of a 16-bit float, as a share of the number. */
const UNIT: Readonly<Record<string, number>> = { float16: 2 ** -10, bfloat16: 2 ** -7 };

function assertValues(got: ConcreteArray, expected: Recorded, what: string): void {
  const actual: ArrayLike<number> = got.values();
  const wanted = (expected.data ?? []).map(recordedNumber);
  const isFloat = got.dtype === "float32";
  const share = isFloat ? budget(actual, wanted) : unitsOff(actual, wanted, UNIT[got.dtype] ?? 0);
  if (share > 1)
    throw new Error(
      `${what} is [${[...Array.from(actual)].join(", ")}] instead of [${wanted.join(", ")}]`,
    );
}

/** The largest error in units of the last place; infinite for any error of an integer. */
function unitsOff(actual: ArrayLike<number>, expected: readonly number[], unit: number): number {
  const off = expected.map((want, i) => {
    const same = Object.is(actual[i], want) || actual[i] === want;
    return same ? 0 : Math.abs(actual[i] - want) / (unit * Math.abs(want));
  });
  return off.some(Number.isNaN) ? Infinity : Math.max(0, ...off);
}

/** Throws unless a value is the recorded one: arrays with dtype, shape and weak flag. */
function assertValue(got: unknown, expected: Recorded, what: string): void {
  if (expected.list !== undefined) {
    if (!Array.isArray(got)) throw new Error(`${what} is no list`);
    assertEqual(got.length, expected.list.length, `length of ${what}`);
    expected.list.forEach((each, i) => assertValue(got[i], each, `${what}[${i}]`));
  } else if (expected.text !== undefined) assertEqual(pythonText(got), expected.text, what);
  else {
    if (!(got instanceof ConcreteArray)) throw new Error(`${what} is ${pythonText(got)}, no array`);
    assertEqual(got.dtype, expected.dtype ?? "", `dtype of ${what}`);
    assertEqual(got.shape.join(), (expected.shape ?? []).join(), `shape of ${what}`);
    assertValues(got, expected, what);
    assertEqual(got.weak, expected.weak ?? false, `weak flag of ${what}`);
  }
}

/** Throws unless a call raises the recorded error. */
function assertRaises(run: () => unknown, { type, error }: Row): void {
  let result: unknown;
  try {
    result = run();
  } catch (raised) {
    if (!(raised instanceof Error)) throw raised;
    assertEqual(`${raised.name}: ${raised.message}`, `${type}: ${error}`, "error");
    return;
  }
  const text = result instanceof JaxArray ? result.repr() : pythonText(result);
  throw new Error(`it gave ${text} instead of ${type}: ${error}`);
}

function check(row: Row, run: () => unknown): void {
  const warnings: string[] = [];
  sendWarningsTo((_, text) => warnings.push(text));
  try {
    if (row.type !== undefined) assertRaises(run, row);
    else assertValue(run(), row, "result");
  } finally {
    sendWarningsTo();
  }
  const expected = row.warning ?? "";
  if (NUMPY_WARNINGS.some((start) => expected.startsWith(start))) return;
  assertEqual(warnings[0] ?? "", expected, "warning");
}

/** Arrays themselves, as recorded from JAX: values, dtypes, weak flags, errors and warnings. */
export const recordedArrays: Suite = {
  name: "recorded arrays",
  cases: Object.entries(RECORDED).flatMap(([group, rows]) =>
    rows.map((row) => ({
      name: `${group}: ${row.python}`,
      run() {
        const inputs = makeInputs();
        const spelling = TABLES[group]?.[row.python];
        if (spelling === undefined) throw new Error("no TypeScript spelling is known");
        check(row, () => spelling(inputs));
      },
    })),
  ),
};
