/** The methods behind Python's operators, without the underscores. */
const NAMES: Readonly<Record<string, string>> = {
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "truediv",
  "//": "floordiv",
  "%": "mod",
  "@": "matmul",
  "**": "pow",
  "&": "and",
  "|": "or",
  "^": "xor",
  "<<": "lshift",
  ">>": "rshift",
  "<": "lt",
  "<=": "le",
  ">": "gt",
  ">=": "ge",
  "==": "eq",
  "!=": "ne",
};

/** `+` → `__add__`; null for what is no operator of two values. */
export function methodOf(operator: string): string | null {
  return operator in NAMES ? `__${NAMES[operator]}__` : null;
}

/** `+` → `__radd__`: what the right-hand side is asked where the left one has no answer. */
export function reflectedMethodOf(operator: string): string | null {
  return operator in NAMES ? `__r${NAMES[operator]}__` : null;
}

/** `-` → `__neg__`. */
export const UNARY_METHODS: Readonly<Record<string, string>> = {
  "-": "__neg__",
  "+": "__pos__",
  "~": "__invert__",
};
