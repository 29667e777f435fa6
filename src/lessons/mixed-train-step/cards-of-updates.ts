/** Cards of updates that the fit or a simulated optimizer tells from the lesson's. */
import type { MistakeCard } from "../../grading/lesson-check";

export const CARDS_OF_UPDATES = {
  "fixed-rate": {
    title: "A fixed number stands in the place of lr",
    message:
      "In {where} the step is {number} times the gradient in every case, whatever lr is. The learning rate comes into the function as an argument, and each case has its own. An optimizer that is made with a number of its own steps by that number.",
    next: "Look for a number in the update, or where an optimizer is made.",
    hint: "The step uses lr, the last argument of the function, and no rate of its own.",
  },
  "gradient-added": {
    title: "The gradient is added to the parameters",
    message:
      "In {where} every parameter p became p + {amount}. The gradient points to where the loss grows, so a step of descent subtracts it, with the length that lr gives: p − lr · g. `optax.{applyUpdates}` adds what it is given; it expects the updates that an optimizer's `update` returns, which hold the sign and lr already. Gradients are not updates.",
    next: "Look at what is added to the parameters in the update.",
    hint: "An optimizer's `update` turns gradients into updates, −lr · g for SGD, and {applyUpdates} adds those.",
  },
  "kernel-not-updated": {
    title: "{which} did not move",
    message:
      "The other parameters moved by the right step, and {whichLower} stayed as before. Gradients that are masked or set to zero by path, labels that freeze a part of a tree, and updates that list leaves one by one leave some of them where they are. A tree map over the whole tree reaches every leaf.",
    next: "Look at which leaves the update reaches, and for masks and labels.",
    hint: "One tree map per tree updates all of its leaves, kernel and bias.",
  },
  "bias-added-twice": {
    title: "{which} is added twice",
    message:
      "The losses fit {whichLower} being added twice in the forward pass. It starts at zero, so the loss before the step is right. Its gradient is doubled, and what it moves by counts twice again, which the fit sees as 4 times the right step. A layer that is called, or whose `apply` is called, adds its own bias.",
    next: "Look for a bias that is added by hand to the result of a layer.",
    hint: "`head.apply` adds the head's bias; so does calling the encoder. By hand it is kernel and bias, once each.",
  },
  "leaves-scaled": {
    title: "The parameters took steps of different lengths",
    message:
      "These multiples of the right step give the returned losses: {moves}. In the lesson each is 1. A factor that meets some leaves and not others leads to such moves; so do labels of an optimizer, and a parameter that enters the loss by two ways.",
    next: "Look at which leaves are treated apart from the others.",
    hint: "Every leaf takes the same step: p − lr · g.",
  },
  "step-parentheses": {
    title: "lr is subtracted before the gradient is multiplied",
    message:
      "The new parameters are (p − lr) · g. Without the parentheses, multiplication comes first: p − lr · g. Methods that are chained go from left to right, so there the product has to be an argument of the subtraction.",
    next: "Look at the parentheses in the update, or at the order of its methods.",
    hint: "First lr · g, then p minus that: {sgd}.",
  },
  "adaptive-step": {
    title: "The step is not one of plain SGD",
    message:
      "The numbers fit a first step of {used}. Such optimizers divide the gradient by a running measure of its size. On a first step that leaves little more than its sign, so every parameter moves by about the same distance. The lesson takes one step of plain gradient descent, p − lr · g.",
    next: "Look at the optimizer that is used.",
    hint: "`optax.sgd(lr)`, or a tree map with p − lr · g, is the lesson's step.",
  },
  "gradient-clipped": {
    title: "The gradient is clipped",
    message:
      "The step fits gradients that are cut so that {used}. Clipping keeps rare large gradients from throwing the parameters far off, and changes the step wherever the limit is passed. The lesson uses the gradients as they are.",
    next: "Look for a clip, or a division by a norm, between the gradient and the update.",
    hint: "The gradients go into the update as the backward pass gives them.",
  },
} as const satisfies Record<string, MistakeCard>;
