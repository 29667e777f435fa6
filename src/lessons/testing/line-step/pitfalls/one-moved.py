slope, height, gradient = 1.0, 0.5, 2.0
slope = slope - 0.1 * gradient
print("slope", slope)
print("height", height)
