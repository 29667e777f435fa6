import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import "./drop-down.css";

export type DropDownProps = {
  icon: ReactNode;
  label: string;
  /** It was opened or closed. */
  onToggle?: () => void;
  children: ReactNode;
};

/** Opens below its button. Escape, a press elsewhere or leaving it by keyboard closes it. */
export function DropDown({ icon, label, onToggle, children }: DropDownProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return;
    const within = ({ target }: Event) =>
      target instanceof Node && details.current?.contains(target);
    const close = (event: Event) => {
      if (details.current && !within(event)) details.current.open = false;
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !details.current) return;
      const inside = details.current.contains(document.activeElement);
      details.current.open = false;
      if (inside) details.current.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("focusin", close);
    document.addEventListener("keydown", escape);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("focusin", close);
      document.removeEventListener("keydown", escape);
    };
  }, [open]);
  return (
    <details
      ref={details}
      className="drop-down"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        onToggle?.();
      }}
    >
      <summary className="button button-text">
        {icon}
        {label}
      </summary>
      <div className="drop-down-box">{children}</div>
    </details>
  );
}
