import type { WrappedModelsModel } from "../../../figure-models/wrapped-models-model";
import { ModelTrees } from "./ModelTrees";
import { treesSentence } from "./trees-words";

const WIDTH = 600;

/** The three trees, for paper and until the figure has come. */
export function WrappedModelsStill({ model: { forms, own } }: { model: WrappedModelsModel }) {
  return (
    <ModelTrees
      forms={forms}
      leavesOf={({ leaves }) => leaves}
      own={own}
      width={WIDTH}
      label={treesSentence(forms)}
    />
  );
}
