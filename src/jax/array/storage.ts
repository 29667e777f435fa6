import type { DType } from "../base/dtype";
import { forget, readDevice } from "./handles";
import type { HostData } from "./host-data";
import type { DeviceTensor } from "./tfjs";

let nextId = 0;

/**
 * The values of an array, on the host, on the device, or both. At least one of the two is there
 * until it is freed. Values never change, so copies stay equal.
 */
export class Storage {
  readonly id = nextId++;
  host: HostData | null;
  device: DeviceTensor | null = null;
  /** Arrays that the finalizer watches on behalf of the device copy. */
  watchers = 0;
  /**
   * Holders with a lifetime of their own: arrays of another language, residuals and constants kept for
   * them. While there are any, the end of a transformation does not free the values.
   */
  owners = 0;
  /** Elements that the first of the owners took hold of, which may repeat the values. */
  ownedElements = 0;

  constructor(
    readonly dtype: DType,
    readonly size: number,
    host: HostData | null,
  ) {
    this.host = host;
  }

  /** The values on the host, read back from the device if need be. */
  read(): HostData {
    if (this.host === null) {
      if (this.device === null) throw new Error("The values of this array were already freed.");
      this.host = readDevice(this, this.device);
    }
    return this.host;
  }

  /** Gives the device copy back; values that were only there are gone. */
  free(): void {
    if (this.device !== null) forget(this);
  }
}
