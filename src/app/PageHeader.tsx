import { useStore } from "zustand";
import { findLesson } from "../state/find-lesson";
import type { Lab } from "../state/lab";
import { routeHash, toLesson } from "../state/route";
import type { Route } from "../state/route";
import { LanguageChoice } from "../ui/LanguageChoice";
import { ThemeButton } from "./ThemeButton";

/** Where one is, where one can go, how it looks. */
export function PageHeader({ lab }: { lab: Lab }) {
  const route = useStore(lab.store, (state) => state.route);
  const lesson = useStore(lab.store, (state) => state.lesson);
  const offline = useStore(lab.store, (state) => state.offline);
  const { theme, language } = useStore(lab.store, (state) => state.settings);
  const { actions, lessons } = lab;
  return (
    <header className="page-header">
      <a className="brand" href={routeHash(toLesson(lesson))}>
        <svg className="brand-mark" viewBox="0 0 18 18" aria-hidden="true">
          <path className="brand-first" d="M9 0A9 9 0 0 0 9 18Z" />
          <path className="brand-second" d="M9 0A9 9 0 0 1 9 18Z" />
          <path className="brand-stripes" d="M9 0A9 9 0 0 1 11 .22V17.78A9 9 0 0 1 9 18Z" />
          <path className="brand-stripes" d="M13 .94A9 9 0 0 1 15 2.29V15.71A9 9 0 0 1 13 17.06Z" />
        </svg>
        <span className="brand-name">{findLesson(lab, lesson).shortTitle}</span>
      </a>
      {offline && <p className="offline">Offline. What is loaded goes on working.</p>}
      <nav className="page-nav" aria-label="Page">
        {lessons.length > 1 && <NavLink to={{ page: "lessons" }} route={route} text="Lessons" />}
        {lessons.length === 1 && <NavLink to={toLesson(lesson)} route={route} text="Lesson" />}
        <NavLink to={{ page: "playground" }} route={route} text="Playground" />
      </nav>
      <div className="header-language needs-script">
        <LanguageChoice value={language} onChange={actions.setLanguage} />
      </div>
      <ThemeButton theme={theme} onTheme={actions.setTheme} />
    </header>
  );
}

function NavLink({ to, route, text }: { to: Route; route: Route; text: string }) {
  return (
    <a href={routeHash(to)} aria-current={to.page === route.page ? "page" : undefined}>
      {text}
    </a>
  );
}
