/** What the errors that this function can raise mean here. JAX's own text is shown as it is, above these. */
import type { ErrorCard } from "../../grading/lesson-check";

export const ERROR_CARDS: readonly ErrorCard[] = [
  {
    id: "float-seed",
    message: /seed must be an integer|Invalid rng value/,
    text: "The seed arrives as a float, such as 3.0, and random keys are made from integers. {rngs} refuses floats in the same way.",
    next: "Turn the seed into an integer once, with {wholeSeed}, at the top of the function, and use that in both places.",
  },
  {
    id: "rngs-missing",
    message: /missing 1 required keyword-only argument: 'rngs'|takes 3 positional arguments but 4/,
    text: "`nnx.Linear` draws its weights when it is built, so it needs a source of random numbers, and takes it by name.",
    next: "Pass rngs, made by {rngs} from the seed.",
  },
  {
    id: "module-called-unbound",
    type: /CallCompactUnboundModuleError/,
    text: "A Linen module holds no parameters, so calling it directly has nothing to compute with. The parameters are handed in: head.apply(params, h).",
    next: "Look for a direct call of the head, and use init and apply.",
  },
  {
    id: "params-level-dropped",
    type: /ApplyScopeInvalidVariables|ScopeCollectionNotFound/,
    text: 'apply takes what init returned, with its outer level: {"params": {"kernel": …, "bias": …}}. Here one level is missing, or there is one too many.',
    next: "Look at what is given to apply, and pass the whole result of init.",
  },
  {
    id: "wrong-dummy-shape",
    type: /ScopeParamShapeError/,
    text: "The head was initialised for inputs of one length and is applied to inputs of another. It sees the hidden layer, so the dummy input of init has 4 entries, whatever the length of x.",
    next: "Look at the array that init is given.",
  },
  {
    id: "wrong-dummy-shape",
    message: /dot_general requires contracting dimensions to have the same shape/,
    text: "A matrix product has sizes that do not fit. In this function two places decide them: the encoder's input size is the last entry of the shape of x, and the head's dummy input has 4 entries because the head sees the hidden layer.",
    next: "Compare the two shapes in the text with the shapes of x and of the hidden layer.",
  },
  {
    id: "loss-not-scalar",
    message: /Gradient only defined for scalar-output functions|grad requires .*-valued outputs/,
    text: "`jax.grad` differentiates a function that returns one number. This one returns an array, several values or nothing: the mean may be missing, or a second result without {hasAux}.",
    next: "Look at the return line of the loss function.",
  },
  {
    id: "float-inside-grad",
    type: /ConcretizationTypeError|TracerBoolConversionError|TracerArrayConversionError/,
    text: "Inside `jax.grad` and `jax.jit` the arrays are tracers, which stand for values that are followed and not read. Turning one into a plain number ends that.",
    next: "Keep the loss an array inside the function, and read its number after the gradient was taken.",
  },
  {
    id: "float-inside-grad",
    message: /grad requires real- or complex-valued inputs/,
    text: "One of the arguments that `argnums` names holds integers or keys, and a gradient needs floats. Both parameter trees hold floats; a seed, a key or a whole module with its random state does not.",
    next: "Look at which arguments `argnums` names, and at what is inside them.",
  },
  {
    id: "grads-swapped",
    message: /pytree structure error|Dict key mismatch|differentiating with respect to argnums/,
    text: "tree.map walks over trees of the same form. The NNX tree and the Linen tree differ in form, so each goes with its own gradient; `jax.grad` returns the gradients in the order of `argnums`. With the default `argnums` it returns one tree, not a pair.",
    next: "Look at which gradient goes with which tree, and at `argnums`.",
  },
  {
    id: "name-not-available",
    type: /AttributeError|ImportError|ModuleNotFoundError/,
    text: "This page has a part of JAX and Flax: what small models use. The name in the text is not in it, or is spelled in another way.",
    next: "Look at the name that the text proposes, or write it with operations that are there.",
  },
  {
    id: "name-not-available",
    message: /is not a (function|constructor)|has no attribute|is not available on this page/,
    text: "There is no function or method of that name here. {arrayMethods}",
    next: "Look at the spelling of the name in that line; the editor completes what is there.",
  },
];
