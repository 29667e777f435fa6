import type { Verdict } from "../../protocol/verdict";
import { CornerTable } from "./CornerTable";
import { FitBars } from "./FitBars";

export type UpdatePictureProps = {
  verdict: Verdict;
  /** The update fit in words. */
  fitText: string | null;
  halves: ReadonlyMap<string, string>;
};

/** How far each half moved, and what it bought, where the numbers tell. */
export function UpdatePicture({ verdict, fitText, halves }: UpdatePictureProps) {
  const { fit, corners, cases } = verdict;
  if (!fit) return null;
  return (
    <>
      <FitBars fit={fit} text={fitText} halves={halves} />
      {corners && (
        <CornerTable
          corners={corners}
          caseNumber={1 + cases.findIndex(({ id }) => id === corners.case)}
        />
      )}
    </>
  );
}
