import { useWidth } from "../../../figures/parts/use-width";
import { CurvesDrawing } from "./CurvesDrawing";
import type { CurvesDrawingProps } from "./CurvesDrawing";

export type LossCurvesProps = Omit<CurvesDrawingProps, "width" | "onPointer"> & {
  onGoTo: (step: number) => void;
};

/** The loss chart as wide as there is room. Dragging across it goes to a step. */
export function LossCurves({ onGoTo, ...drawn }: LossCurvesProps) {
  const [box, width] = useWidth<HTMLDivElement>(600);
  return (
    <div ref={box}>
      <CurvesDrawing
        {...drawn}
        width={width}
        onPointer={(event, stepAt) => {
          if (event.buttons !== 1) return;
          onGoTo(stepAt(event.clientX - event.currentTarget.getBoundingClientRect().left));
        }}
      />
    </div>
  );
}
