import { useEffect, useId, useRef } from "react";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { Button } from "./Button";
import "./dialog.css";

export type DialogProps = {
  title: string;
  /** However it is closed: by its button, by Escape, or by a form inside it. */
  onClose: () => void;
  /** For a few lines of text, not for two programs. */
  narrow?: boolean;
  children: ReactNode;
};

/** Over the page, with room for two programs; Escape closes it, and focus goes back to where it was. */
export function Dialog({ title, onClose, narrow = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  // Outside of what opens it: texts there have styles of their own for headings, tables and code.
  return createPortal(
    <dialog
      ref={dialog}
      className={narrow ? "dialog dialog-narrow" : "dialog"}
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <div className="dialog-head">
        <h3 id={titleId}>{title}</h3>
        <Button autoFocus onClick={() => dialog.current?.close()}>
          Close
        </Button>
      </div>
      {children}
    </dialog>,
    document.body,
  );
}
