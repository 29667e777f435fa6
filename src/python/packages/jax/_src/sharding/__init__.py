"""Meshes, specs and shardings, with the meaning that they have on one device. Loaded by the first program that asks."""
