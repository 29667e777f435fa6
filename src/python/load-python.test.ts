import { beforeAll, describe, expect, it } from "vitest";
import { startPython, type TestPython } from "./testing/start-python";

describe("a Python program", () => {
  let python: TestPython;
  beforeAll(async () => {
    python = await startPython({
      packages: {
        "helper/__init__.py": "def fail(x):\n    return 1 / x\n",
        "bound.py":
          "from _lab.startup import when_started\n" +
          "@when_started\ndef _bind(facade):\n    global double\n    double = facade.double\n",
      },
      facade: { double: (x: number) => 2 * x },
    });
  }, 120_000);

  it("prints in order and tells stdout from stderr", () => {
    const source = `
import sys
print("a", end="")
print("b")
print("warned", file=sys.stderr)
print("c", end="")
`;
    expect(python.run(source)).toEqual({
      stdout: "ab\nc\n",
      stderr: "warned\n",
      output: "ab\nwarned\nc\n",
      error: null,
    });
  });

  it("runs as __main__ in a module of its own each time", () => {
    expect(python.run("x = 1\nprint(__name__)").stdout).toBe("__main__\n");
    expect(python.run("print('x' in globals())").stdout).toBe("False\n");
  });

  it("names type, message and the learner's line of an error inside a helper", () => {
    const { error } = python.run(
      "import helper\n\ndef f():\n    helper.fail(0)\n\nf()\n",
      "mine.py",
    );
    expect(error).toMatchObject({
      type: "ZeroDivisionError",
      message: "division by zero",
      line: 4,
    });
    expect(error?.traceback).toBe(
      [
        "Traceback (most recent call last):",
        '  File "mine.py", line 6, in <module>',
        "    f()",
        "    ~^^",
        '  File "mine.py", line 4, in f',
        "    helper.fail(0)",
        "    ~~~~~~~~~~~^^^",
        "ZeroDivisionError: division by zero",
      ].join("\n"),
    );
  });

  it("names the line of a syntax error", () => {
    const { error } = python.run("x = 1\ny = (2\n");
    expect(error).toMatchObject({
      type: "SyntaxError",
      message: "'(' was never closed (program.py, line 2)",
      line: 2,
    });
  });

  it("ends well on sys.exit() and sys.exit(0), and fails on any other code", () => {
    expect(python.run("import sys\nsys.exit()").error).toBeNull();
    expect(python.run("import sys\nsys.exit(0)").error).toBeNull();
    expect(python.run("import sys\nsys.exit('no data')").error).toMatchObject({
      type: "SystemExit",
      message: "no data",
      line: 2,
    });
  });

  it("binds modules to the facade, also those imported after the start", () => {
    expect(python.run("import bound\nprint(bound.double(21))").stdout).toBe("42\n");
  });
});
