import type { Pane } from "../state/lab-state";

export type PaneTabsProps = {
  page: keyof typeof PANES;
  shown: Pane;
  onPane: (pane: Pane) => void;
};

const TITLES: Record<Pane, string> = { read: "Read", edit: "Edit", results: "Results" };
const PANES = {
  lesson: ["read", "edit", "results"],
  playground: ["edit", "results"],
} as const;

/** On narrow screens: which part is on the screen. */
export function PaneTabs({ page, shown, onPane }: PaneTabsProps) {
  return (
    <nav className="pane-tabs needs-script" aria-label="Parts">
      {PANES[page].map((pane) => (
        <button
          key={pane}
          type="button"
          aria-current={pane === shown ? "true" : undefined}
          onClick={() => onPane(pane)}
        >
          {TITLES[pane]}
        </button>
      ))}
    </nav>
  );
}
