import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { FigureStill } from "../../figure-models/lesson-figure";
import "./when-near.css";

/** Loads before it is seen: about a screen away. */
const NEAR = "900px 0px";

export type WhenNearProps = {
  /** Stands there until then; also what is in the page's HTML. */
  before: ReactNode;
  children: ReactNode;
};

/** What costs code and work, once it comes near the part of the page that is seen. It then stays. */
export function WhenNear({ before, children }: WhenNearProps) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near || !place.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      // A margin counts around the box that scrolls, not around the window.
      { root: place.current.closest(".pane"), rootMargin: NEAR },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [near]);
  return <div ref={place}>{near ? children : before}</div>;
}

/** A figure's picture as it is at first. */
export function Still({ src, width, height, alt }: FigureStill) {
  return (
    <img
      className="figure-still"
      src={src}
      width={width}
      height={height}
      alt={alt}
      loading="lazy"
    />
  );
}
