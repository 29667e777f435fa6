import { useEffect, useLayoutEffect, useRef } from "react";
import { useStore } from "zustand";
import type { Lab } from "../state/lab";
import { routeHash } from "../state/route";
import type { Route } from "../state/route";

/**
 * Keeps where the reader is in a lesson's text. Who comes back to the lesson, or loads the page again, is where they were;
 * an address that names a section or a figure brings that into view, with the keyboard.
 */
export function useReadingPlace({ store, places }: Lab, slug: string): void {
  const route = useStore(store, (state) => state.route);
  const followed = useRef<Route | null>(null);

  useLayoutEffect(() => {
    const pane = document.querySelector(".pane-read");
    if (!pane) return;
    const kept = places.read("scroll", slug);
    const now = store.getState().route;
    // At the same address as before, the place is better known than the address tells.
    if (kept !== null && (!names(now) || places.read("tab", ADDRESS) === routeHash(now))) {
      scrollTo(pane, kept);
      followed.current = now;
    }
    const keep = () => places.write("scroll", slug, topOf(pane));
    pane.addEventListener("scroll", keep, { passive: true });
    return () => pane.removeEventListener("scroll", keep);
  }, [store, places, slug]);

  useEffect(() => {
    // While the page takes over its HTML, the hook still tells the route that this was made for.
    const now = store.getState().route;
    places.write("tab", ADDRESS, routeHash(now));
    if (now === followed.current) return;
    followed.current = now;
    bringIntoView(now);
  }, [store, places, route]);
}

const ADDRESS = "address";

type Top = { heading: string | null; below: number };

/** Told from the nearest heading above: the text before it may be longer or shorter in the other language, or after a run. */
function topOf(pane: Element): Top {
  const heading = headingsOf(pane).findLast((each) => distance(pane, each) <= 0);
  if (!heading) return { heading: null, below: pane.scrollTop };
  return { heading: heading.id, below: -distance(pane, heading) };
}

function scrollTo(pane: Element, { heading: id, below }: Top): void {
  const heading = headingsOf(pane).find((each) => each.id === id);
  pane.scrollTop = below + (heading ? pane.scrollTop + distance(pane, heading) : 0);
}

function headingsOf(pane: Element): Element[] {
  return [...pane.querySelectorAll("h2[id], h3[id]")];
}

/** From the top of what is seen down to an element, in pixels. */
function distance(pane: Element, element: Element): number {
  return element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
}

function names(route: Route): boolean {
  return route.page === "lesson" && (route.figure ?? route.section) !== null;
}

function bringIntoView(route: Route): void {
  if (route.page !== "lesson") return;
  const { figure, section } = route;
  const target = figure !== null ? `figure-${figure}` : section;
  const element = target === null ? null : document.getElementById(target);
  // Of a figure that is higher than the pane, its drawing is what should be seen.
  const fits = (element?.clientHeight ?? 0) < window.innerHeight * 0.8;
  element?.scrollIntoView({ block: figure !== null && fits ? "center" : "start" });
  element?.focus({ preventScroll: true });
}
