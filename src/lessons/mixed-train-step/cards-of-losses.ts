/** Cards of losses and forward passes that differ from the lesson's in a rarer way. */
import type { MistakeCard } from "../../grading/lesson-check";

export const CARDS_OF_LOSSES = {
  "norm-taken": {
    title: "The loss is the norm of the errors",
    message:
      "The returned loss is the Euclidean norm of prediction − y: the root of the sum of squares. The lesson's loss is the mean of the squares, without a root. The gradient of the norm has another length, and with it the step.",
    next: "Look for `norm` in the loss function.",
    hint: "Mean squared error: subtract, square, then average.",
  },
  "square-of-mean": {
    title: "The mean is squared, not the errors",
    message:
      "The loss is the square of the mean error. Errors of different sign cancel in that mean, so predictions that are all wrong can have no loss at all. The lesson squares each error first and takes the mean of the squares. With one output the two agree.",
    next: "Look at the order of the square and the mean, and at the parentheses around them.",
    hint: "The square belongs to each error, inside of the mean.",
  },
  "huber-loss": {
    title: "The loss is Huber's loss",
    message:
      "The losses are {used} of Huber's loss over all outputs: half the square up to an error of 1, and beyond that a straight line. It is made to bound the pull of outliers. The lesson's loss is the plain mean of the squares.",
    next: "Look at the loss that is called on prediction and y.",
    hint: "The loss is the mean of (prediction − y) squared, whatever the size of the errors.",
  },
  "every-pair": {
    title: "Every prediction is compared with every target",
    message:
      "The loss averages over all pairs of a prediction and a target. Arrays of shape (m, 1) and (m,) broadcast to (m, m), so the difference holds m · m entries where m are meant. With one output the two agree.",
    next: "Look at the shapes of the prediction and of y where they are subtracted.",
    hint: "prediction and y have the same shape before they are subtracted: print both.",
  },
  "one-feature": {
    title: "The head has one output",
    message:
      "The numbers are those of a head with one feature, whose prediction is compared with every target: shapes (1,) and (m,) broadcast, and nothing raises. The lesson's head has one feature per target, so its size comes from the shape of y. With one target the two agree.",
    next: "Look at the number of features that `nn.Dense` is given.",
    hint: "The head's features are the last entry of the shape of y.",
  },
  "inputs-swapped": {
    title: "x and y are in each other's place",
    message:
      "The losses are those of a model that reads y and is trained to predict x. Both are arrays of plain numbers, so nothing raises: the encoder takes its size from the one and the head from the other.",
    next: "Look at the order of the parameters in the first line, and at where x and y are used.",
    hint: "The parameters are seed, x, y, lr in this order; the encoder sees x, and the loss compares with y.",
  },
} as const satisfies Record<string, MistakeCard>;
