/**
 * The texts of all cards: what happened, why, and one thing to look at next. `{word}` is filled in from
 * the reading that matched. Texts say what is known from the returned numbers, whatever the code's style.
 */
import type { AnswerCards, ErrorCard, MistakeCard } from "../../grading/lesson-check";

export const CARDS = {
  "sum-not-mean": {
    title: "The loss is a sum, not a mean",
    message:
      "The lesson's loss is the mean of the squared errors over all outputs. With one output the sum is the same number, so such code agrees there; with two or more the loss and its gradient grow with the number of outputs, and so does the step.",
    next: "Look at the last operation of the loss function.",
    hint: "The loss averages over every entry of prediction − y. Which reduction does that?",
  },
  "halved-loss": {
    title: "The loss is halved",
    message:
      "The loss is {used} here. A factor ½ is a common convention, since it cancels the 2 of the derivative, but it halves the reported loss and the gradient, and with it the step. The lesson uses the plain mean of squares.",
    next: "Look for a factor 0.5, or a division by 2, in the loss function.",
    hint: "The loss is the mean of the squares and nothing else: no factor in front.",
  },
  "not-squared": {
    title: "The errors are not squared",
    message:
      "The loss averages {used}. The mean squared error weighs large errors more, and its gradient is proportional to the error; without the square the gradient has another size and, for the absolute error, only a sign.",
    next: "Look at what is done to prediction − y before the mean is taken.",
    hint: "Mean squared error: subtract, square, then average.",
  },
  "root-taken": {
    title: "A root is taken of the loss",
    message:
      "The returned loss is the square root of the mean squared error. It has the units of y, which is good for reports, but its gradient is another one: it is divided by twice the root. The lesson trains on the mean squared error itself.",
    next: "Look for a square root around the mean in the loss function.",
    hint: "The mean of the squares is the loss already. Nothing comes after the mean.",
  },
  "no-relu": {
    title: "The hidden layer has no ReLU",
    message:
      "Without an activation the two layers are one linear map, and hidden units that ReLU would switch off still take part in the prediction and in the gradient. The loss before the step shows it already.",
    next: "Look at what happens between the encoder and the head.",
    hint: "Between the encoder's output and the head stands one call of relu.",
  },
  "wrong-activation": {
    title: "The activation is not ReLU",
    message:
      "The numbers are those of a hidden layer that uses {used}. The lesson's hidden layer uses ReLU: negative values become zero, positive ones stay as they are. Another activation gives another loss before anything has moved.",
    next: "Look at the activation that is applied to the encoder's output.",
    hint: "The activation is `jax.nn.relu`.",
  },
  "relu-on-output": {
    title: "A ReLU is applied to the prediction",
    message:
      "The head's output is passed through ReLU. Targets can be negative, and a prediction that is cut off at zero can neither reach them nor send a gradient back from there. The ReLU belongs to the hidden layer alone; the head's output is the prediction.",
    next: "Look at what is done to the result of the head.",
    hint: "There is one ReLU in this model, between encoder and head.",
  },
  "wrong-linen-seed": {
    title: "The Linen head starts from another seed",
    message:
      "The head's weights are made from {used}. The lesson makes them from seed + 1, so that the two halves do not share their random numbers. Another key gives other weights, and every number after it differs.",
    next: "Look at the key that is given to the head's init.",
    hint: "The encoder uses the seed; the head's key is `PRNGKey(seed + 1)`.",
  },
  "wrong-nnx-seed": {
    title: "The NNX encoder starts from another seed",
    message:
      "The encoder's weights are made from {used}. The lesson makes them from {rngs}, with the seed as it is given; the head uses seed + 1. Another seed gives other weights, and every number after it differs.",
    next: "Look at what is given to {rngs}.",
    hint: "{rngs} takes the given seed, as an integer and otherwise unchanged.",
  },
  "hidden-not-4": {
    title: "The hidden layer does not have 4 units",
    message:
      "The numbers are those of a hidden layer with {hidden}. The lesson's has 4: the encoder's out_features and the length of the dummy input of the head are both 4, whatever the sizes of x and y.",
    next: "Look at the second number that `nnx.Linear` is given.",
    hint: "The encoder maps the features of x to 4 hidden units; the head sees those 4.",
  },
  "swapped-return": {
    title: "The two losses are in the other order",
    message:
      "Both losses are right, and each stands in the other's place. The first number is the loss before the step, the second the loss after it, so the second one is the smaller of the two.",
    next: "Look at the order in the return line.",
    hint: "The result is [before, after].",
  },
  "repeated-return": {
    title: "The loss after the step is returned twice",
    message:
      "Both numbers are the loss at the new parameters, and that loss is right. The first number should be the loss at the old parameters, computed before anything moves; {valueAndGrad} gives it along with the gradients.",
    next: "Look at which parameters the first returned loss is computed from.",
    hint: "Keep the loss before the step in a variable of its own, computed from the old trees.",
  },
  "nothing-moved": {
    title: "Neither half moved",
    message:
      "The loss after the step equals the loss before it. Two readings give these numbers. Either the second loss is computed from the old trees: `jax.tree.map` returns new trees and leaves its arguments as they were. Or the first loss is returned twice. The update itself may be right in both.",
    next: "Look at which trees the second loss is computed from.",
    hint: "The second loss is the same function, called with what both tree maps returned.",
  },
  "only-nnx-moved": {
    title: "The Linen half did not move",
    message:
      "The loss after the step is the one of a new NNX tree with the old Linen tree. The loss falls all the same, which hides the omission. `jax.grad` differentiates with respect to its first argument unless `argnums` names both; and a tree that was updated must also be used in the second loss.",
    next: "Look at what `jax.grad` is asked to differentiate, then at the trees in the second loss.",
    hint: "{bothArgnums} gives two gradients. Each tree needs its own tree map, and the second loss takes both new trees.",
  },
  "only-linen-moved": {
    title: "The NNX half did not move",
    message:
      "The loss after the step is the one of the old NNX tree with a new Linen tree. This happens where the loss uses the encoder itself, or a copy of its arrays from outside, in place of its argument: then no gradient reaches them. It also happens with {secondArgnum} alone, or where the old NNX tree is used in the second loss.",
    next: "Look at where the loss function gets the encoder's kernel and bias from.",
    hint: "Every array that is to be trained comes into the loss as an argument; `argnums` names both arguments.",
  },
  ascent: {
    title: "The step goes up the gradient",
    message:
      "Both halves moved by the right distance in the wrong direction, so the loss rises. The gradient points to where the loss grows; descent subtracts it: p − lr · g.",
    next: "Look at the sign in the update.",
    hint: "The update of every leaf is p − lr · g.",
  },
  "half-ascent": {
    title: "The {half} half goes up the gradient",
    message:
      "The {other} half took the right step; the {half} half moved by the same distance in the wrong direction. The gradient points to where the loss grows, so both halves subtract it: p − lr · g.",
    next: "Look at the sign in the {half} half's tree map.",
    hint: "One function for the update, used in both tree maps, cannot have two signs.",
  },
  "lr-forgotten": {
    title: "The learning rate is missing",
    message:
      "In {rate} the step is the bare gradient, as if lr were 1. That is 10 to 50 times too far here. It can overshoot: the loss may rise, or hidden units may be switched off for good.",
    next: "Look for lr in the update of {rate}.",
    hint: "The update of every leaf is p − lr · g, with the lr that the function is given.",
  },
  "lr-scaled": {
    title: "The step has the wrong length",
    message:
      "The direction is right, and the numbers fit a step of {rate} in place of lr. A factor of 2 often comes from adding gradients twice or from a loss that is doubled in the gradient; lr² or √lr from applying the rate in two places.",
    next: "Look at every place where lr, or a constant factor, meets the gradient.",
    hint: "lr multiplies each gradient exactly once.",
  },
  "bias-not-updated": {
    title: "{which} did not move",
    message:
      "Kernels moved by the right step and {whichLower} stayed at zero. For the NNX bias a second reading gives the same numbers: a bias that starts at zero and is left out of the forward pass gets no gradient. A tree map over the whole tree reaches every leaf, so leaves are not listed one by one.",
    next: "Look at whether each bias is added in the forward pass, is in its tree, and is replaced in the update.",
    hint: "Both trees hold a kernel and a bias. One tree map per tree updates all leaves.",
  },
  "sequential-update": {
    title: "The second gradient was taken after the first half moved",
    message:
      "The {half} half's gradient belongs to a model whose other half has already been updated. That is alternating descent, another algorithm with other numbers. One step of gradient descent takes both gradients at the same point and then moves both halves.",
    next: "Look at whether both gradients come from one call, before any tree is replaced.",
    hint: "Call the gradient function once, with `argnums` naming both trees; update afterwards.",
  },
  "extra-step": {
    title: "More than one step was taken",
    message:
      "The numbers fit {steps} steps in a row. Each step by itself is right. The lesson asks for one step, and for the loss before it and after it.",
    next: "Look for a loop around the update, or for an update that runs twice.",
    hint: "One gradient, one update per tree, no loop.",
  },
} as const satisfies Record<string, MistakeCard>;

