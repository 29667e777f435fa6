/**
 * How far a number may be off, `absolute + relative · |x|`, that an operation gave on a device with 16-bit floats
 * only: its operands and its result are rounded to 11 bits.
 */
export const HALF_FLOOR = { relative: 2 ** -10, absolute: 2 ** -12 };
