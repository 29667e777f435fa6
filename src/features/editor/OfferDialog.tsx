import { Suspense } from "react";
import type { Offer } from "../../state/offers";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { ErrorBoundary } from "../../ui/ErrorBoundary";
import { loadedLater } from "../../ui/loaded-later";
import "./versions.css";

const SideBySide = loadedLater(async () => ({
  default: (await import("../../ui/SideBySide")).SideBySide,
}));

export type OfferDialogProps = {
  offer: Offer;
  /** What is in the editor. */
  present: string;
  onAnswer: (take: boolean) => void;
};

/** A program from elsewhere, beside the learner's own. It is taken when they say so, and run when they press Run. */
export function OfferDialog({ offer, present, onAnswer }: OfferDialogProps) {
  if (offer.kind === "unreadable")
    return (
      <Dialog narrow title="The link could not be opened" onClose={() => onAnswer(false)}>
        <p className="dialog-note">{offer.reason}</p>
      </Dialog>
    );
  return (
    <Dialog title={offer.title} onClose={() => onAnswer(false)}>
      {/* Enter on the button submits; the dialog closes with its form. */}
      <form method="dialog" className="offer" onSubmit={() => onAnswer(true)}>
        <ErrorBoundary what="The comparison" resetKey={offer.source}>
          <Suspense fallback={<p className="dialog-note">Comparing …</p>}>
            <SideBySide
              left={{ title: "In the editor now", text: present }}
              right={{ title: offer.title, text: offer.source }}
              note="Your text stays unless you put the other in its place. Nothing runs by itself."
            />
          </Suspense>
        </ErrorBoundary>
        <div className="versions-actions">
          <p>Undo, and Earlier versions, bring back what is in the editor now.</p>
          <Button type="submit" kind="primary">
            Put it into the editor
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
