import type { RunError } from "../protocol/verdict";
import type { ErrorCard, LessonCheck } from "./lesson-check";

/** The lesson's explanation of an error: the first card whose patterns fit its type and text. */
export function errorCardFor(check: LessonCheck, error: RunError): ErrorCard | null {
  return (
    check.errors.find(
      ({ type, message }) =>
        (type === undefined || type.test(error.type)) &&
        (message === undefined || message.test(error.message)),
    ) ?? null
  );
}

/** The error with the id of its explanation. */
export function explained(check: LessonCheck, error: RunError | null): RunError | null {
  return error && { ...error, explain: error.explain ?? errorCardFor(check, error)?.id ?? null };
}
