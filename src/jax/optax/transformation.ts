import { NamedTuple, registerNamedTuple } from "./named-tuple";

/**
 * One step of an optimiser: turns gradients into updates, with a state that goes from step to step.
 *
 * ```ts
 * const tx = optax.adam(0.01);
 * let state = tx.init(params);
 * const [updates, next] = tx.update(grads, state, params);
 * params = optax.applyUpdates(params, updates);
 * state = next;
 * ```
 */
export interface GradientTransformation<State = unknown> {
  /** The state before the first step, for parameters of this structure. */
  init(params: unknown): State;
  /** The updates to add to the parameters, and the state of the next step. */
  update<Updates>(updates: Updates, state: State, params?: unknown): [Updates, State];
}

/** A transformation from its two functions; the structure of updates stays what it was. */
export function transformation<State>(
  init: (params: unknown) => State,
  update: (updates: unknown, state: State, params: unknown) => [unknown, State],
): GradientTransformation<State> {
  return {
    init,
    update: <Updates>(updates: Updates, state: State, params?: unknown) =>
      update(updates, state, params) as [Updates, State],
  };
}

/** The state of transformations that need none. */
export class EmptyState extends NamedTuple {
  static readonly pythonName = "EmptyState";
}
registerNamedTuple(EmptyState);

/** A transformation without a state. */
export function stateless(
  update: (updates: unknown, params: unknown) => unknown,
): GradientTransformation<EmptyState> {
  return transformation(
    () => new EmptyState(),
    (updates, state, params) => [update(updates, params), state],
  );
}

/** Leaves updates as they are. */
export function identity(): GradientTransformation<EmptyState> {
  return stateless((updates) => updates);
}

/** Transformations one after the other; the state is the list of theirs. */
export function chain<States extends readonly unknown[]>(
  ...transforms: { readonly [K in keyof States]: GradientTransformation<States[K]> }
): GradientTransformation<States> {
  const all: readonly GradientTransformation[] = transforms;
  return transformation<States>(
    (params) => all.map((each) => each.init(params)) as unknown as States,
    (updates, states, params) => {
      const next: unknown[] = [];
      const result = all.reduce((current, each, i) => {
        const [changed, state] = each.update(current, states[i], params);
        next.push(state);
        return changed;
      }, updates);
      return [result, next as unknown as States];
    },
  );
}
