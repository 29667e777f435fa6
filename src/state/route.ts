/**
 * The page's addresses: `#/lesson/<slug>` is a lesson, `#/lesson/<slug>#<id>` a section in it, `#/lesson/<slug>/figure/<id>` a
 * figure, with `?…` after it in a state of its own, `#/lessons` the list of lessons, `#/playground` the playground. `#/` and
 * all that is not known open the first lesson, and so does an address that leaves the slug out: `#/lesson/figure/<id>`, or
 * `#<id>`, which browsers follow without the page's script.
 */
export type Route =
  | {
      page: "lesson";
      slug: string;
      figure: string | null;
      /** Of the figure, as the address has it; the figure alone reads it. */
      state?: string;
      section: string | null;
    }
  | { page: "lessons" }
  | { page: "playground" };

const LESSON =
  /^#\/lesson(?:\/(?!figure(?:\/|$))([\w-]+))?(?:\/figure\/([\w-]+))?\/?(?:\?([^#]*))?(?:#([\p{L}\p{N}-]+))?$/u;
const SECTION = /^#([\p{L}\p{N}-]+)$/u;

/** `slugs` are those of the lessons that are there, the first one first. */
export function parseRoute(hash: string, slugs: readonly string[]): Route {
  const address = decoded(hash);
  if (/^#\/playground\/?$/.test(address)) return { page: "playground" };
  if (/^#\/lessons\/?$/.test(address)) return { page: "lessons" };
  const [first = ""] = slugs;
  const [, bare = null] = SECTION.exec(address) ?? [];
  const [, slug = first, figure = null, state, section = bare] = LESSON.exec(address) ?? [];
  if (!slugs.includes(slug)) return toLesson(first);
  return { page: "lesson", slug, figure, section, ...(figure !== null && state && { state }) };
}

export function routeHash(route: Route): string {
  if (route.page !== "lesson") return `#/${route.page}`;
  const figure = route.figure === null ? "" : `/figure/${route.figure}`;
  const state = route.state === undefined ? "" : `?${route.state}`;
  const section = route.section === null ? "" : `#${route.section}`;
  return `#/lesson/${route.slug}${figure}${state}${section}`;
}

/** The route to a lesson's beginning. */
export function toLesson(slug: string): Extract<Route, { page: "lesson" }> {
  return { page: "lesson", slug, figure: null, section: null };
}

/** Browsers write letters of other alphabets as percent signs and numbers. */
function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
