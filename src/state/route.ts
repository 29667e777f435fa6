/**
 * The page's addresses: `#/lesson/<slug>` is a lesson, `#/lesson/<slug>/figure/<id>` a figure in it, `#/lessons` the list of
 * lessons, `#/playground` the playground. `#/` and all that is not known open the first lesson, and so does an
 * address that leaves the slug out: `#/lesson/figure/<id>`.
 */
export type Route =
  | { page: "lesson"; slug: string; figure: string | null }
  | { page: "lessons" }
  | { page: "playground" };

const LESSON = /^#\/lesson(?:\/(?!figure(?:\/|$))([\w-]+))?(?:\/figure\/([\w-]+))?\/?(?:\?.*)?$/;

/** `slugs` are those of the lessons that are there, the first one first. */
export function parseRoute(hash: string, slugs: readonly string[]): Route {
  if (/^#\/playground\/?$/.test(hash)) return { page: "playground" };
  if (/^#\/lessons\/?$/.test(hash)) return { page: "lessons" };
  const [first = ""] = slugs;
  const [, slug = first, figure = null] = LESSON.exec(hash) ?? [];
  return slugs.includes(slug)
    ? { page: "lesson", slug, figure }
    : { page: "lesson", slug: first, figure: null };
}

export function routeHash(route: Route): string {
  if (route.page !== "lesson") return `#/${route.page}`;
  const figure = route.figure === null ? "" : `/figure/${route.figure}`;
  return `#/lesson/${route.slug}${figure}`;
}

/** The route to a lesson's beginning. */
export function toLesson(slug: string): Extract<Route, { page: "lesson" }> {
  return { page: "lesson", slug, figure: null };
}
