/**
 * The texts of all cards: what happened, why, and one thing to look at next. `{word}` is filled in from
 * the reading that matched. Texts say what is known from the returned numbers, whatever the code's style.
 */
import type { AnswerCards, ErrorCard, MistakeCard } from "../../grading/lesson-check";
import { CARDS_OF_LOSSES } from "./cards-of-losses";
import { CARDS_OF_UPDATES } from "./cards-of-updates";
import { CARDS_OF_WEIGHTS } from "./cards-of-weights";

export const CARDS = {
  ...CARDS_OF_WEIGHTS,
  ...CARDS_OF_LOSSES,
  ...CARDS_OF_UPDATES,
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
      "The loss after the step equals the loss before it. Several things give these numbers: the second loss is computed from the old trees, since `jax.tree.map` returns new ones and leaves its arguments as they were; the first loss is returned twice; no gradient reaches the trees, as behind `.item()` or `stop_gradient` in the loss; or the step is multiplied by a rate of 0, such as the first one of a schedule.",
    next: "Look at which trees the second loss is computed from, then at whether the gradients are other than zero.",
    hint: "The second loss is the same function, called with what both tree maps returned.",
  },
  "only-nnx-moved": {
    title: "The Linen half did not move",
    message:
      "The loss after the step is the one of a new NNX tree with the old Linen tree. The loss falls all the same, which hides the omission. Four things lead there: the gradient is that of the first argument alone, as it is by default; the Linen tree is not updated; the second loss takes the old one; or no gradient reaches it, because the loss, or the body of a loop, reads the tree from outside in place of its argument, or stops the gradient there.",
    next: "Look at what is differentiated, then at what the new Linen tree is made from and where it is used.",
    hint: "The Linen tree comes into the loss as an argument that is differentiated, gets a tree map of its own, and its new version goes into the second loss.",
  },
  "only-linen-moved": {
    title: "The NNX half did not move",
    message:
      "The loss after the step is the one of the old NNX tree with a new Linen tree. Several things lead there: the loss uses the encoder itself, or a copy of its arrays from outside, so that no gradient reaches the argument; the gradient is stopped, or taken for {secondArgnum} alone; the new state is not written back into the encoder that the second loss calls; or the second loss takes the old tree.",
    next: "Look at where both losses get the encoder's kernel and bias from.",
    hint: "The encoder's arrays come into the loss as an argument that is differentiated; their new values go into the second loss, or are written into the encoder before it.",
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
      "In {rate} the step is the bare gradient, as if lr were 1. That is {timesTooFar} times too far here. It can overshoot: the loss may rise, or hidden units may be switched off for good.",
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
      "Kernels moved by the right step and {whichLower} stayed at zero. A second reading gives the same numbers: a bias that starts at zero and is left out of the forward pass, be it by a layer without one, gets no gradient. A tree map over the whole tree reaches every leaf, so leaves are not listed one by one.",
    next: "Look at whether each bias is added in the forward pass, is in its tree, and is replaced in the update.",
    hint: "Both trees hold a kernel and a bias. One tree map per tree updates all leaves.",
  },
  "relu-mask-missing": {
    title: "ReLU is left out of the backward pass",
    message:
      "The loss before the step is right, and the one after it fits a backward pass in which ReLU has the slope 1 everywhere. Where its input is negative the slope is 0: a unit that is switched off passes no gradient on, so its weights stay as they are. `jax.grad` does this by itself; in a backward pass by hand, the gradient that arrives at the hidden layer is multiplied by 1 where z > 0 and by 0 elsewhere.",
    next: "Look at where the gradient passes the hidden layer on its way to the encoder.",
    hint: "Between the head and the encoder, the gradient is multiplied by ReLU's slope: 1 where z > 0, else 0.",
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
  rounded: {
    title: "The losses have lost digits",
    message:
      "Every returned number is right to {left} and no further. They are compared in float32, to about five digits. A result that is rounded loses the rest, and so do 16-bit numbers anywhere between the arguments and the result. Arrays are float32 unless another dtype is asked for.",
    next: "Look for a round, or for a dtype of 16 bits, in the computation and in the result.",
  },
  notRepeated: {
    title: "Equal inputs give different answers",
    message:
      "Two calls with equal inputs in one run gave different losses, so a call leaves something behind for the next: parameters, a module, a dict of models by seed or a random generator that is made once, outside of `{entry}`, and changed inside. A training step is a function of its arguments: what changes in it is made in the call, from the seed, and comes out as the result.",
    next: "Look for a name outside of `{entry}` whose contents a call changes.",
  },
};

