/** Ties the state to the page around it: address, theme, storage events, leaving. No React. */
import { findLesson } from "../state/find-lesson";
import type { Lab } from "../state/lab";
import { parseRoute, routeHash } from "../state/route";
import { followScrollKeys } from "./follow-scroll-keys";

/** Follows the address, the system's theme, the network and the page's life until it is gone. */
export function followPage(lab: Lab, view: Window): void {
  followAddress(lab, view);
  followTheme(lab, view);
  followNetwork(lab, view);
  followScrollKeys(view);
  view.addEventListener("pagehide", lab.actions.leave);
  view.document.addEventListener("visibilitychange", () => {
    if (view.document.visibilityState === "hidden") lab.actions.leave();
  });
}

const SHARED = /^#\/share\/(.*)$/;

function followAddress(lab: Lab, view: Window): void {
  const slugs = lab.lessons.map(({ check }) => check.slug);
  const share = async (text: string) => {
    const route = await lab.actions.openShared(text);
    // Back leads to where one came from, not to the link once more.
    view.history.replaceState(null, "", routeHash(route));
    follow();
  };
  const follow = () => {
    const [, shared] = SHARED.exec(view.location.hash) ?? [];
    if (shared !== undefined) return void share(shared);
    lab.actions.goTo(parseRoute(view.location.hash, slugs));
    view.document.title = titleOf(lab);
  };
  follow();
  view.addEventListener("hashchange", follow);
}

/** The window's title. */
function titleOf(lab: Lab): string {
  const { route, lesson } = lab.store.getState();
  if (route.page === "lessons") return "Lessons";
  const { title } = findLesson(lab, lesson);
  return route.page === "playground" ? `Playground · ${title}` : title;
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
