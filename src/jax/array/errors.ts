/** The WebGL context is gone: values on the device are lost, and tfjs would read zeros. */
export class GpuLostError extends Error {
  override name = "GpuLostError";
  constructor() {
    super(
      "The browser took the graphics context away, so values on the GPU are lost. Run again; if it keeps happening, another backend is used.",
    );
  }
}

/** An array, or all arrays together, would be larger than the runtime allows. */
export class ArrayTooLargeError extends RangeError {
  override name = "ArrayTooLargeError";
}

/** The browser has no memory left for the values of an array. */
export class OutOfMemoryError extends RangeError {
  override name = "OutOfMemoryError";
  constructor(size: number) {
    super(
      `The browser has no memory left for an array of ${size.toLocaleString("en")} elements. Arrays that lists, objects or closures refer to stay in memory: keep fewer of them, or smaller ones.`,
    );
  }
}