const TREE_FORMS =
  'The two trees differ in form. That of the NNX half is {"kernel": …, "bias": …}. What init returns for the Linen half has one more level: {"params": {"kernel": …, "bias": …}}.';
const TREE_ARITHMETIC =
  "A tree of parameters is a dictionary of arrays, and two gradients are a pair of trees. Arithmetic is for the arrays inside: `jax.tree.map` calls a function on each leaf, along with the same leaf of a second tree.";
const PARTS =
  "{valueAndGrad} returns a pair: the loss, then the gradient. With {bothArgnums} the gradient is itself a pair of trees, and without it one tree. With {hasAux} a pair stands in the place of the loss: it, and what is returned beside it. A loss is one number and has no parts, so `jnp.stack` takes two losses as one list. The shape of a single example has one entry.";

/**
 * What the errors that this function can raise mean here, the first that fits. JAX's own text is shown as it is,
 * above these. Texts that only one JavaScript engine writes are named beside those of the others.
 */
export const ERROR_CARDS: readonly ErrorCard[] = [
  {
    id: "float-seed",
    message: /seed must be an integer|Invalid rng value: [-+.\de]+,/,
    title: "The seed is not an integer yet",
    text: "The seed arrives as a float, such as 3.0, and random keys are made from integers. {rngs} refuses floats in the same way.",
    next: "Turn the seed into an integer once, with {wholeSeed}, at the top of the function, and use that in both places.",
  },
  {
    id: "key-expected",
    message: /accepts a scalar seed|fold_in accepts a scalar|Invalid rng value/,
    title: "A seed is one integer",
    text: "A random key is made from one integer, and an array was given here. The seed is the first argument of the function; x and y have no part in it.",
    next: "Look at what the key is made from.",
  },
  {
    id: "key-expected",
    message: /^RNGs should be of shape|invalid PRNG key data/,
    title: "A random key is needed here",
    text: "init draws the head's weights, so its first argument is a key. An integer is a seed and no key yet: `jax.random.PRNGKey` makes a key from it.",
    next: "Look at the first argument in that line: it is the key made from `seed + 1`.",
  },
  {
    id: "rngs-missing",
    message: /keyword-only argument: 'rngs'|Linear\.__init__\(\) takes 3 positional/,
    title: "The encoder has no source of random numbers",
    text: "`nnx.Linear` draws its weights when it is built, so it needs a source of random numbers, and takes it by name.",
    next: "Pass rngs, made by {rngs} from the seed.",
  },
  {
    id: "rngs-missing",
    message: /\.params is not a function|'(int|float)' object has no attribute 'params'/,
    title: "The rngs of the encoder are a number",
    text: "`nnx.Linear` asks its rngs for keys, one for each array that it draws. A seed by itself gives none; {rngs} makes a source of keys from it.",
    next: "Pass rngs, made by {rngs} from the seed.",
  },
  {
    id: "rngs-missing",
    message: /No RngStream named/,
    title: "The rngs lack the stream that is asked for",
    text: "`nnx.Linear` draws from the stream called params, or else from the default one. {rngs} with the seed alone makes the default stream; with names, it has the streams of those names and no other.",
    next: "Give {rngs} the seed alone, without a name.",
  },
  {
    id: "module-called-unbound",
    type: /CallCompactUnboundModuleError/,
    title: "The head is called without its parameters",
    text: "A Linen module holds no parameters, so calling it directly has nothing to compute with. The parameters are handed in: head.apply(params, h).",
    next: "Look for a direct call of the head, and use init and apply.",
  },
  {
    id: "module-called-unbound",
    message: /only accessible from inside 'init' or 'apply'/,
    title: "A Linen module holds no parameters",
    text: "`nn.Dense` describes a layer. Its kernel and bias are in the tree that init returned, one level down, under params.",
    next: "Look at where that line should read the tree that init returned.",
  },
  {
    id: "not-initialised",
    type: /ScopeCollectionNotFound/,
    title: "The Linen layer has no parameters yet",
    text: "The tree that the layer was applied with is empty. A Linen layer describes a computation; init makes its parameters, from a key and an input of the right shape. A layer that `nnx.bridge.ToNNX` wraps holds none either until {lazyInit} was called on it with such an input.",
    next: "Look at whether the head is initialised before that line, with an array of 4 zeros.",
  },
  {
    id: "params-level-dropped",
    type: /ApplyScopeInvalidVariables/,
    title: "The tree for apply has one level too few or too many",
    text: 'apply takes what init returned, with its outer level: {"params": {"kernel": …, "bias": …}}. Here one level is missing, or there is one too many.',
    next: "Look at what is given to apply, and pass the whole result of init.",
  },
  {
    id: "leaf-missing",
    type: /ScopeParamNotFoundError/,
    title: "The tree for apply lacks a parameter",
    text: "apply looks for every parameter that init made, the kernel and the bias. A tree map over the whole tree keeps them all; a tree that is put together by hand can lose one.",
    next: "Look at how the tree that is given to apply was made.",
  },
  {
    id: "leaf-missing",
    type: /^KeyError$/,
    title: "The tree has no entry of that name",
    text: TREE_FORMS,
    next: "Look at which of the two trees that line reads.",
  },
  {
    id: "leaf-missing",
    // Chromium, then Firefox, then Safari.
    message:
      /reading '(kernel|bias|params)'|property "(kernel|bias|params)"|\.(kernel|bias|params)'\)$/,
    title: "The tree has no entry of that name",
    text: TREE_FORMS,
    next: "Look at which of the two trees that line reads.",
  },
  {
    id: "leaf-missing",
    message: /'dict' object has no attribute/,
    title: "The entry of a dictionary is read with a dot",
    text: 'A tree of parameters is a dictionary, and its entries are read in brackets, such as tree["kernel"]. A dot reads attributes, as of a module.',
    next: "Look at the dot in that line.",
  },
  {
    id: "wrong-dummy-shape",
    type: /ScopeParamShapeError/,
    title: "The head was initialised for another input length",
    text: "The head was initialised for inputs of one length and is applied to inputs of another. It sees the hidden layer, so the dummy input of init has 4 entries, whatever the length of x.",
    next: "Look at the array that init is given.",
  },
  {
    id: "wrong-dummy-shape",
    message: /dot_general requires contracting dimensions to have the same shape/,
    title: "A matrix product has sizes that do not fit",
    text: "A matrix product has sizes that do not fit. In this function two places decide them: the encoder's input size is the last entry of the shape of x, and the head's dummy input has 4 entries because the head sees the hidden layer.",
    next: "Compare the two shapes in the text with the shapes of x and of the hidden layer.",
  },
  {
    id: "shapes-differ",
    message: /incompatible (shapes|types) for broadcasting/i,
    title: "Two arrays have shapes that do not fit",
    text: "Arithmetic pairs the entries of two arrays of one shape, or repeats an axis of length 1. In this function the prediction has the shape of y, a bias the length of its layer's output, and a gradient the shape of its parameter.",
    next: "Compare the two shapes in the text with those of the arrays in that line.",
  },
  {
    id: "shapes-differ",
    message:
      /All input arrays must have the same shape|Cannot (stack|concatenate) arrays|inhomogeneous shape/,
    title: "The values that are joined have several shapes",
    text: "The result joins two losses, and each is a single number. One that still has an axis does not fit beside the other: its mean is missing, or was taken along one axis only.",
    next: "Look at the shape of each value that is joined in that line.",
  },
  {
    id: "shapes-differ",
    message: /cannot reshape array|one unknown axis size/,
    title: "A reshape would change the number of entries",
    text: "A reshape keeps all entries in their order, so the new sizes multiply to the same number. −1 stands for one size that follows from the others. The step itself needs no reshape.",
    next: "Compare the two sizes in the text.",
  },
  {
    id: "shapes-differ",
    message: /vmap got inconsistent sizes/,
    title: "vmap goes through arrays of several lengths",
    text: "`jax.vmap` takes one row of each mapped argument at a time, so they need as many rows as one another. A tree of parameters has no rows: {nothing} in {inAxes} hands it to each call whole.",
    next: "Look at which arguments hold rows, and name them in {inAxes}.",
  },
  {
    id: "wrong-rank",
    message: /vmap was requested to map/,
    title: "vmap is asked to go through a single number",
    text: "`jax.vmap` goes through the first axis of each mapped argument, and a single number has none. {nothing} in {inAxes} hands an argument to each call whole.",
    next: "Look at which arguments hold rows, and name them in {inAxes}.",
  },
  {
    id: "wrong-rank",
    message: /must have ndim at least 1/,
    title: "A matrix product meets a single number",
    text: "{matmul} needs an axis on both sides. A learning rate, a loss and a factor are single numbers, and multiply with {times}; the dummy input of init is an array of 4 entries.",
    next: "Look at the two sides of the product in that line.",
  },
  {
    id: "wrong-rank",
    message:
      /len\(\) of unsized object|has no len\(\)|stack requires a list of arrays|array as a dtype argument|Need at least one array to concatenate/,
    title: "A single number is used like a list",
    text: "A loss has no axis, so it has no length and no parts to go through. `jnp.stack` and `jnp.array` take what they join as one list, in brackets: the loss before, then the loss after.",
    next: "Look at whether that line should have brackets around the two losses.",
  },
  {
    id: "wrong-rank",
    message: /Too many indices|axis -?\d+ is out of bounds/,
    title: "The array does not have that axis",
    text: "Axes are counted from 0. A single example x has one axis, a batch has two, and a mean over everything needs no axis. Counted from the end, the last axis is −1 in an example and in a batch.",
    next: "Look at the axis, or the number of indices, in that line.",
  },
  {
    id: "wrong-rank",
    message: /tuple index out of range/,
    title: "The shape has fewer entries than that line reads",
    text: "The shape of a single example has one entry, that of a batch two, and that of a single number none. {lastOf} is the number of features in an example and in a batch.",
    next: "Look at which entry of which shape that line needs.",
  },
  {
    id: "wrong-rank",
    message: /Can't compute input and output sizes/,
    title: "An initialiser needs two axes",
    text: "An initialiser takes the spread of the weights from the number of inputs and outputs, so it draws kernels: 4 inputs and as many outputs as y has entries for the head. A bias starts at zero and needs none.",
    next: "Look at the shape that the initialiser is called with, or let init draw the weights.",
  },
  {
    id: "wrong-rank",
    message: /'(float|int)' object (has no attribute|is not subscriptable)/,
    title: "A plain number is used like an array",
    text: "seed and lr are plain numbers, which have no shape, no entries and no methods of arrays. x and y are arrays.",
    next: "Look at which name that line reads from.",
  },
  {
    id: "size-expected",
    message: /Shapes must be 1D sequences of concrete values of integer type|'__index__'/,
    title: "A size is not one integer",
    text: "Layers take their sizes as integers. The encoder reads {lastOf}, the head writes as many outputs as the last entry of the shape of y; a whole shape, a float or a missing value is no size.",
    next: "Look at the sizes that are passed in that line.",
  },
  {
    id: "loss-not-scalar",
    message: /grad requires real-valued outputs/,
    title: "The loss is an integer",
    text: "The function that is differentiated returns a whole number, which does not change smoothly, so it has no gradient. Somewhere it is rounded or turned into an integer type.",
    next: "Look at the types in the return line of the loss function.",
  },
  {
    id: "loss-not-scalar",
    message: /expected function with aux output/,
    title: "The loss returns no second value",
    text: "With {hasAux} the function returns a pair: the loss, and whatever else is wanted. This one returns something other than a pair.",
    next: "Look at the return line of the loss function, or leave {hasAux} out.",
  },
  {
    id: "loss-not-scalar",
    message: /Gradient only defined for scalar-output functions|grad requires .*-valued outputs/,
    title: "The loss is not one number",
    text: "`jax.grad` differentiates a function that returns one number. This one returns an array, several values or nothing: the mean may be missing, or a second result without {hasAux}.",
    next: "Look at the return line of the loss function.",
  },
  {
    id: "float-inside-grad",
    type: /TracerArrayConversionError/,
    title: "NumPy is given a traced array",
    text: "Inside `jax.grad` and `jax.jit` the arrays are tracers, which stand for values that are followed and not read. NumPy reads its arguments, so its functions cannot be differentiated. `jax.numpy` has them under the same names.",
    next: "Look for a function of NumPy in that line, and use the one of `jnp` in its place.",
  },
  {
    id: "float-inside-grad",
    type: /ConcretizationTypeError|TracerBoolConversionError|TracerArrayConversionError/,
    title: "A traced value is turned into a plain number",
    text: "Inside `jax.grad` and `jax.jit` the arrays are tracers, which stand for values that are followed and not read. Turning one into a plain number ends that, and so does an if that asks for its value.",
    next: "Keep the loss an array inside the function, and read its number after the gradient was taken.",
  },
  {
    id: "float-inside-grad",
    message: /grad requires real- or complex-valued inputs/,
    title: "An argument to be differentiated holds no floats",
    text: "One of the arguments that `argnums` names holds integers or keys, and a gradient needs floats. Both parameter trees hold floats; a seed, a key or a whole module with its random state does not.",
    next: "Look at which arguments `argnums` names, and at what is inside them.",
  },
  {
    id: "tracer-leaked",
    type: /UnexpectedTracerError/,
    title: "A traced value is used outside of its function",
    text: "Inside `jax.grad` and `jax.jit` arrays stand for values that are followed. One of them was kept in a variable from outside, and used after the function had ended.",
    next: "Return the value from the function, with {hasAux}, in place of keeping it.",
  },
  {
    id: "tracer-leaked",
    type: /TraceContextError/,
    title: "A module is changed inside a gradient",
    text: "The function that `jax.grad` differentiates may read a module from outside and may not write into it. Its parameters come in as arguments and are used from there.",
    next: "Look at which line of the loss function assigns to the encoder.",
  },
  {
    id: "argument-mismatch",
    message: /differentiating with respect to argnums/,
    title: "argnums names an argument that is not passed",
    text: "`argnums` counts the arguments of the differentiated function from 0, and the call passes fewer than that. Both trees are arguments of the loss, so both are passed to its gradient.",
    next: "Compare `argnums` with the arguments in the call of the gradient function.",
  },
  {
    id: "argument-mismatch",
    message: /Missing required argument `wrt`/,
    title: "The optimizer is not told what it trains",
    text: "Since Flax 0.11 `nnx.Optimizer` asks which variables of the model it moves. For trained parameters that is `nnx.Param`; the optimizer keeps its state for those and leaves all others as they are.",
    next: "Pass `wrt=nnx.Param` where the optimizer is made.",
  },
  {
    id: "argument-mismatch",
    message: /Missing required argument `grads`/,
    title: "update needs the model as well as the gradients",
    text: "Until Flax 0.10 an optimizer held its model and `update` took the gradients alone. It no longer does: the model comes first, then its gradients.",
    next: "Write `optimizer.update(encoder, grads)` in that line.",
  },
  {
    id: "argument-mismatch",
    message: /mixed_train_step\(\) (missing|takes|got)/,
    title: "The function has other parameters than it is called with",
    text: "The page calls `mixed_train_step(seed, x, y, lr)`, with four arguments in this order. No line of the program makes that call, so none is marked.",
    next: "Compare the line that starts the function with these four.",
  },
  {
    id: "argument-mismatch",
    message:
      /'str' object cannot be interpreted as an integer|(grad|value_and_grad)\(\) got an unexpected keyword argument '(kernel|bias|params)'/,
    title: "The trees are given to the function that takes the gradient",
    text: "`jax.grad` and {valueAndGrad} take the loss function and which of its arguments to differentiate. They return a function, and that one is called with both trees.",
    next: "Close the bracket after `argnums` in that line, and put the trees into a second pair.",
  },
  {
    id: "argument-mismatch",
    message: /__contains__: unsupported operand type <class 'str'>/,
    title: "apply is given its input before the parameters",
    text: "apply takes the tree of parameters first and the input second: `head.apply(params, hidden)`. Here an array stands where the tree belongs.",
    next: "Exchange the two arguments of apply in that line.",
  },
  {
    id: "argument-mismatch",
    message: /missing .*'features'/,
    title: "The head is made without its number of outputs",
    text: "`nn.Dense` needs features, the length of its output. The head writes one feature per target, so that is the last entry of the shape of y. Its input size comes later, from init.",
    next: "Pass features where the head is made.",
  },
  {
    id: "argument-mismatch",
    message: /missing .*'inputs'/,
    title: "init or apply is called without an input",
    text: "init takes a key and then a dummy input; apply takes the parameters and then the input: head.apply(params, h). The second argument is missing.",
    next: "Look at the arguments in that line.",
  },
  {
    id: "unpacking-mismatch",
    message:
      /^(stack|concatenate|array) requires .*got <class 'tuple'>|with dtype object is not a valid JAX array/,
    title: "A pair stands where one number belongs",
    text: "What is joined here are two losses, and one of them is a pair. With {hasAux} the first part of what {valueAndGrad} returns is itself a pair: the loss, and what the loss function returns beside it.",
    next: "Take that pair apart before its first entry is used as the loss.",
  },
  {
    id: "unpacking-mismatch",
    message: /not enough values to unpack \(expected 2, got 1\)/,
    title: "There is one value where two names wait",
    text: "With a single entry in `argnums`, such as (0,), the gradient is a tuple of one tree: that of the first argument. {bothArgnums} gives two, one for each tree.",
    next: "Compare the names on the left with `argnums`.",
  },
  {
    id: "power-as-xor",
    message: /(bitwise_)?xor does not accept dtype float/,
    title: "The sign ^ is not a power",
    text: "In Python `^` compares the bits of whole numbers, and arrays of floats have no such operation. A power is written `**`, as in `(prediction - y) ** 2`.",
    next: "Write `**` in place of `^` in that line.",
  },
  {
    id: "endless-recursion",
    // Chromium and Safari, Firefox, Python.
    message: /Maximum call stack size exceeded|too much recursion|maximum recursion depth exceeded/,
    title: "A function calls itself without an end",
    text: "Each call waits for the next, until there is no room for more. Often an inner function has the name of one that it means to call, so that it calls itself.",
    next: "Look at which function that line calls, and whether another has the same name.",
  },
  {
    // Leaf names as options: in TypeScript a plain object that comes last holds options.
    id: "tree-arithmetic",
    message: /unexpected keyword argument '(kernel|bias|params)'/,
    title: "A whole tree is given to a function of arrays",
    text: TREE_ARITHMETIC,
    next: "Apply the arithmetic of that line to each leaf, with `jax.tree.map`.",
  },
  {
    id: "tree-arithmetic",
    message:
      /unsupported operand type.*'(dict|tuple)'|can't multiply sequence|got <class '(dict|tuple)'>/,
    title: "Arithmetic meets a whole tree",
    text: TREE_ARITHMETIC,
    next: "Apply the arithmetic of that line to each leaf, with `jax.tree.map`.",
  },
  {
    id: "argument-mismatch",
    message:
      /missing \d+ required|takes (from \d+ to )?\d+ positional|takes no arguments|unexpected keyword argument|multiple values for/,
    title: "A call does not match the function's arguments",
    text: "The text names the function and the argument. The call leaves it out, passes one too many, or names it otherwise than the function does. The loss takes both trees; the function of a tree map takes one leaf from each tree that the map is given.",
    next: "Compare the call in that line with the arguments that the function has.",
  },
  {
    id: "grads-swapped",
    message: /pytree structure error|Dict key mismatch/,
    title: "Two trees that are mapped together differ in form",
    text: "tree.map walks over trees of the same form. The NNX tree and the Linen tree differ in form, so each goes with its own gradient; `jax.grad` returns the gradients in the order of `argnums`. With the default `argnums` it returns one tree, not a pair.",
    next: "Look at which gradient goes with which tree, and at `argnums`.",
  },
  {
    id: "in-place-assignment",
    message: /immutable|In-place operations|does not support item (assignment|deletion)/,
    title: "Something that does not change is assigned to",
    text: "JAX arrays keep their values, and so does a tuple. A step makes new arrays and leaves the old ones as they were: `jax.tree.map` returns a new tree, and the loss before the step still needs the old one.",
    next: "Give the new value a name of its own in place of writing into the old one.",
  },
  {
    id: "in-place-assignment",
    // Chromium, Firefox, Safari.
    message: /Assignment to constant variable|invalid assignment to const|assign to readonly/,
    title: "A const is assigned a second time",
    text: "A name that const declares keeps its value. A new value under a name of its own also keeps the old parameters, which the loss before the step needs.",
    next: "Give the new value another name, or declare the first one with let.",
  },
  {
    id: "array-expected",
    message: /^Argument .* is not a valid JAX type/s,
    title: "An argument is not made of arrays",
    text: "What is passed to a function of `jax.grad` or `jax.jit` is a tree of arrays. A Linen module is no array: it holds no parameters and does not change, so the loss may use it from outside.",
    next: "Pass the trees of parameters, and leave the module out of the arguments.",
  },
  {
    id: "function-or-value",
    message:
      /'(builtin_)?(function|method|PjitFunction)'|object is not callable|Expected a callable value|expects a function first/,
    title: "A function and a value are mixed up",
    text: "`jax.grad` takes the loss function itself, without a call, and returns a function, which is then called with both trees. `jax.tree.map` takes a function first. A result, in turn, cannot be called.",
    next: "Look at what is called in that line, and at what is handed over without a call.",
  },
  {
    id: "nothing-there",
    message:
      /NoneType|None is not a valid value|properties of (undefined|null)|(undefined|null) is not (an object|iterable)|is (undefined|null)$/,
    title: "A value is missing",
    text: "That line uses a value which is not there: it is {missing}. A function without a return line gives {missing}{missingToo}.",
    next: "Look at where the value comes from, and whether a return line is missing there.",
  },
  {
    id: "unpacking-mismatch",
    message:
      /values to unpack|cannot unpack|iteration over a 0-d array|is not iterable|an iterable/,
    title: "A value cannot be taken apart like that",
    text: PARTS,
    next: "Compare the names on the left with what the right side of that line returns.",
  },
  {
    id: "unpacking-mismatch",
    message: /'(tuple|list)' object has no attribute|(tuple|list) indices must be/,
    title: "A pair is used like one of its parts",
    text: PARTS,
    next: "Look at which part of the pair that line needs.",
  },
  {
    id: "one-number-expected",
    message:
      /Only scalar arrays can be converted|array of size 1|truth value of an array|argument must be a string or a real number/,
    title: "One number is needed, and this is not one",
    text: "{asNumber} read one number, and the value in that line has several entries, or is no number. A loss is one number once the mean over all entries is taken. Arithmetic on arrays reads no numbers: {sgd}.",
    next: "Look at the shape of the value in that line.",
  },
  {
    id: "array-expected",
    message:
      /requires ndarray or scalar arguments|unsupported operand type|is not a valid JAX|Error interpreting argument/,
    title: "An array is needed here",
    text: "The operation computes with arrays and numbers, and got something else, as the text says. A list of numbers becomes an array through `jnp.array`; text and modules do not.",
    next: "Look at where the value that the text names comes from.",
  },
  {
    id: "new-missing",
    // Chromium, Firefox, Safari.
    message: /[Cc]lass constructor.* without |class constructors must be invoked with/,
    title: "A class is called without new",
    text: "In TypeScript `new` makes an object of a class, as in `new nnx.Linear(…)`, `new nn.Dense(…)` and `new nnx.Rngs(…)`. Functions such as `jax.grad` are called without it.",
    next: "Put new in front of the class in that line.",
  },
  {
    id: "option-written-as-in-python",
    // Chromium, Firefox, Safari.
    message:
      /^(features|rngs|argnums|hasAux|has_aux|axis|keepdims|wrt|length|inAxes|in_axes)\b is not defined|undeclared variable (features|rngs|argnums|hasAux|has_aux|axis|keepdims|wrt|length)|Can't find variable: (features|rngs|argnums|hasAux|has_aux|axis|keepdims|wrt)/,
    title: "An option is written as in Python",
    text: "In TypeScript options come as one object, last in the call: `new nn.Dense({ features: 2 })`, `jax.grad(loss, { argnums: [0, 1] })`. An equals sign assigns to a variable, and there is none of that name.",
    next: "Write the options of that line in braces, with a colon after each name.",
  },
  {
    id: "name-not-defined",
    type: /^(NameError|UnboundLocalError|ReferenceError)$/,
    title: "A name has no value where it is used",
    text: "The name in the text is spelled in another way elsewhere, gets its value further down or inside another function, or its import is missing. The starting code imports `jax`, `jnp`, `nn` and `nnx`.",
    next: "Compare the name with the line that gives it its value.",
  },
  {
    id: "syntax-error",
    type: /^(SyntaxError|IndentationError|TabError)$/,
    title: "The text cannot be read as code",
    text: "Nothing has run. Reading stopped at the line that is named, and the cause is there or a little before it: {syntaxSigns}.",
    next: "Look at that line, and at the end of the line before it.",
  },
  {
    id: "name-not-available",
    message:
      /exists in (JAX|NumPy) but not|but this page does not|; this page does not|No module named/,
    title: "The name is not on this page",
    text: "This page has a part of JAX and Flax: what small models use. The name in the text is not in it.",
    next: "Look at the name that the text proposes, or write it with operations that are there.",
  },
  {
    id: "name-not-available",
    type: /AttributeError|ImportError|ModuleNotFoundError/,
    title: "There is nothing of that name",
    text: "What the line asks has nothing of that name, neither on this page nor, as far as is known here, in JAX and Flax. It may be spelled in another way, belong to another module, or to another library: the parameters of a layer are its kernel and its bias here.",
    next: "Compare the name with the one that the text proposes, or with the editor's list of what is there.",
  },
  {
    id: "name-not-available",
    message: /is not a (function|constructor)|has no attribute|is not available on this page/,
    title: "There is no function of that name here",
    text: "There is no function or method of that name here. {arrayMethods}",
    next: "Look at the spelling of the name in that line; the editor completes what is there.",
  },
];
