import { indentLess, indentMore } from "@codemirror/commands";
import { indentUnit } from "@codemirror/language";
import type { StateCommand } from "@codemirror/state";

/** One step of the language's own width: of the lines that are selected, or at the cursor. */
export const stepRight: StateCommand = (target) => {
  const { state, dispatch } = target;
  if (state.selection.ranges.some(({ empty }) => !empty)) return indentMore(target);
  dispatch(
    state.update(state.replaceSelection(state.facet(indentUnit)), {
      userEvent: "input.indent",
      scrollIntoView: true,
    }),
  );
  return true;
};

export const stepLeft: StateCommand = indentLess;
