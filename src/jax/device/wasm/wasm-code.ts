/** WebAssembly's instructions, as far as the kernels use them; numbers are those of the specification's binary format. */
const OPERATIONS = {
  i32: {
    eqz: 0x45,
    lt_u: 0x49,
    add: 0x6a,
    sub: 0x6b,
    mul: 0x6c,
    and: 0x71,
    shl: 0x74,
    shr_u: 0x76,
  },
  v128: { not: 77, and: 78, andnot: 79, or: 80, bitselect: 82 },
  f64x2: {
    lt: 73,
    promote_low_f32x4: 95,
    nearest: 148,
    abs: 236,
    neg: 237,
    sqrt: 239,
    add: 240,
    sub: 241,
    mul: 242,
    div: 243,
    min: 244,
    max: 245,
    convert_low_i32x4_s: 254,
  },
  i64x2: { extend_low_i32x4_s: 199, add: 206 },
  i32x4: { trunc_sat_f64x2_s_zero: 252 },
  f32x4: {
    demote_f64x2_zero: 94,
    ceil: 103,
    floor: 104,
    nearest: 106,
    eq: 65,
    ne: 66,
    lt: 67,
    gt: 68,
    le: 69,
    ge: 70,
    abs: 224,
    neg: 225,
    sqrt: 227,
    add: 228,
    sub: 229,
    mul: 230,
    div: 231,
    min: 232,
    max: 233,
    /** The product of the first two plus the third, rounded once or twice as the processor has it. */
    relaxed_madd: 0x105,
  },
} as const;

const SIMD = 0xfd;
const BLOCK_OF_NOTHING = 0x40;

/** A local variable or parameter of a function, by its index. */
export type Local = number;

/** Writes the instructions of one function; each method appends one, what it takes stands on the stack. */
export class WasmCode {
  readonly bytes: number[] = [];

  get(local: Local): this {
    return this.write(0x20, ...unsigned(local));
  }

  set(local: Local): this {
    return this.write(0x21, ...unsigned(local));
  }

  /** The number stays on the stack. */
  tee(local: Local): this {
    return this.write(0x22, ...unsigned(local));
  }

  /** A whole number of 32 bits. */
  number(value: number): this {
    return this.write(0x41, ...signed(value));
  }

  i32(name: keyof typeof OPERATIONS.i32): this {
    return this.write(OPERATIONS.i32[name]);
  }

  /** An operation on four float32 lanes. */
  f32x4(name: keyof typeof OPERATIONS.f32x4): this {
    return this.simd(OPERATIONS.f32x4[name]);
  }

  /** An operation on two float64 lanes. */
  f64x2(name: keyof typeof OPERATIONS.f64x2): this {
    return this.simd(OPERATIONS.f64x2[name]);
  }

  /** An operation on two whole numbers of 64 bits. */
  i64x2(name: keyof typeof OPERATIONS.i64x2): this {
    return this.simd(OPERATIONS.i64x2[name]);
  }

  /** An operation on four whole numbers of 32 bits. */
  i32x4(name: keyof typeof OPERATIONS.i32x4): this {
    return this.simd(OPERATIONS.i32x4[name]);
  }

  /** Both lanes of 64 bits moved so many bits up, or down with zeros from above. */
  shift(name: "up" | "down", bits: number): this {
    return this.number(bits).simd(name === "up" ? 203 : 205);
  }

  /** An operation on 128 bits. */
  v128(name: keyof typeof OPERATIONS.v128): this {
    return this.simd(OPERATIONS.v128[name]);
  }

  /** Four float32 lanes of the same bits. */
  lanes(bits: number): this {
    const lane = [bits, bits >>> 8, bits >>> 16, bits >>> 24].map((part) => part & 0xff);
    return this.simd(12).write(...lane, ...lane, ...lane, ...lane);
  }

  /** A float64 in both lanes. */
  doubles(value: number): this {
    const bytes = new Uint8Array(new Float64Array([value, value]).buffer);
    return this.simd(12).write(...bytes);
  }

  load(offset = 0): this {
    return this.simd(0).at(4, offset);
  }

  /** One float32 from memory, in all lanes. */
  loadSplat(offset = 0): this {
    return this.simd(9).at(2, offset);
  }

  /** One float32 from memory into one lane of the four on the stack; its address lies below them. */
  loadLane(lane: number, offset = 0): this {
    return this.simd(86).at(2, offset).write(lane);
  }

