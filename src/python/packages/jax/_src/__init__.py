"""Inner parts of this page's ``jax``. Programs import the public modules instead."""
