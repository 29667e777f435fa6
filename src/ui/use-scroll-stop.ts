import { useEffect, useState } from "react";
import type { RefObject } from "react";

/**
 * A box that scrolls sideways has to be reachable by keyboard, and one that does not is no stop on the way: 0 while
 * what is in it is wider or higher than the box.
 */
export function useScrollStop(box: RefObject<HTMLElement | null>): 0 | undefined {
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () =>
      setScrolls(
        element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight,
      );
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [box]);
  return scrolls ? 0 : undefined;
}
