import { Suspense } from "react";
import type { ReactNode } from "react";
import { Dialog } from "../../ui/Dialog";
import { ErrorBoundary } from "../../ui/ErrorBoundary";
import { loadedLater } from "../../ui/loaded-later";
import "./compare.css";

/** The comparison of texts is code of its own, which comes when it is asked for. */
const SideBySide = loadedLater(async () => ({
  default: (await import("../../ui/SideBySide")).SideBySide,
}));

export type CompareDialogProps = {
  yours: string;
  solution: string;
  /** What the two programs do, drawn; null where a lesson has no such picture. */
  picture: ReactNode;
  onClose: () => void;
};

/** The learner's program beside one solution. */
export function CompareDialog({ yours, solution, picture, onClose }: CompareDialogProps) {
  return (
    <Dialog title="Your code and one solution" onClose={onClose}>
      <ErrorBoundary what="The comparison" resetKey={yours}>
        <Suspense fallback={<p className="dialog-note">Comparing …</p>}>
          <div className="compared">
            <SideBySide
              left={{ title: "Yours", text: yours }}
              right={{ title: "One solution", text: solution }}
              note="Other code for the same step is as good: compare what each step does."
            />
            {picture}
          </div>
        </Suspense>
      </ErrorBoundary>
    </Dialog>
  );
}
