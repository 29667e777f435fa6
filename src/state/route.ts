/** The page's addresses: `#/` is the lesson, `#/playground` the playground. */
export const ROUTES = ["lesson", "playground"] as const;
export type Route = (typeof ROUTES)[number];

/** Any address that is not known shows the lesson. */
export function parseRoute(hash: string): Route {
  return /^#\/playground\/?$/.test(hash) ? "playground" : "lesson";
}

export function routeHash(route: Route): string {
  return route === "playground" ? "#/playground" : "#/";
}
