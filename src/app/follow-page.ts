/** Ties the state to the page around it: address, theme, storage events, leaving. No React. */
import type { Lab } from "../state/lab";
import { parseRoute } from "../state/route";
import type { Route } from "../state/route";

const TITLES: Record<Route, string> = { lesson: "", playground: "Playground · " };

/** Follows the address, the system's theme, the network and the page's life until it is gone. */
export function followPage(lab: Lab, view: Window): void {
  followAddress(lab, view);
  followTheme(lab, view);
  followNetwork(lab, view);
  view.addEventListener("pagehide", lab.actions.leave);
  view.document.addEventListener("visibilitychange", () => {
    if (view.document.visibilityState === "hidden") lab.actions.leave();
  });
}

function followAddress(lab: Lab, view: Window): void {
  const baseTitle = view.document.title;
  const follow = () => {
    const route = parseRoute(view.location.hash);
    lab.actions.goTo(route);
    view.document.title = TITLES[route] + baseTitle;
  };
  follow();
  view.addEventListener("hashchange", follow);
}

function followTheme(lab: Lab, view: Window): void {
  const system = view.matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const { theme } = lab.store.getState().settings;
    const dark = theme === "dark" || (theme === "system" && system.matches);
    view.document.documentElement.dataset.theme = dark ? "dark" : "light";
  };
  apply();
  system.addEventListener("change", apply);
  lab.store.subscribe((state, last) => {
    if (state.settings.theme !== last.settings.theme) apply();
  });
}

function followNetwork(lab: Lab, view: Window): void {
  const tell = () => lab.actions.setOffline(!view.navigator.onLine);
  tell();
  view.addEventListener("online", tell);
  view.addEventListener("offline", tell);
}