  /** One float32 from memory, beside three zeros. */
  loadOne(offset = 0): this {
    return this.simd(92).at(2, offset);
  }

  store(offset = 0): this {
    return this.simd(11).at(4, offset);
  }

  /** The first float32 of the four on the stack into memory. */
  storeOne(offset = 0): this {
    return this.simd(90).at(2, offset).write(0);
  }

  /** A number's 32 bits from one address to another; both offsets are added to the same two on the stack, target first. */
  copyOne(fromOffset: number, toOffset: number): this {
    return this.write(0x28).at(2, fromOffset).write(0x36).at(2, toOffset);
  }

  /** Copies bytes; target, source and their number stand on the stack. */
  copyBytes(): this {
    return this.write(0xfc, 10, 0, 0);
  }

  /** The vector's upper 64 bits in both halves. */
  upperHalves(spare: Local): this {
    const upper = [8, 9, 10, 11, 12, 13, 14, 15];
    return this.set(spare)
      .get(spare)
      .get(spare)
      .simd(13)
      .write(...upper, ...upper);
  }

  /** Each pair of 32 bits with its two in turn. */
  swappedPairs(spare: Local): this {
    const swapped = [4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11];
    return this.set(spare)
      .get(spare)
      .get(spare)
      .simd(13)
      .write(...swapped);
  }

  /** The first 32 bits of each half, one after the other, in the lower half. */
  firstOfHalves(spare: Local): this {
    const first = [0, 1, 2, 3, 8, 9, 10, 11];
    return this.set(spare)
      .get(spare)
      .get(spare)
      .simd(13)
      .write(...first, ...first);
  }

  /** The lower halves of the two vectors on the stack as one. */
  joinHalves(): this {
    const first = [0, 1, 2, 3, 4, 5, 6, 7];
    return this.simd(13).write(...first, ...first.map((byte) => byte + 16));
  }

  /** Calls a function of the module by its index; imported ones come first. */
  call(index: number): this {
    return this.write(0x10, ...unsigned(index));
  }

  /** Adds a number of bytes to a local. */
  advance(local: Local, bytes: number): this {
    return this.get(local).number(bytes).i32("add").set(local);
  }

  /** Runs `body` once for each step of `counter` from where it stands up to the local `end`; not at all where it is there. */
  count(counter: Local, end: Local, step: number, body: () => void): this {
    this.write(0x02, BLOCK_OF_NOTHING);
    this.get(counter).get(end).i32("lt_u").i32("eqz").write(0x0d, 0);
    this.write(0x03, BLOCK_OF_NOTHING);
    body();
    this.advance(counter, step);
    this.get(counter).get(end).i32("lt_u").write(0x0d, 0);
    return this.write(0x0b, 0x0b);
  }

  /** Runs `body` for as long as the number that `condition` leaves on the stack is not zero. */
  whilst(condition: () => void, body: () => void): this {
    this.write(0x02, BLOCK_OF_NOTHING, 0x03, BLOCK_OF_NOTHING);
    condition();
    this.i32("eqz").write(0x0d, 1);
    body();
    return this.write(0x0c, 0, 0x0b, 0x0b);
  }

  /** Denormal lanes of the four on the stack become zeros of their sign, as XLA has them; `spare` is a v128 local. */
  flush(spare: Local): this {
    this.tee(spare).get(spare).f32x4("abs").lanes(SMALLEST_NORMAL).f32x4("lt");
    return this.lanes(SIGN).v128("andnot").v128("andnot");
  }

  private simd(operation: number): this {
    return this.write(SIMD, ...unsigned(operation));
  }

  /** An address is 2 to the `alignment` at least, and `offset` bytes are added to it. */
  private at(alignment: number, offset: number): this {
    // Rows begin where they begin: no alignment is promised beyond that of one number.
    return this.write(Math.min(alignment, 2), ...unsigned(offset));
  }

  private write(...bytes: readonly number[]): this {
    this.bytes.push(...bytes);
    return this;
  }
}

const SMALLEST_NORMAL = 0x0080_0000;
const SIGN = 0x8000_0000;

/** LEB128. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 0x80; left = Math.floor(left / 0x80)) bytes.push((left % 0x80) + 0x80);
  return [...bytes, left];
}

/** LEB128 of a number with a sign. */
function signed(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  for (; left < -64 || left > 63; left >>= 7) bytes.push((left & 0x7f) | 0x80);
  return [...bytes, left & 0x7f];
}
