/** What the language and its tools ask of any object: `await`, JSON, module loaders, conversions to text. */
const ASKED_OF_ALL = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  "then",
  "toJSON",
  "inspect",
  "default",
  "asymmetricMatch",
  "nodeType",
  "tagName",
]);

/** Whether a name is asked of any object, so that its absence is no mistake: those above, `$$typeof`, `@@…`, `_isMock`. */
export function isAskedOfAll(name: string): boolean {
  return ASKED_OF_ALL.has(name) || /^[$@_]/.test(name);
}
