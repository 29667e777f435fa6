/**
 * The product of two float32 matrices as WebAssembly SIMD. Operands are packed first: the left one in panels of four
 * rows, the right one in panels of eight columns, each with the summed axis outermost, so that the product reads both
 * in order. Eight vectors hold a tile of 4 × 8 sums.
 */
import { WasmCode, type Local } from "./wasm-code";
import { locals, type WasmFunction } from "./wasm-module";

/** Rows of the left operand, and columns of the right one, that a tile takes. */
export const TILE_ROWS = 4;
export const TILE_COLUMNS = 8;
/** So many products are added up one after another; beyond, partial sums are added in pairs, as NumPy does. */
const IN_ORDER = 64;
const VECTOR = 16;
const TILE_BYTES = TILE_ROWS * TILE_COLUMNS * 4;
/** Partial sums of a tile, one for each power of two of their number. */
export const PARTIAL_BYTES = 32 * TILE_BYTES;

export interface DotKernel {
  /** Packs what lies with the panel's axis in order: [length, width] with rows of `stride` bytes. */
  packAcross4(from: number, to: number, stride: number, length: number, width: number): void;
  packAcross8(from: number, to: number, stride: number, length: number, width: number): void;
  /** Packs what lies with the summed axis in order: [width, length] with rows of `stride` bytes. */
  packAlong4(from: number, to: number, stride: number, length: number, width: number): void;
  packAlong8(from: number, to: number, stride: number, length: number, width: number): void;
  /**
   * The tiles of [rows, length] · [length, columns], both packed; the result lies in rows of `columns`, a multiple of
   * eight, and `rows` is one of four. `partial` has room for {@link PARTIAL_BYTES}.
   */
  multiply(
    left: number,
    right: number,
    to: number,
    rows: number,
    length: number,
    columns: number,
    partial: number,
  ): void;
  /** Copies so many bytes of each of `lines` lines, `stride` bytes apart, one after another. */
  copyLines(from: number, to: number, stride: number, bytes: number, lines: number): void;
}

/** How many numbers each function takes. */
export const DOT_PARAMETERS = {
  packAcross4: 5,
  packAcross8: 5,
  packAlong4: 5,
  packAlong8: 5,
  multiply: 7,
  copyLines: 5,
} as const satisfies Record<keyof DotKernel, number>;

/**
 * {@link DotKernel}'s functions.
 * @param fused whether the engine has products and sums in one
 */
export function dotFunctions(fused: boolean): WasmFunction[] {
  return [
    packAcross("packAcross4", TILE_ROWS),
    packAcross("packAcross8", TILE_COLUMNS),
    packAlong("packAlong4", TILE_ROWS),
    packAlong("packAlong8", TILE_COLUMNS),
    multiply(fused),
    copyLines(),
  ];
}

/** Past the last column it packs what lies there, which no one reads. */
function packAcross(name: string, panel: number): WasmFunction {
  const code = new WasmCode();
  const [from, to, stride, length, width, column, row, source] = locals(8);
  const spare = 8;
  code.count(column, width, panel, () => {
    code.get(from).get(column).number(2).i32("shl").i32("add").set(source);
    code.number(0).set(row);
    code.count(row, length, 1, () => {
      for (let at = 0; at < panel * 4; at += VECTOR)
        code.get(to).get(source).load(at).flush(spare).store(at);
      code.advance(to, panel * 4);
      code.get(source).get(stride).i32("add").set(source);
    });
  });
  return { name, parameters: 5, numbers: 3, vectors: 1, code };
}

function packAlong(name: string, panel: number): WasmFunction {
  const code = new WasmCode();
  const [from, to, stride, length, width, row, at, source] = locals(8);
  const spare = 8;
  code.count(row, width, panel, () => {
    code.number(0).set(at);
    code.count(at, length, 1, () => {
      code.get(from).get(row).get(stride).i32("mul").i32("add");
      code.get(at).number(2).i32("shl").i32("add").set(source);
      for (let vector = 0; vector < panel * 4; vector += VECTOR) {
        // The address of each lane is below the lanes on the stack, the last one's first.
        code.get(to);
        code.lanes(0).set(spare);
        for (let lane = 0; lane < 4; lane++) {
          code.get(source).get(spare).loadLane(lane).set(spare);
          code.get(source).get(stride).i32("add").set(source);
        }
        code.get(spare).flush(spare).store(vector);
      }
      code.advance(to, panel * 4);
    });
  });
  return { name, parameters: 5, numbers: 3, vectors: 1, code };
}