export type MistakeId = keyof typeof CARDS;

/** Answers that are known for wrong without any arithmetic of the step. */
export const ANSWER_CARDS: AnswerCards = {
  notFinite: {
    title: "The result is not {count} finite numbers",
    message:
      "`{entry}` returns {results}, as an array of shape (2,) or a list of the numbers. Here at least one of them is not finite, so there is nothing to compare.",
    next: "Print the loss before the step. If it is finite, look at the size of the update: steps that overshoot grow until they overflow.",
  },
  notReturned: {
    title: "The result is not {count} finite numbers",
    message:
      "`{entry}` returns {results}, as an array of shape (2,) or a list of the numbers. Here it returned {returned}, so there is nothing to compare.",
    next: "Look at the last line of the function: the result has to be returned.",
  },
  wrongShape: {
    title: "The result is not {count} finite numbers",
    message:
      "`{entry}` returns {results}, as an array of shape (2,) or a list of the numbers. Here it returned {returned}, so there is nothing to compare.",
    next: "Look at the return line: it needs {count} scalars, stacked or in a list, in the order given below.",
  },
  sameEverywhere: {
    title: "Every case gives the same answer",
    message:
      "`{entry}` is called with fresh inputs as well, and the right answer depends on each of them. The returned numbers do not change with the inputs.",
    next: "Look at where the result gets its numbers from: each should follow from {parameters}.",
  },
  publishedOnly: {
    title: "The answers are right on the lesson's cases alone",
    message:
      "`{entry}` is called with fresh inputs as well, and the right answer depends on each of them. The returned numbers are right for the cases that the lesson shows and wrong for all others.",
    next: "Look at where the result gets its numbers from: each should follow from {parameters}.",
  },
};

/** What the errors that this function can raise mean here. JAX's own text is shown as it is, above these. */
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
