import type { Pane } from "../state/lab-state";
import type { Route } from "../state/route";

export type PaneTabsProps = { route: Route; shown: Pane; onPane: (pane: Pane) => void };

const TITLES: Record<Pane, string> = { read: "Read", edit: "Edit", results: "Results" };
const PANES: Record<Route, readonly Pane[]> = {
  lesson: ["read", "edit", "results"],
  playground: ["edit", "results"],
};

/** On narrow screens: which part is on the screen. */
export function PaneTabs({ route, shown, onPane }: PaneTabsProps) {
  return (
    <nav className="pane-tabs" aria-label="Parts">
      {PANES[route].map((pane) => (
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
