import { expect, it } from "vitest";
import { LESSONS } from "../lessons/index";
import { fakeRunner } from "./testing/fake-runner";
import { timeSteps } from "./time-steps";

it("times the warm calls of the solution on each device, and tells where there is none", async () => {
  const runner = fakeRunner({ holdsFollowUps: true });
  const times: unknown[] = [];
  const { signal } = new AbortController();
  const onTime = (...time: unknown[]) => times.push(time);
  const done = timeSteps(runner, LESSONS[0], { signal, onTime });
  await settled();
  expect(runner.calls[0].options.backend).toBe("webgl");
  runner.calls[0].end({ status: "done", backend: "webgl" });
  await settled();
  runner.followUps[0].end({ status: "done", backend: "webgl", ms: { boot: 0, run: 80 } });
  await settled();
  expect(times).toEqual([["webgl", 2]]);
  expect(runner.calls[1].options.backend).toBe("cpu");
  runner.calls[1].end({ status: "unavailable", backend: "cpu" });
  await settled();
  runner.followUps[1].end(null);
  await done;
  expect(times).toEqual([
    ["webgl", 2],
    ["cpu", null],
  ]);
});

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
