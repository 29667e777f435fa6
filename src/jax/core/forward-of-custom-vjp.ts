import { JaxTypeError } from "../base/errors";

/** JAX's error for forward differentiation of a function that has only a reverse rule. */
export function forwardOfCustomVjp(): JaxTypeError {
  return new JaxTypeError("can't apply forward-mode autodiff (jvp) to a custom_vjp function.");
}
