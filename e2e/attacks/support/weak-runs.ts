import type { Page } from "@playwright/test";

export type PlainRun = { answered: boolean; messages: unknown[]; count: number };

/**
 * Runs a program in a plain worker of the page: no deadline, no caps, nothing taken away. After `waitMs`
 * the worker is asked whether it is still there; the first few messages that it sent come back.
 */
export function runPlain(page: Page, program: string, waitMs = 1_500): Promise<PlainRun> {
  return page.evaluate(
    async ([text, wait]) => {
      const pong = `self.addEventListener("message", () => self.postMessage("weak-pong"));`;
      const address = URL.createObjectURL(new Blob([`${pong}\n(async () => {${text}\n})()`]));
      const worker = new Worker(address);
      const messages: unknown[] = [];
      let count = 0;
      let answered = false;
      worker.onmessage = ({ data }) => {
        if (data === "weak-pong") answered = true;
        else if (++count <= 50) messages.push(data);
      };
      await new Promise((resolve) => setTimeout(resolve, wait));
      worker.postMessage(0);
      await new Promise((resolve) => setTimeout(resolve, 500));
      worker.terminate();
      return { answered, messages, count };
    },
    [program, waitMs] as const,
  );
}

/**
 * Grades `export function f(input)` as naive graders do: the expected numbers, the comparison and the
 * verdict all live beside the learner's code, and the page believes the last thing it hears. Right is
 * twice the input, for two cases. True where the page would show "passed".
 */
export function gradeNaively(page: Page, program: string): Promise<boolean> {
  return page.evaluate(async (text) => {
    const grader = `
      const input = [1, 2];
      const cases = [{ input, expected: [2, 4] }, { input: [3, 4], expected: [6, 8] }];
      self.lib = { Tensor: class { constructor(v) { this.v = v; } data() { return this.v; } } };
      self.onmessage = async ({ data }) => {
        const { f } = await import(data);
        let bad = 0;
        for (const { input, expected } of cases) {
          const result = f(input);
          const wanted = new self.lib.Tensor(expected).data();
          const got = new self.lib.Tensor(result).data();
          const off = (v, i) => Math.abs(v - wanted[i]) > 1e-6;
          if (Array.isArray(got) ? got.some(off) : !got.every((v, i) => !off(v, i))) bad += 1;
        }
        // Once as an object and once as text: graders do either.
        self.postMessage({ pass: bad === 0 });
        self.postMessage(JSON.stringify({ pass: bad === 0 }));
      };`;
    const module = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    const worker = new Worker(URL.createObjectURL(new Blob([grader])));
    let passed = false;
    worker.onmessage = ({ data }) => {
      const said = typeof data === "string" ? JSON.parse(data) : data;
      if (said !== null && typeof said === "object" && said.pass === true) passed = true;
    };
    worker.postMessage(module);
    await new Promise((resolve) => setTimeout(resolve, 600));
    worker.terminate();
    return passed;
  }, program);
}
