"""Optax as this page carries it: optimizers, schedules and losses on trees of parameters.

Names load when they are first used.
"""

from typing import TYPE_CHECKING

import _absent
from optax._base import GradientTransformation as GradientTransformation
from optax._base import GradientTransformationExtraArgs as GradientTransformationExtraArgs
from optax._base import OptState as OptState
from optax._base import Params as Params
from optax._base import ScalarOrSchedule as ScalarOrSchedule
from optax._base import Schedule as Schedule
from optax._base import Updates as Updates
from optax._updates import apply_updates as apply_updates

if TYPE_CHECKING:
    from optax._clipping import clip as clip
    from optax._clipping import clip_by_global_norm as clip_by_global_norm
    from optax._combining import chain as chain
    from optax._combining import masked as masked
    from optax._combining import multi_transform as multi_transform
    from optax._optimizers import adagrad as adagrad
    from optax._optimizers import adam as adam
    from optax._optimizers import adamw as adamw
    from optax._optimizers import lion as lion
    from optax._optimizers import rmsprop as rmsprop
    from optax._optimizers import sgd as sgd

__version__ = "0.2.8"

__getattr__, __dir__ = _absent.attributes(
    __name__,
    "Optax 0.2.8",
    {
        "optax._accumulation": "ApplyEvery EmaState TraceState apply_every ema trace",
        "optax._adaptive": "ScaleByAdamState ScaleByAdanState ScaleByAmsgradState ScaleByBeliefState "
        "ScaleByLionState scale_by_adam scale_by_adamax scale_by_adan scale_by_amsgrad scale_by_belief "
        "scale_by_lion scale_by_radam scale_by_yogi",
        "optax._adding": "AddDecayedWeightsState add_decayed_weights",
        "optax._base": "EmptyState MaskOrFn TransformInitFn TransformUpdateExtraArgsFn TransformUpdateFn "
        "identity init_empty_state set_to_zero stateless stateless_with_tree_map with_extra_args_support",
        "optax._clipping": "NonNegativeParamsState ZeroNansState adaptive_grad_clip clip "
        "clip_by_block_rms clip_by_global_norm keep_params_nonnegative zero_nans",
        "optax._combining": "MaskedNode MaskedState MultiTransformState PartitionState chain freeze "
        "masked multi_transform named_chain partition selective_transform",
        "optax._inject": "InjectHyperparamsState InjectStatefulHyperparamsState WrappedSchedule inject_hyperparams",
        "optax._layerwise": "fromage lamb lars",
        "optax._numerics": "safe_increment safe_int32_increment safe_norm safe_root_mean_squares",
        "optax._optimizers": "adabelief adadelta adagrad adam adamax adamaxw adamw adan amsgrad "
        "lion nadam nadamw radam rmsprop rprop sgd sign_sgd signum yogi",
        "optax._scaling": "ScaleByScheduleState ScaleByTrustRatioState ScaleState centralize "
        "normalize_by_update_norm scale scale_by_learning_rate scale_by_param_block_norm "
        "scale_by_param_block_rms scale_by_schedule scale_by_sign scale_by_trust_ratio",
        "optax._squares": "ScaleByAdaDeltaState ScaleByRStdDevState ScaleByRmsState ScaleByRpropState "
        "ScaleByRssState scale_by_adadelta scale_by_rms scale_by_rprop scale_by_rss scale_by_stddev",
        "optax._tree_state": "tree_map_params",
        "optax._updates": "global_norm incremental_update periodic_update",
        "optax._wrappers": "ApplyIfFiniteState MultiSteps MultiStepsState ShouldSkipUpdateFunction "
        "apply_if_finite skip_large_updates skip_not_finite",
        "optax.losses": "cosine_distance cosine_similarity generalized_kl_divergence hinge_loss "
        "huber_loss kl_divergence l2_loss log_cosh sigmoid_binary_cross_entropy sigmoid_focal_loss "
        "smooth_labels softmax_cross_entropy softmax_cross_entropy_with_integer_labels squared_error",
        "optax.schedules": "constant_schedule cosine_decay_schedule cosine_onecycle_schedule "
        "exponential_decay join_schedules linear_onecycle_schedule linear_schedule "
        "piecewise_constant_schedule piecewise_interpolate_schedule polynomial_schedule sgdr_schedule "
        "warmup_constant_schedule warmup_cosine_decay_schedule warmup_exponential_decay_schedule",
    },
    submodules="losses schedules transforms tree tree_utils",
    lacking="AdaptiveGradClipState AddNoiseState ClipByGlobalNormState ClipState ConditionallyMaskState "
    "ConditionallyTransformState FactoredState LookaheadParams LookaheadState MonitorState "
    "ScaleByBacktrackingLinesearchState ScaleByLBFGSState ScaleByNovogradState ScaleBySM3State "
    "ScaleByZoomLinesearchState SnapshotState ZoomLinesearchInfo adafactor add_noise assignment "
    "bias_correction conditionally_mask conditionally_transform contrib convex_kl_divergence ctc_loss "
    "ctc_loss_with_forward_probs experimental flatten inject_stateful_hyperparams lbfgs lookahead "
    "matrix_inverse_pth_root measure_with_ema microbatch microbatching monitor multi_normal nnls "
    "noisy_sgd novograd ntxent optimistic_adam optimistic_adam_v2 optimistic_gradient_descent "
    "per_example_global_norm_clip per_example_layer_norm_clip perturbations polyak_sgd power_iteration "
    "projections safe_softmax_cross_entropy scale_by_backtracking_linesearch "
    "scale_by_distance_over_gradients scale_by_factored_rms scale_by_lbfgs scale_by_novograd "
    "scale_by_optimistic_gradient scale_by_polyak scale_by_sm3 scale_by_zoom_linesearch scale_gradient "
    "second_order sm3 snapshot update_infinity_moment update_moment update_moment_per_elem_norm "
    "value_and_grad_from_state",
)
