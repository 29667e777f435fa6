import type { Aval } from "../../array/aval";
import type { ConcreteArray } from "../../array/concrete";
import type { PlannedBuffer } from "../../device/wasm/planned/planned-buffer";
import type { PlannedView } from "../../device/wasm/planned/planned-view";
import type { PlannedRow } from "../../device/wasm/planned/step-module";
import type { AnyEquation } from "../jaxpr";

/** What a planned step does, in order. Slots hold arrays of JavaScript; those of the arguments come first. */
export type PlanStep =
  | { readonly kind: "load"; readonly slot: number; readonly to: PlannedBuffer }
  | { readonly kind: "rows"; readonly rows: readonly PlannedRow[] }
  | {
      readonly kind: "store";
      readonly view: PlannedView;
      readonly aval: Aval;
      readonly slot: number;
    }
  | {
      readonly kind: "host";
      readonly equation: AnyEquation;
      readonly inputs: readonly number[];
      readonly outs: readonly number[];
    };

/** A staged function as steps on one memory. */
export interface Plan {
  readonly steps: readonly PlanStep[];
  readonly buffers: readonly PlannedBuffer[];
  readonly slots: number;
  readonly fixed: readonly (readonly [slot: number, value: ConcreteArray])[];
  /** Slots of the results. */
  readonly outputs: readonly number[];
}
