/**
 * Errors under JAX's and Python's names. `name` is the name of the Python type, written out because
 * class names do not survive minification; `message` is the text that Python's `str(error)` gives.
 */

/** Python's TypeError, which JAX raises for wrong dtypes, kinds and most wrong shapes. */
export class JaxTypeError extends TypeError {
  override name = "TypeError";
}
export class ValueError extends Error {
  override name = "ValueError";
}
export class IndexError extends Error {
  override name = "IndexError";
}
export class KeyError extends Error {
  override name = "KeyError";
}
/** A boolean mask whose values are not known yet was used as an index. */
export class NonConcreteBooleanIndexError extends IndexError {
  override name = "NonConcreteBooleanIndexError";
}
export class AttributeError extends Error {
  override name = "AttributeError";
}
export class NotImplementedError extends Error {
  override name = "NotImplementedError";
}
export class ZeroDivisionError extends Error {
  override name = "ZeroDivisionError";
}
export class OverflowError extends Error {
  override name = "OverflowError";
}

/** A traced value was used where its concrete number is needed. */
export class ConcretizationTypeError extends JaxTypeError {
  override name = "ConcretizationTypeError";
}
/** A traced value outlived the transformation that made it. */
export class UnexpectedTracerError extends Error {
  override name = "UnexpectedTracerError";
}

/** Base of Flax's own errors: the text ends in the address of the error's page. */
export class FlaxError extends Error {
  constructor(name: string, text: string) {
    const page = "https://flax.readthedocs.io/en/latest/api_reference/flax.errors.html#flax.errors";
    super(`${text} (${page}.${name})`);
    this.name = name;
  }
}
/** A Variable was written to in another transformation than that in which it was made. */
export class TraceContextError extends FlaxError {
  constructor(text: string) {
    super("TraceContextError", text);
  }
}
export class ScopeParamShapeError extends FlaxError {
  constructor(text: string) {
    super("ScopeParamShapeError", text);
  }
}
export class ScopeCollectionNotFound extends FlaxError {
  constructor(text: string) {
    super("ScopeCollectionNotFound", text);
  }
}
export class ScopeParamNotFoundError extends FlaxError {
  constructor(text: string) {
    super("ScopeParamNotFoundError", text);
  }
}
export class ApplyScopeInvalidVariablesTypeError extends FlaxError {
  constructor(text: string) {
    super("ApplyScopeInvalidVariablesTypeError", text);
  }
}
export class ApplyScopeInvalidVariablesStructureError extends FlaxError {
  constructor(text: string) {
    super("ApplyScopeInvalidVariablesStructureError", text);
  }
}
export class InvalidRngError extends FlaxError {
  constructor(text: string) {
    super("InvalidRngError", text);
  }
}
export class CallCompactUnboundModuleError extends FlaxError {
  constructor(text: string) {
    super("CallCompactUnboundModuleError", text);
  }
}
export class NameInUseError extends FlaxError {
  constructor(text: string) {
    super("NameInUseError", text);
  }
}
export class ScopeVariableNotFoundError extends FlaxError {
  constructor(text: string) {
    super("ScopeVariableNotFoundError", text);
  }
}
export class ModifyScopeVariableError extends FlaxError {
  constructor(text: string) {
    super("ModifyScopeVariableError", text);
  }
}
export class SetAttributeFrozenModuleError extends FlaxError {
  constructor(text: string) {
    super("SetAttributeFrozenModuleError", text);
  }
}
