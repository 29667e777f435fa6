"""What training loops use: optimizers, metrics, averages of weights."""
