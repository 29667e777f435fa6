/** The functions of `jax.tree_util`: those of `jax.tree` under their older names, keys, structures and registration. */
export { DictKey, FlattenedIndexKey, GetAttrKey, keystr, SequenceKey } from "./keys";
export { Partial } from "./partial";
export {
  registerDataclass,
  registerPytreeNode,
  registerPytreeNodeClass,
  registerPytreeWithKeys,
  registerPytreeWithKeysClass,
  registerStatic,
} from "./registration";
export {
  allLeaves,
  flattenOneLevel,
  flattenOneLevelWithKeys,
  treedefChildren,
  treedefIsLeaf,
  treedefTuple,
} from "./structures";
export { TreeDef as PyTreeDef } from "./treedef";
export {
  all as treeAll,
  broadcast as treeBroadcast,
  flatten as treeFlatten,
  flattenWithPath as treeFlattenWithPath,
  leaves as treeLeaves,
  leavesWithPath as treeLeavesWithPath,
  map as treeMap,
  mapWithPath as treeMapWithPath,
  reduce as treeReduce,
  reduceAssociative as treeReduceAssociative,
  structure as treeStructure,
  transpose as treeTranspose,
  unflatten as treeUnflatten,
} from "./index";