function copyLines(): WasmFunction {
  const code = new WasmCode();
  const [from, to, stride, bytes, lines, line] = locals(6);
  code.number(0).set(line);
  code.count(line, lines, 1, () => {
    code.get(to).get(from).get(bytes).copyBytes();
    code.get(from).get(stride).i32("add").set(from);
    code.get(to).get(bytes).i32("add").set(to);
  });
  return { name: "copyLines", parameters: 5, numbers: 1, vectors: 0, code };
}

function multiply(fused: boolean): WasmFunction {
  const code = new WasmCode();
  const [left, right, to, rows, length, columns, partial] = locals(7);
  const [row, column, a, b, done, until, count, level, result] = locals(9, 7);
  const sums = locals(8, 16);
  const [b0, b1, a0] = locals(3, 24);
  const eachSum = (body: (sum: Local, at: number) => void): void =>
    sums.forEach((sum, i) => body(sum, i * VECTOR));

  code.number(0).set(column);
  code.count(column, columns, TILE_COLUMNS, () => {
    code.number(0).set(row);
    code.count(row, rows, TILE_ROWS, () => {
      // Panels follow one another: panel i of the left operand begins i · 4 · length numbers after the first.
      code.get(left).get(row).get(length).i32("mul").number(2).i32("shl").i32("add").set(a);
      code.get(right).get(column).get(length).i32("mul").number(2).i32("shl").i32("add").set(b);
      code.number(0).set(done).number(0).set(count);
      code.whilst(
        () => code.get(done).get(length).i32("lt_u"),
        () => {
          eachSum((sum) => code.lanes(0).set(sum));
          code.get(done).number(IN_ORDER).i32("add").set(until);
          minimum(code, until, length);
          code.count(done, until, 1, () => {
            code.get(b).load(0).set(b0).get(b).load(VECTOR).set(b1);
            for (let i = 0; i < TILE_ROWS; i++) {
              code
                .get(a)
                .loadSplat(i * 4)
                .set(a0);
              for (const [half, other] of [b0, b1].entries()) {
                const sum = sums[2 * i + half];
                if (fused) code.get(a0).get(other).get(sum).f32x4("relaxed_madd").set(sum);
                else code.get(sum).get(a0).get(other).f32x4("mul").f32x4("add").set(sum);
              }
            }
            code.advance(a, TILE_ROWS * 4).advance(b, TILE_COLUMNS * 4);
          });
          // As in a binary counter: a sum of 64 meets one of 64, their sum one of 128, and so on.
          code.get(count).set(until).get(partial).set(level);
          code.whilst(
            () => code.get(until).number(1).i32("and"),
            () => {
              eachSum((sum, at) => code.get(sum).get(level).load(at).f32x4("add").set(sum));
              code.get(until).number(1).i32("shr_u").set(until).advance(level, TILE_BYTES);
            },
          );
          eachSum((sum, at) => code.get(level).get(sum).store(at));
          code.advance(count, 1);
        },
      );
      eachSum((sum) => code.lanes(0).set(sum));
      code.get(partial).set(level);
      code.whilst(
        () => code.get(count),
        () => {
          // A level is there where its bit is set; a product with zero leaves the others out.
          code.whilst(
            () => code.get(count).number(1).i32("and"),
            () => {
              eachSum((sum, at) => code.get(sum).get(level).load(at).f32x4("add").set(sum));
              code.advance(count, -1);
            },
          );
          code.get(count).number(1).i32("shr_u").set(count).advance(level, TILE_BYTES);
        },
      );
      code.get(to).get(row).get(columns).i32("mul").get(column).i32("add");
      code.number(2).i32("shl").i32("add").set(result);
      sums.forEach((sum, i) => {
        code
          .get(result)
          .get(sum)
          .flush(b0)
          .store((i % 2) * VECTOR);
        if (i % 2 === 1) code.get(result).get(columns).number(2).i32("shl").i32("add").set(result);
      });
    });
  });
  return { name: "multiply", parameters: 7, numbers: 9, vectors: 11, code };
}

/** a = min(a, b), whole numbers. */
function minimum(code: WasmCode, a: Local, b: Local): void {
  code.whilst(
    () => code.get(b).get(a).i32("lt_u"),
    () => code.get(b).set(a),
  );
}
