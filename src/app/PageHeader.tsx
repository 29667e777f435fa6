import { useStore } from "zustand";
import type { Lab } from "../state/lab";
import { routeHash } from "../state/route";
import type { Route } from "../state/route";
import { LanguageChoice } from "../ui/LanguageChoice";
import { ThemeButton } from "./ThemeButton";

/** Where one is, where one can go, how it looks. */
export function PageHeader({ lab }: { lab: Lab }) {
  const { route, settings, offline } = useStore(lab.store);
  const { actions } = lab;
  return (
    <header className="page-header">
      <a className="brand" href={routeHash("lesson")}>
        <span className="brand-mark" aria-hidden="true" />
        Linen + NNX
      </a>
      {offline && <p className="offline">Offline. What is loaded goes on working.</p>}
      <nav className="page-nav" aria-label="Page">
        <NavLink to="lesson" route={route} text="Lesson" />
        <NavLink to="playground" route={route} text="Playground" />
      </nav>
      <div className="header-language needs-script">
        <LanguageChoice value={settings.language} onChange={actions.setLanguage} />
      </div>
      <ThemeButton theme={settings.theme} onTheme={actions.setTheme} />
    </header>
  );
}

function NavLink({ to, route, text }: { to: Route; route: Route; text: string }) {
  return (
    <a href={routeHash(to)} aria-current={to === route ? "page" : undefined}>
      {text}
    </a>
  );
}
