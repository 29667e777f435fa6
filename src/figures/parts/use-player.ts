import { useEffect, useRef, useState } from "react";

/** A walk through the steps 0 … last of a figure. */
export type Player = {
  at: number;
  playing: boolean;
  atEnd: boolean;
  /** Plays on, from the start where it has ended, or pauses. Shows the end at once under reduced motion. */
  toggle: () => void;
  /** Pauses and goes on by one step. */
  step: () => void;
  /** Pauses there. */
  goTo: (at: number) => void;
};

export type PlayerOptions = {
  last: number;
  start?: number;
  /** How long the whole way takes when played. */
  seconds: number;
};

/** Plays by the clock, a frame at a time: what a slow machine cannot draw in time, it leaves out. */
export function usePlayer({ last, start = 0, seconds }: PlayerOptions): Player {
  const [at, setAt] = useState(Math.min(start, last));
  const [playing, setPlaying] = useState(false);
  const shown = useRef(at);
  useEffect(() => {
    shown.current = at;
  }, [at]);
  useEffect(() => {
    if (!playing) return;
    const began = performance.now();
    const from = shown.current;
    let frame = requestAnimationFrame(function next(now) {
      const reached = reachedAt(from, now - began, last, seconds);
      setAt(reached);
      if (reached >= last) setPlaying(false);
      else frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, last, seconds]);

  const bounded = Math.min(at, last);
  const goTo = (to: number) => {
    setPlaying(false);
    setAt(Math.min(last, Math.max(0, to)));
  };
  return {
    at: bounded,
    playing,
    atEnd: bounded >= last,
    goTo,
    step: () => goTo(bounded + 1),
    toggle() {
      if (playing) return setPlaying(false);
      if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) return goTo(last);
      if (bounded >= last) {
        shown.current = 0;
        setAt(0);
      }
      setPlaying(true);
    },
  };
}

/** The step that is reached so long after `from`, when all steps take `seconds`. */
export function reachedAt(from: number, ms: number, last: number, seconds: number): number {
  return Math.min(last, from + Math.floor((Math.max(0, ms) / 1000 / seconds) * last));
}
