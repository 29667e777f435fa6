import { expect, it } from "vitest";
import { cornerSentence } from "./corner-sentence";

const corners = {
  case: "case-4",
  halves: ["A", "B"] as [string, string],
  neither: 1,
  first: 0.75,
  second: 1.125,
  both: 0.5,
  got: 0.75,
  same: "first" as const,
};

it("says what each half buys and which corner came back", () => {
  expect(cornerSentence(corners, 4)).toBe(
    "In case 4 a step on the A half alone lowers the loss by 0.25, on the B half alone raises the loss by 0.125, " +
      "on both lowers the loss by 0.5. Your loss after the step is the one where only the A half moved.",
  );
  expect(cornerSentence({ ...corners, got: 0.5, same: "both" }, 1)).toBe(
    "In case 1 your step takes the loss from 1 to 0.5. With the B half held still it would be 0.75, with the A half " +
      "held still 1.125.",
  );
  expect(cornerSentence({ ...corners, same: "neither" }, 4)).toMatch(/neither half moved\.$/);
});
