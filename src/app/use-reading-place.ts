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
      pane.scrollTop = kept;
      followed.current = now;
    }
    const keep = () => places.write("scroll", slug, pane.scrollTop);
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

function names(route: Route): boolean {
  return route.page === "lesson" && (route.figure ?? route.section) !== null;
}

function bringIntoView(route: Route): void {
  if (route.page !== "lesson") return;
  const { figure, section } = route;
  const target = figure !== null ? `figure-${figure}` : section;
  const element = target === null ? null : document.getElementById(target);
  element?.scrollIntoView({ block: figure === null ? "start" : "center" });
  element?.focus({ preventScroll: true });
}
