import type { TwoTreesModel } from "../../../figure-models/two-trees-model";
import { layoutTrees } from "./tree-layout";
import { drawingSaid, numbersOf, treesSentence } from "./tree-words";
import { TreesDrawing } from "./TreesDrawing";

const WIDTH = 560;

/** Both trees before the first update with their numbers, for paper and until the figure has come. */
export function TwoTreesStill({ model }: { model: TwoTreesModel }) {
  return (
    <TreesDrawing
      model={model}
      language="python"
      layout={layoutTrees(model, WIDTH)}
      numbers={numbersOf(model, 0, "before")}
      off={model.at(0).off}
      darkZeros={false}
      withNumbers
      pointed={null}
      label={drawingSaid(model, "python", treesSentence(model, 0, "before"))}
    />
  );
}
