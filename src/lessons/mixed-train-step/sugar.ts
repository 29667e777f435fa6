/** The model as plain dicts and behind each of Flax's two wrappers. */
import type { TreeLeaf, WrappedModelsModel } from "../../figure-models/wrapped-models-model";

export const SUGAR: WrappedModelsModel = {
  forms: [
    {
      id: "plain",
      title: "Plain dicts",
      note: "The tree is what was written down. Linen's init put the level params above its own leaves.",
      leaves: leaves(
        "encoder/bias 4",
        "encoder/kernel 3x4",
        "head/params/bias 2",
        "head/params/kernel 4x2",
      ),
    },
    {
      id: "to-nnx",
      title: "nnx.bridge.ToNNX",
      note: "The level params is gone, each leaf sits in a variable's value, and the wrapper keeps a stream of random numbers beside the weights: a key and a count, which no gradient may reach.",
      leaves: leaves(
        "encoder/bias/value 4",
        "encoder/kernel/value 3x4",
        "head/bias/value 2",
        "head/kernel/value 4x2",
        "head/to_nnx__rngs/default/count/value scalar",
        "head/to_nnx__rngs/default/key/value scalar",
      ),
    },
    {
      id: "to-linen",
      title: "nnx.bridge.to_linen",
      note: "One level params above both halves. The names encoder and head come from the attributes, and Linen hashes them into each layer's key.",
      leaves: leaves(
        "params/encoder/bias 4",
        "params/encoder/kernel 3x4",
        "params/head/bias 2",
        "params/head/kernel 4x2",
      ),
    },
  ],
  own: { encoder: "first", head: "second", kernel: "plain", bias: "plain" },
  programs: async () => (await import("./sugar-programs")).SUGAR_PROGRAMS,
};

function leaves(...texts: readonly string[]): TreeLeaf[] {
  return texts.map((text) => {
    const [path = "", shape = ""] = text.split(" ");
    return { path: path.split("/"), shape };
  });
}
