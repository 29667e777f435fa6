/** Where a figure stands, and the address that opens it in a state: `#/lesson/<slug>/figure/<id>?lr=0.1`. */
export type FigurePlace = {
  /** Names the figure in its lesson. */
  id: string;
  /** Of its lesson, e.g. `#/lesson/one`. */
  lesson: string;
  title: string;
};

/** What a figure's state is in an address: short words and numbers as text. */
export type LinkedState = Readonly<Record<string, string>>;

/** The state that an address gives the figure; null where it names another one or says nothing of a state. */
export function linkedState(hash: string, { id }: Pick<FigurePlace, "id">): LinkedState | null {
  const [, named, query] = /\/figure\/([\w-]+)\/?\?([^#]*)/.exec(hash) ?? [];
  return named === id && query ? Object.fromEntries(new URLSearchParams(query)) : null;
}

/** The address of the figure in this state, to come after the page's own. */
export function linkTo({ lesson, id }: Omit<FigurePlace, "title">, state: LinkedState): string {
  const query = String(new URLSearchParams(state));
  return `${lesson}/figure/${id}${query && `?${query}`}`;
}
