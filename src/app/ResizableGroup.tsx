import { useLayoutEffect, useRef } from "react";
import type { ReactNode } from "react";
import { Group } from "react-resizable-panels";
import type { GroupImperativeHandle } from "react-resizable-panels";
import type { Lab } from "../state/lab";

export type ResizableGroupProps = {
  lab: Lab;
  /** Names the layout in the settings. */
  id: string;
  orientation: "horizontal" | "vertical";
  children: ReactNode;
};

/** Panes with separators between them, whose sizes are remembered. */
export function ResizableGroup({ lab, id, orientation, children }: ResizableGroupProps) {
  const handle = useRef<GroupImperativeHandle>(null);
  // After the first paint's markup has been taken over, which knows no settings.
  useLayoutEffect(() => {
    const stored = lab.store.getState().settings.layouts[id];
    const present = Object.keys(handle.current?.getLayout() ?? {});
    if (stored && present.every((pane) => pane in stored)) handle.current?.setLayout(stored);
  }, [lab, id]);
  return (
    <Group
      id={id}
      className="group"
      orientation={orientation}
      groupRef={handle}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (isUserInteraction) lab.actions.setLayout(id, layout);
      }}
    >
      {children}
    </Group>
  );
}
