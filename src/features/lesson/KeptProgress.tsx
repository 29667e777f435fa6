import { Button } from "../../ui/Button";

/** What the browser keeps of the learner's progress, and the way to be rid of it. */
export function KeptProgress({ onForget }: { onForget: () => void }) {
  return (
    <p className="kept-progress needs-script">
      This browser keeps what you passed, the steps that were seen and the hints you opened.{" "}
      <Button kind="text" onClick={onForget}>
        Forget my progress
      </Button>
    </p>
  );
}
