import { assertNever } from "../../lib/assert-never";
import type { Draft, SaveState } from "../../state/draft";
import { Button } from "../../ui/Button";
import { downloadText } from "../../ui/download-file";

export type SaveStatusProps = {
  draft: Draft;
  fileName: string;
  onResolve: (choice: "mine" | "other") => void;
};

/** How safely the draft is kept, in a word; what to do where it is not. */
export function SaveStatus({ draft, fileName, onResolve }: SaveStatusProps) {
  return (
    <div className="save-status">
      <SaveWord save={draft.save} />
      {draft.save.kind === "memory" && (
        <Button kind="text" onClick={() => downloadText(draft.source, fileName)}>
          Download
        </Button>
      )}
      {draft.save.kind === "conflict" && (
        <>
          <Button kind="text" onClick={() => onResolve("mine")}>
            Keep this one
          </Button>
          <Button kind="text" onClick={() => onResolve("other")}>
            Take the other
          </Button>
        </>
      )}
      {draft.unreadable !== null && <UnreadableDraft text={draft.unreadable} />}
    </div>
  );
}

function SaveWord({ save }: { save: SaveState }) {
  switch (save.kind) {
    case "loading":
    case "untouched":
      return null;
    case "pending":
      return <span>saving …</span>;
    case "saved":
      return <span>saved</span>;
    case "memory":
      return (
        <span className="save-warning" title={save.reason}>
          not saved
        </span>
      );
    case "conflict":
      return <span className="save-warning">There is another text, from {save.where}.</span>;
    default:
      return assertNever(save);
  }
}

function UnreadableDraft({ text }: { text: string }) {
  return (
    <Button kind="text" onClick={() => downloadText(text, "unreadable-draft.txt")}>
      Download the old draft, which could not be opened
    </Button>
  );
}
