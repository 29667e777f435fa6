import { useEffect, useId, useState } from "react";
import { webglRenderer } from "../../lib/webgl-renderer";
import { formatMilliseconds } from "../../lib/format-number";
import { BACKEND_NAMES } from "../../protocol/backend";
import type { Backend } from "../../protocol/backend";
import { fasterSentence, whoComputes } from "../../state/device-choice";
import type { StepTimes } from "../../state/device-choice";
import type { TimingOptions } from "../../state/time-steps";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import "./device-choice.css";

export type DeviceChoiceProps = {
  /** Those that work in this browser. */
  devices: readonly Backend[];
  /** What the next run uses. */
  current: Backend;
  onChoose: (device: Backend) => void;
  /** Times one warm step of the lesson on each. */
  timeSteps: (options: TimingOptions) => Promise<void>;
  onClose: () => void;
};

/** What programs compute on: a choice, with what a step of the lesson takes on each. */
export function DeviceChoice({
  devices,
  current,
  onChoose,
  timeSteps,
  onClose,
}: DeviceChoiceProps) {
  const name = useId();
  const [renderer] = useState(webglRenderer);
  const [times, setTimes] = useState<StepTimes>({});
  const [round, setRound] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const onTime: TimingOptions["onTime"] = (device, time) =>
      setTimes((known) => ({ ...known, [device]: time }));
    void timeSteps({ signal: stop.signal, onTime });
    return () => stop.abort();
  }, [devices, timeSteps, round]);
  const isMeasuring = devices.some((device) => times[device] === undefined);
  return (
    <Dialog narrow title="What programs compute on" onClose={onClose}>
      <div className="device-dialog">
        <fieldset className="device-choice">
          <legend className="visually-hidden">Device</legend>
          {devices.map((device) => (
            <label key={device} className="device">
              <input
                type="radio"
                name={name}
                checked={device === current}
                disabled={times[device] === null}
                onChange={() => onChoose(device)}
              />
              <span className="device-name">{BACKEND_NAMES[device]}</span>
              <span className="device-who">{whoComputes(device, renderer)}</span>
              <span className="device-time">{timeText(times[device])}</span>
            </label>
          ))}
        </fieldset>
        <p role="status" className="device-said">
          {isMeasuring
            ? "Measuring one step of the lesson on each …"
            : (fasterSentence(times) ?? "The other device does not run here.")}
        </p>
        <p className="device-note">
          One call of the lesson’s solution in TypeScript on its first case, with the result read
          back, once it is warm. A graphics card gains on larger arrays. The numbers are those of
          float32 on both.
        </p>
        <Button
          disabled={isMeasuring}
          onClick={() => {
            setTimes({});
            setRound(round + 1);
          }}
        >
          Measure again
        </Button>
      </div>
    </Dialog>
  );
}

function timeText(time: number | null | undefined): string {
  if (time === undefined) return "…";
  if (time === null) return "does not start";
  return `${time < 10 ? `${time.toFixed(1)} ms` : formatMilliseconds(time)} a step`;
}
