import { useEffect, useId, useRef } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import "./tabs.css";

export type Tab<T extends string> = { id: T; title: string; content: ReactNode };

export type TabsProps<T extends string> = {
  label: string;
  tabs: readonly Tab<T>[];
  active: T;
  onActive: (id: T) => void;
};

/** Tabs in the ARIA pattern: one stop in the tab order, arrow keys between them. */
export function Tabs<T extends string>({ label, tabs, active, onActive }: TabsProps<T>) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const seen = useRef(active);
  useEffect(() => {
    if (seen.current === active) return;
    seen.current = active;
    // What was asked for comes into view, and the tabs stay in it.
    panel.current?.scrollIntoView({ block: "nearest" });
    list.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const shown = tabs.find(({ id }) => id === active) ?? tabs[0];

  function move(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || !shown) return;
    event.preventDefault();
    const next = (tabs.indexOf(shown) + step + tabs.length) % tabs.length;
    const tab = tabs[next];
    if (!tab) return;
    onActive(tab.id);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
  }

  return (
    <div className="tabs">
      <div className="tabs-list" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${base}-${id}`}
            aria-selected={id === shown?.id}
            aria-controls={`${base}-panel`}
            tabIndex={id === shown?.id ? 0 : -1}
            onClick={() => onActive(id)}
          >
            {title}
          </button>
        ))}
      </div>
      <div
        ref={panel}
        className="tabs-panel"
        role="tabpanel"
        id={`${base}-panel`}
        aria-labelledby={`${base}-${shown?.id}`}
        tabIndex={0}
      >
        {shown?.content}
      </div>
    </div>
  );
}
