import type { JaxArray } from "../array/array";
import type { ArrayLike } from "./as-array";

/** The parameters in a text; a comma inside the brackets of a default parts nothing. */
type Parts<Text extends string> = Text extends `${infer First}, ${infer Rest}`
  ? First extends `${string}=(${infer Inside}`
    ? Inside extends `${string})${string}`
      ? [First, ...Parts<Rest>]
      : Rest extends `${string}), ${infer Later}`
        ? [First, ...Parts<Later>]
        : [First]
    : [First, ...Parts<Rest>]
  : [Text];

/** The parameter itself if its mark and the type that the function gives it do not go together. */
type Wrong<Part extends string, Type> = unknown extends Type
  ? never
  : Part extends `@${string}`
    ? JaxArray extends Type
      ? never
      : Part
    : Part extends `${"~" | "[" | "*"}${string}` | `${string}: ${string}`
      ? never
      : ArrayLike extends Type
        ? Part
        : never;

type WrongAmong<Texts, Types> = Texts extends [infer Text extends string, ...infer Rest]
  ? Text extends "" | "/" | "*" | `${string}!${string}`
    ? WrongAmong<Rest, Types>
    : Types extends [infer Type, ...infer Others]
      ? Wrong<Text, Type> | WrongAmong<Rest, Others>
      : never
  : never;

/**
 * The parameters of a signature whose marks (see `parseSignature`) are not what the function's own types say:
 * `@x` for what takes no array, or no mark for what takes one.
 */
export type Mismarked<
  Text extends string,
  Run extends (...args: never[]) => unknown,
> = Text extends `${string}(${infer Inside})`
  ? WrongAmong<Parts<Inside>, Required<Parameters<Run>>>
  : never;
