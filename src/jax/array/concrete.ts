import { isHalf, type DType } from "../base/dtype";
import { noteDenormals } from "./denormals";
import { watch } from "./handles";
import { allocate, type HostData } from "./host-data";
import { expand, scaled } from "./expand";
import { roundToStorage } from "./round-to-storage";
import { checkSize } from "./limits";
import { trackLive, type Token } from "./live-arrays";
import { Storage } from "./storage";
import { JaxArray } from "./array";
import { sizeOf, type Shape } from "./aval";

/**
 * An array with values. Its elements are `scale · broadcast(values, shape)`: `base` is the shape of
 * the stored values, aligned with `shape` and 1 where they repeat; null if nothing repeats. So
 * `zeros((1000, 1000))`, a gradient's seed, or a scaled gradient cost no memory and no kernel.
 */
export class ConcreteArray extends JaxArray {
  declare readonly main: null;
  storage: Storage;
  base: Shape | null;
  scale: number;
  /** Lives as long as this array. */
  readonly token: Token | null;

  constructor(
    shape: Shape,
    dtype: DType,
    weak: boolean,
    storage: Storage,
    base: Shape | null = null,
    scale = 1,
  ) {
    super(shape, dtype, weak, null);
    this.storage = storage;
    this.base = base;
    this.scale = scale;
    this.token = trackLive(sizeOf(shape), storage.size, storage.id);
    if (storage.device !== null) watch(this, storage);
  }

  /** The shape in which the values are stored. */
  get stored(): Shape {
    return this.base ?? this.shape;
  }

  /** The only number this array consists of, or null if it may hold several or is on the device. */
  uniform(): number | null {
    const { host, size } = this.storage;
    return size === 1 && host !== null && host.length === 1 ? host[0] * this.scale : null;
  }

  /** The values in row-major order, as long as the shape says. Not to be written to. */
  values(): HostData {
    const data = this.storage.read();
    if (this.base === null && this.scale === 1) return data;
    const plain = this.base === null ? data : expand(data, this.base, this.shape, this.dtype);
    const values = this.scale === 1 ? plain : scaled(plain, this.scale);
    if (this.shape.length > 0 || this.scale !== 1) this.adopt(values);
    return values;
  }

  /** Takes over the form of an array with equal values. */
  become(other: ConcreteArray): void {
    this.storage = other.storage;
    this.base = other.base;
    this.scale = other.scale;
    if (other.storage.device !== null) watch(this, other.storage);
  }

  /** Replaces the lazy form by plain host values. */
  private adopt(values: HostData): void {
    if (this.storage.size === 1 && values.length > 1) return;
    this.storage = new Storage(this.dtype, sizeOf(this.shape), values);
    this.base = null;
    this.scale = 1;
  }
}

/** An array that owns `data`, which must not change afterwards. */
export function fromHost(shape: Shape, dtype: DType, weak: boolean, data: HostData): ConcreteArray {
  const size = sizeOf(shape);
  checkSize(size);
  noteDenormals(data);
  return new ConcreteArray(shape, dtype, weak, new Storage(dtype, size, data));
}

/** One number as a dtype stores it. */
function single(value: number, dtype: DType): HostData {
  const data = allocate(dtype, 1);
  data[0] = value;
  noteDenormals(data);
  return isHalf(dtype) ? roundToStorage(data, dtype) : data;
}

/** An array of one repeated number; costs no memory. */
export function filled(shape: Shape, dtype: DType, weak: boolean, value: number): ConcreteArray {
  const data = single(value, dtype);
  checkSize(sizeOf(shape));
  const base = shape.length === 0 ? null : shape.map(() => 1);
  return new ConcreteArray(shape, dtype, weak, new Storage(dtype, 1, data), base);
}

/** A 0-d array. */
export function scalar(value: number, dtype: DType = "float32", weak = true): ConcreteArray {
  return new ConcreteArray([], dtype, weak, new Storage(dtype, 1, single(value, dtype)));
}
