import { useEffect, useRef } from "react";
import type { KeyboardEvent, ReactNode } from "react";

export type ToolbarProps = {
  /** What its buttons act on. */
  label: string;
  className?: string;
  children: ReactNode;
};

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Buttons in a row as ARIA has them: one stop of the Tab key, arrow keys between them. */
export function Toolbar({ label, className, children }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const buttons = () => [...(bar.current?.querySelectorAll("button") ?? [])];
  // After every change of what is in it: the one that had the focus last stays the stop.
  useEffect(() => {
    const all = buttons();
    makeStop(all, all.find((button) => button.tabIndex === 0 && button.dataset.stop) ?? all[0]);
  });

  function move(event: KeyboardEvent): void {
    const all = buttons();
    const at = all.findIndex((button) => button === document.activeElement);
    const step = STEPS[event.key];
    if (step === undefined || at < 0) return;
    event.preventDefault();
    all[(at + step + all.length) % all.length]?.focus();
  }

  return (
    <div
      ref={bar}
      className={className}
      role="toolbar"
      aria-label={label}
      onKeyDown={move}
      onFocus={({ target }) => {
        if (target instanceof HTMLButtonElement) makeStop(buttons(), target);
      }}
    >
      {children}
    </div>
  );
}

function makeStop(all: readonly HTMLButtonElement[], stop: HTMLButtonElement | undefined): void {
  for (const button of all) {
    button.tabIndex = button === stop ? 0 : -1;
    if (button === stop) button.dataset.stop = "true";
    else delete button.dataset.stop;
  }
}
