"""`flax.training`: here it has `train_state`."""

import _absent

__getattr__, __dir__ = _absent.attributes(
    __name__,
    "Flax 0.12.8",
    submodules="train_state",
    lacking="checkpoints common_utils dynamic_scale early_stopping lr_schedule orbax_utils prefetch_iterator",
)
