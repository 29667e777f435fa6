import { Button } from "../../ui/Button";
import { PauseIcon, PlayIcon, ResetIcon, StepIcon } from "../../ui/icons";
import type { Player } from "./use-player";
import "./playback.css";

export type PlaybackProps = {
  player: Player;
  /** What one step is, e.g. "step" or "stage". */
  unit?: string;
  /** At the start already, there is nothing to reset unless the figure says so. */
  resettable?: boolean;
  onReset?: () => void;
};

/** Play or pause, one step, and back to the start. */
export function Playback({ player, unit = "step", resettable, onReset }: PlaybackProps) {
  const { playing, atEnd, at } = player;
  const reset = () => {
    player.goTo(0);
    onReset?.();
  };
  return (
    <div className="playback" role="group" aria-label="Playback">
      <Button icon={playing ? <PauseIcon /> : <PlayIcon />} onClick={player.toggle}>
        {playing ? "Pause" : atEnd ? "Play again" : "Play"}
      </Button>
      <Button icon={<StepIcon />} disabled={atEnd} onClick={player.step}>
        One {unit}
      </Button>
      <Button icon={<ResetIcon />} disabled={!(resettable ?? at > 0)} onClick={reset}>
        Reset
      </Button>
    </div>
  );
}
