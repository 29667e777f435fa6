import { useCallback, useState } from "react";
import { useStore } from "zustand";
import { DeviceChoice } from "../features/run/DeviceChoice";
import type { Lab } from "../state/lab";
import { shownRuntime } from "../state/lab-state";
import type { TimingOptions } from "../state/time-steps";

export type DeviceDialogProps = { lab: Lab; onClose: () => void };

/** The choice of what programs compute on, timed with the step of the lesson that is open or was last. */
export function DeviceDialog({ lab, onClose }: DeviceDialogProps) {
  const { actions, store } = lab;
  const slug = useStore(store, (state) => state.lesson);
  const chosen = useStore(store, (state) => state.settings.device);
  // While steps are timed, the runtime is that of the device in turn.
  const [used] = useState(() => {
    const runtime = shownRuntime(store.getState());
    return runtime.kind === "ready" ? runtime.backend : lab.devices[0];
  });
  const timeSteps = useCallback(
    (options: TimingOptions) => actions.timeSteps(slug, options),
    [actions, slug],
  );
  return (
    <DeviceChoice
      devices={lab.devices}
      current={chosen ?? used ?? "cpu"}
      onChoose={actions.setDevice}
      timeSteps={timeSteps}
      onClose={onClose}
    />
  );
}
