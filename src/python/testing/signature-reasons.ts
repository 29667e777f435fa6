/**
 * Why parameters here differ from those of JAX, Flax and Optax: patterns of the lines that `compareParameters` gives,
 * after the name of the function. No right call is refused but by those that start with "Not here".
 */
export const SIGNATURE_REASONS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [
    /^flax\.linen\.(scan|vmap|tabulate|Module\.tabulate): has \w+=None|\.copy: has add_or_replace=None/,
    "An empty dictionary as a default is written None here.",
  ],
  [
    / has \w+=mappingproxy\(\{\}\) \* for \w+=FrozenDict/,
    "The same empty mapping, of another kind.",
  ],
  [
    / has f=\.\.\. for f=Missing$/,
    "What stands for a function that is not given yet has no name here.",
  ],
  [
    /\.random_like: has sampler=|tree_random_like: has sampler=/,
    "None stands for the normal draw.",
  ],
  [
    /^flax\.linen\.with_logical_constraint: has fallback=None|^jax\.shard_map: has in_specs=/,
    "What stands for what is not given yet has another name here.",
  ],
  [/^jax\.jit: has (fun|in_shardings|out_shardings)=None/, "None stands for what is not given."],
  [/^jax\.(checkpoint|remat): has concrete=False/, "JAX's marks the parameter as deprecated."],
  [/^jax\.remat: adds static_argnames/, "`remat` is `checkpoint` here, which has it."],
  [/^jax\.debug\.\w+: has (fmt|callback) for/, "JAX has None as the default and raises on it."],
  [
    /^(jax\.lax\.Precision|flax\.nnx\.bridge\.AttrPriority)/,
    "Enumerations are made otherwise by Python 3.14.",
  ],
  [
    /^jax\.(numpy|dtypes)\.result_type: (has|adds)/,
    "What takes any number of arguments has another name.",
  ],
  [/^jax\.numpy\.load: has/, "What takes any number of arguments has another name."],
  [
    /^jax\.numpy\.\w+: (lacks \*args|adds x[12]? \/)$/,
    "Ufuncs of JAX take as many arguments as they have operands, and name none of them.",
  ],
  [
    /^(jax\.Array|jax\.numpy\.ndarray)\.\w+: adds (dtype|out_sharding|mean)=None/,
    "Methods take what the function of the same name takes.",
  ],
  [
    /^(jax\.Array|jax\.numpy\.ndarray|jax\.core\.Tracer): (adds number|lacks (trace|aval))$/,
    "Arrays are made by functions, not by their class.",
  ],
  [/^jax\.core\.ShapedArray/, "Not here: the library makes them, from a type of its own."],
  [/ShapeDtypeStruct: lacks (manual_axis_type|is_ref)/, "Not here: meshes and references."],
  [
    /Initializer\.__call__|Fn\.__call__|ShouldSkipUpdateFunction\.__call__/,
    "A protocol for readers: never called.",
  ],
  [/^jax\.numpy_dtype_promotion: has/, "JAX marks what is not given."],
  [/^jax\.debug\.print: lacks _use_logging/, "Not here: a private switch."],
  [/log_ndtr: lacks series_order/, "Not here: the values are exact without the series."],
  [/FrozenDict: lacks __unsafe_skip_copy__/, "Not here: a private switch."],
  [
    /^flax\.core\.Scope|^flax\.linen\.Variable: lacks unbox/,
    "Not here: boxes of parameters, which tell how they are spread over devices.",
  ],
  [/einsum_dot_general/, "Not here: products have one way to be computed."],
  [/^flax\.linen\.Module: adds (parent|name)/, "The class itself takes what its subclasses take."],
  [
    /^flax\.nnx\.\w+: lacks (hijax|ref|eager_sharding)=None \*$/,
    "Taken along with the rest of the metadata; True is refused with a reason.",
  ],
  [/^flax\.nnx\.Variable\.\w+: lacks _copy_ref/, "Not here: a private switch, about references."],
  [/^flax\.nnx\.dataclass: (lacks|adds)/, "Handed on to `dataclasses.dataclass`, which has them."],
  [/^flax\.nnx\.jit: (lacks|adds)/, "Handed on to `jax.jit`, which has them."],
  [/^flax\.nnx\.Module\.sow: has init_fn/, "The same function, under a name."],
  [
    /^flax\.nnx\.(un)?flatten: lacks (with_paths|index_ref|outer_index_outer_ref|ref_index|ref_outer_index|recreate_variables)/,
    "Not here: graphs that share nodes over several calls, and variables that are references.",
  ],
];
