import type { LossTraceModel } from "../../figure-models/loss-trace-model";
import { check } from "./check";

/** The text's loss as JAX 0.10.2 prints it. */
const JAXPR = `{ lambda a:f32[3] b:f32[2]; c:f32[4] d:f32[3,4] e:f32[2] f:f32[4,2]. let
    g:f32[4] = dot_general[
      dimension_numbers=(([0], [0]), ([], []))
      preferred_element_type=float32
    ] a d
    h:f32[4] = add g c
    i:f32[4] = custom_jvp_call[
      name=relu
      call_jaxpr={ lambda ; j:f32[4]. let
          k:f32[4] = jit[
            name=relu
            jaxpr={ lambda ; j:f32[4]. let k:f32[4] = max j 0.0:f32[] in (k,) }
          ] j
        in (k,) }
      jvp=jvp
      symbolic_zeros=False
    ] h
    l:f32[2] = dot_general[dimension_numbers=(([0], [0]), ([], []))] i f
    m:f32[2] = add l e
    n:f32[2] = sub m b
    o:f32[2] = integer_pow[y=2] n
    p:f32[] = reduce_sum[axes=(0,) out_sharding=None] o
    q:f32[] = div p 2.0:f32[]
  in (q,) }`;

/** How losses of this lesson are traced. */
export const LOSS_TRACE: LossTraceModel = {
  halves: [
    {
      name: "NNX",
      look: "first",
      words: ["nnx", "encoder"],
      path: String.raw`^(\w+|\[\d+\])\['(kernel|bias)'\]$`,
    },
    { name: "Linen", look: "second", words: ["linen", "head"], path: String.raw`\['params'\]` },
  ],
  entry: check.entry,
  call: {
    python: "0.0, jnp.array([0.5, -1.0, 2.0]), jnp.array([1.0, 0.0]), 0.02",
    typescript: "0, jnp.array([0.5, -1, 2]), jnp.array([1, 0]), 0.02",
  },
  example: {
    jaxpr: JAXPR,
    leaves: [
      "nnx_params['bias']",
      "nnx_params['kernel']",
      "linen_params['params']['bias']",
      "linen_params['params']['kernel']",
    ],
  },
};
