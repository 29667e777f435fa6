import type { Verdict } from "../../protocol/verdict";
import { FitBars } from "./FitBars";
import { StepPicture } from "./StepPicture";
import type { StepPictureProps } from "./StepPicture";

export type UpdatePictureProps = {
  verdict: Verdict;
  /** The update fit in words. */
  fitText: string | null;
  halves: ReadonlyMap<string, string>;
  lossesOf: StepPictureProps["lossesOf"];
  guess?: StepPictureProps["guess"];
};

/** How far each half moved, and what it bought, where the numbers tell. */
export function UpdatePicture({ fitText, ...pictured }: UpdatePictureProps) {
  const { verdict, halves } = pictured;
  const { fit } = verdict;
  if (!fit) return null;
  return (
    <>
      <FitBars fit={fit} text={fitText} halves={halves} />
      <StepPicture {...pictured} />
    </>
  );
}
