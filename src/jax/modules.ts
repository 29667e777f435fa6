/** The facade's modules for programs in TypeScript. With the functions that few programs need they are the worker's second script. */
import * as bridge from "./bridge/index";
import * as flattenUtil from "./transform/flatten-util";
import * as flax from "./faces/flax";
import * as jax from "./faces/jax";
import * as linalg from "./linalg/index";
import * as lax from "./lax/index";
import * as linen from "./linen/index";
import * as nn from "./nn/index";
import * as nnx from "./faces/nnx";
import * as numpy from "./faces/numpy";
import * as optax from "./optax/index";
import * as random from "./random/index";
import * as tree from "./tree/index";
import * as treeUtil from "./tree/tree-util";
import { checkedNamespaces } from "./namespace/checked-namespaces";

/** Import specifier → the names a program gets from it. */
export const modules = checkedNamespaces({
  jax,
  "jax/numpy": numpy,
  "jax/numpy/linalg": linalg,
  "jax/nn": nn,
  "jax/random": random,
  "jax/lax": lax,
  "jax/tree": tree,
  "jax/tree_util": treeUtil,
  "jax/flatten_util": flattenUtil,
  flax,
  "flax/linen": linen,
  "flax/nnx": nnx,
  "flax/nnx/bridge": bridge,
  optax,
});
