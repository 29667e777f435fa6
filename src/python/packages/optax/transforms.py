"""`optax.transforms`: the transformations that optimizers are made of."""

import _absent

__getattr__, __dir__ = _absent.attributes(
    __name__,
    "Optax 0.2.8",
    {
        "optax._accumulation": "EmaState TraceState ema trace",
        "optax._adding": "add_decayed_weights",
        "optax._clipping": "NonNegativeParamsState ZeroNansState adaptive_grad_clip clip "
        "clip_by_block_rms clip_by_global_norm keep_params_nonnegative unitwise_norm zero_nans",
        "optax._combining": "MaskedNode MaskedState PartitionState chain freeze masked named_chain "
        "partition selective_transform",
        "optax._wrappers": "ApplyIfFiniteState MultiSteps MultiStepsState ShouldSkipUpdateFunction "
        "apply_if_finite skip_large_updates skip_not_finite",
    },
    lacking="AddNoiseState ConditionFn ConditionallyMaskState ConditionallyTransformState MonitorState "
    "SnapshotState add_noise conditionally_mask conditionally_transform flatten measure_with_ema monitor "
    "per_example_global_norm_clip per_example_layer_norm_clip snapshot unitwise_clip",
)
