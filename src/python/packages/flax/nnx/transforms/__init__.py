"""JAX's transformations for functions of Modules."""
