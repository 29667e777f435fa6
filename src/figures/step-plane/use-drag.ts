import { useRef } from "react";
import type { PointerEvent, MouseEvent } from "react";
import { FROM, TO } from "./plane";
import type { Moves } from "./plane";
import type { PlaneLayout } from "./plane-layout";

/** A place is a whole number of these steps, as on the sliders. */
export const GRAIN = 0.05;

/** Moves a place by pointer: a press anywhere takes a mouse's point there; a finger drags the handle or taps, and may scroll. */
export function useDrag(layout: PlaneLayout, onMove: (to: Moves) => void) {
  const dragging = useRef(false);

  function moveTo(event: MouseEvent<SVGElement>): void {
    const svg = event.currentTarget.ownerSVGElement ?? event.currentTarget;
    const box = svg.getBoundingClientRect();
    const scale = layout.width / box.width;
    const x = (event.clientX - box.left) * scale - layout.left;
    const y = (event.clientY - box.top) * scale - layout.top;
    onMove({ across: grained(FROM + x / layout.unit), up: grained(TO - y / layout.unit) });
  }

  const down = (event: PointerEvent<SVGElement>) => {
    if (event.button !== 0) return;
    dragging.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
    if (event.pointerType === "mouse") moveTo(event);
  };
  const handlers = {
    onPointerMove(event: PointerEvent<SVGElement>) {
      if (dragging.current) moveTo(event);
    },
    onPointerUp() {
      dragging.current = false;
    },
    onPointerCancel() {
      dragging.current = false;
    },
  };
  return {
    surface: {
      ...handlers,
      onPointerDown(event: PointerEvent<SVGElement>) {
        if (event.pointerType === "mouse") down(event);
      },
      onClick: moveTo,
    },
    handle: { ...handlers, onPointerDown: down },
  };
}

function grained(value: number): number {
  const held = Math.min(TO, Math.max(FROM, value));
  return Number((Math.round(held / GRAIN) * GRAIN).toFixed(2));
}
