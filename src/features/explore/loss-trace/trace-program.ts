/** The learner's program with its calls of grad watched: the first function that it differentiates is traced and printed. */
import type { Language } from "../../../protocol/backend";

/** Before each line of the report; a line is cut where it is too long for the console. */
export const MARK = "\u27e6trace\u27e7";
const PIECE = 1500;

export type TracedProgram = { source: string; entry: string; call: string };

/** A complete program to run, in the learner's language. */
export function traceProgram(language: Language, program: TracedProgram): string {
  return language === "python" ? inPython(program) : inTypeScript(program);
}

function inPython({ source, entry, call }: TracedProgram): string {
  return `import functools as _functools
import inspect as _inspect
import json as _json
import sys as _sys

import jax
import jax.numpy as jnp

_seen = []


def _say(report):
    text = _json.dumps(report)
    for at in range(0, len(text), ${PIECE}):
        print(${JSON.stringify(MARK)} + text[at : at + ${PIECE}])


def _names(function, count):
    try:
        names = list(_inspect.signature(function).parameters)
    except (TypeError, ValueError):
        names = []
    return [names[i] if i < len(names) else f"[{i}]" for i in range(count)]


def _look(function, args):
    if _seen:
        return
    _seen.append(function)
    leaves = []
    for name, tree in zip(_names(function, len(args)), args):
        for path, _ in jax.tree_util.tree_leaves_with_path(tree):
            leaves.append(name + jax.tree_util.keystr(path))
    try:
        _say({"jaxpr": str(_make_jaxpr(function)(*args)), "leaves": leaves})
    except Exception as error:
        _say({"error": f"{type(error).__name__}: {error}"})


def _is_own():
    # Libraries call these, too, with functions of their own.
    return _sys._getframe(2).f_globals is _program


def _watched(transform):
    def watching(function, *args, **kwargs):
        differentiate = transform(function, *args, **kwargs)
        if not _is_own():
            return differentiate

        def run(*args, **kwargs):
            _look(function, args)
            return differentiate(*args, **kwargs)

        return run

    return watching


def _watched_vjp(vjp):
    def watching(function, *primals, **kwargs):
        if _is_own():
            _look(function, primals)
        return vjp(function, *primals, **kwargs)

    return watching


_make_jaxpr = jax.make_jaxpr
jax.grad = _watched(jax.grad)
jax.value_and_grad = _watched(jax.value_and_grad)
jax.vjp = _watched_vjp(jax.vjp)
_program = {"__name__": "program"}
exec(compile(${JSON.stringify(source)}, "program.py", "exec"), _program)
_program[${JSON.stringify(entry)}](${call})
`;
}

/** Names that are watched, as programs import them. */
const WATCHED = ["grad", "valueAndGrad", "vjp"];

function inTypeScript({ source, entry, call }: TracedProgram): string {
  const watched = source
    .replace(
      /\bimport\s+(?:\*\s*as\s+)?(\w+)\s+from\s+["']jax["'];?/,
      (_, name: string) => `const ${name} = $watchedJax;`,
    )
    .replace(/\bimport\s*\{([^}]*)\}\s*from\s+["']jax["'];?/, (_, names: string) =>
      namedImports(names),
    );
  return `import * as $jax from "jax";
import * as $jnp from "jax/numpy";
const $seen = [];
function $say(report) {
  const text = JSON.stringify(report);
  for (let at = 0; at < text.length; at += ${PIECE})
    console.log(${JSON.stringify(MARK)} + text.slice(at, at + ${PIECE}));
}
function $names(f, count) {
  const [, list = ""] = /^[^(]*\\(([^)]*)\\)/.exec(String(f)) ?? [];
  const names = list.split(",").map((name) => name.trim());
  return Array.from({ length: count }, (_, i) => (/^[\\w$]+$/.test(names[i] ?? "") ? names[i] : "[" + i + "]"));
}
function $look(f, args) {
  if ($seen.length > 0) return;
  $seen.push(f);
  const names = $names(f, args.length);
  const leaves = args.flatMap((tree, i) =>
    $jax.tree.leavesWithPath(tree).map(([path]) => names[i] + $jax.treeUtil.keystr(path)));
  try {
    $say({ jaxpr: String($jax.makeJaxpr(f)(...args)), leaves });
  } catch (error) {
    $say({ error: (error.name ?? "Error") + ": " + error.message });
  }
}
const $watch = (transform) => (f, ...options) => {
  const differentiate = transform(f, ...options);
  return (...args) => {
    $look(f, args);
    return differentiate(...args);
  };
};
const $watchVjp = (vjp) => (f, ...primals) => {
  $look(f, primals);
  return vjp(f, ...primals);
};
const $own = (value) => ({ value, enumerable: true });
const $watchedJax = Object.create($jax, {
  grad: $own($watch($jax.grad)),
  valueAndGrad: $own($watch($jax.valueAndGrad)),
  vjp: $own($watchVjp($jax.vjp)),
});
${watched}
{
  const jnp = $jnp;
  ${entry}(${call});
}
`;
}

/** `import { grad as g, tree } from "jax"` with what is watched taken from the watched module. */
function namedImports(names: string): string {
  const items = names
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
  const isWatched = (item: string) => WATCHED.includes(item.split(/\s+as\s+/)[0] ?? "");
  const taken = items.filter(isWatched).map((item) => item.replace(/\s+as\s+/, ": "));
  const rest = items.filter((item) => !isWatched(item));
  return [
    ...(rest.length ? [`import { ${rest.join(", ")} } from "jax";`] : []),
    ...(taken.length ? [`const { ${taken.join(", ")} } = $watchedJax;`] : []),
  ].join(" ");
}
