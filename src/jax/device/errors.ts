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
