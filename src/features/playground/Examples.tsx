import { useState } from "react";
import type { Language } from "../../protocol/backend";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { ListIcon } from "../../ui/icons";
import { exampleText, EXAMPLES } from "./examples";
import type { Example } from "./examples";
import "./examples.css";

export type ExamplesProps = {
  language: Language;
  /** Called once the text has come. */
  onChoose: (source: string, example: Example) => void;
};

/** A list of short programs, to be opened in the editor. */
export function Examples({ language, onChoose }: ExamplesProps) {
  const [open, setOpen] = useState(false);
  const [missing, setMissing] = useState<string | null>(null);
  async function choose(example: Example): Promise<void> {
    setMissing(null);
    try {
      const source = await exampleText(example.id, language);
      setOpen(false);
      onChoose(source, example);
    } catch {
      setMissing(example.id);
    }
  }
  return (
    <>
      <Button
        kind="text"
        icon={<ListIcon />}
        aria-haspopup="dialog"
        title="Examples"
        onClick={() => setOpen(true)}
      >
        <span className="versions-word">Examples</span>
      </Button>
      {open && (
        <Dialog narrow title="Examples" onClose={() => setOpen(false)}>
          <p className="dialog-note">
            Short programs of models with a Linen and an NNX half. What you have written stays
            unless you put an example in its place.
          </p>
          <ul className="examples">
            {EXAMPLES.map((example) => (
              <li key={example.id}>
                <button type="button" onClick={() => void choose(example)}>
                  {example.title}
                </button>
                {missing === example.id && (
                  <p role="alert">
                    Its file did not arrive. Check the connection and choose it again.
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}
