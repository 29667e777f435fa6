import { lazy, Suspense, useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { Button } from "../../ui/Button";
import { ErrorBoundary } from "../../ui/ErrorBoundary";
import type { SolutionDiffProps } from "./SolutionDiff";
import "./compare.css";

/** The comparison of texts is code of its own, which comes when it is asked for. */
const SolutionDiff = lazy(async () => ({
  default: (await import("./SolutionDiff")).SolutionDiff,
}));

export type CompareDialogProps = SolutionDiffProps & { onClose: () => void };

/** Over the page, so that two programs have room; Escape closes it, and focus goes back to its button. */
export function CompareDialog({ yours, solution, onClose }: CompareDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  // Outside of the lesson: its text has styles of its own for headings, tables and code.
  return createPortal(
    <dialog ref={dialog} className="compare" aria-labelledby="compare-title" onClose={onClose}>
      <div className="compare-head">
        <h3 id="compare-title">Your code and one solution</h3>
        <Button autoFocus onClick={() => dialog.current?.close()}>
          Close
        </Button>
      </div>
      <ErrorBoundary what="The comparison" resetKey={yours}>
        <Suspense fallback={<p className="diff-note">Comparing …</p>}>
          <SolutionDiff yours={yours} solution={solution} />
        </Suspense>
      </ErrorBoundary>
    </dialog>,
    document.body,
  );
}
