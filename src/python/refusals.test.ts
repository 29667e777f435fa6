import { beforeAll, describe, expect, it } from "vitest";
import { startPython, type TestPython } from "./testing/start-python";

describe("what this page's Python cannot do", () => {
  let python: TestPython;
  beforeAll(async () => {
    python = await startPython({
      packages: { "optax/__init__.py": "", "optax/losses.py": "", "optax/_private.py": "" },
    });
  }, 120_000);

  const failure = (source: string) => python.run(source).error;

  it.each([
    ["import matplotlib.pyplot as plt", /^No module named 'matplotlib'.* plot\(values\)/],
    ["import torch", /^No module named 'torch'.* flax\.nnx or flax\.linen/],
    ["from tensorflow import keras", /^No module named 'tensorflow'/],
    ["import pandas as pd", /^No module named 'pandas'/],
    ["import importlib\nimportlib.import_module('scipy')", /^No module named 'scipy'.* jax\.numpy/],
    ["import optax.loses", /^No module named 'optax.loses'.* Did you mean 'optax.losses'\?/],
    ["import statistic", /^No module named 'statistic'.* Did you mean 'statistics'\?/],
  ])("explains the failing %s", (source, message) => {
    const error = failure(source);
    expect(error?.type).toBe("ModuleNotFoundError");
    expect(error?.message).toMatch(message);
    expect(error?.line).toBe(source.split("\n").length);
  });

  it("lets programs try an import and look for a module", () => {
    const source = `
import importlib.util
try:
    import torch
except ImportError as error:
    print(error.name)
print(importlib.util.find_spec("torch"))
`;
    expect(python.run(source).stdout).toBe("torch\nNone\n");
  });

  it.each([
    ["input('name? ')", "EOFError", /nobody to ask/],
    ["breakpoint()", "RuntimeError", /no debugger/],
    [
      "import urllib.request\nurllib.request.urlopen('http://a.example/')",
      "URLError",
      /without a network/,
    ],
    ["import socket\nsocket.socket().connect(('a.example', 80))", "OSError", /without a network/],
    [
      "import http.client\nhttp.client.HTTPConnection('a.example').request('GET', '/')",
      "OSError",
      /without a network/,
    ],
  ])("refuses %s in words", (source, type, message) => {
    const error = failure(source);
    expect(error).toMatchObject({ type });
    expect(error?.message).toMatch(message);
  });
});

describe("what a program writes", () => {
  let python: TestPython;
  beforeAll(async () => {
    python = await startPython();
  }, 120_000);

  it("keeps the order of print, warnings and logging", () => {
    const source = `
import logging, warnings
print("one")
warnings.warn("two")
logging.warning("three")
logging.info("not shown")
print("four")
`;
    expect(python.run(source).output).toBe(
      'one\nprogram.py:4: UserWarning: two\n  warnings.warn("two")\nWARNING:root:three\nfour\n',
    );
  });

  it.each([
    ["def f():\n    f()\nf()", "RecursionError"],
    ["class A:\n  def __getattr__(s, n): return getattr(s, n)\nA().x", "RecursionError"],
    ["class A:\n  def __eq__(s, o): return o == s\nA() == A()", "RecursionError"],
    ["class A:\n  def __repr__(s): return repr(s)\nrepr(A())", "RecursionError"],
    ["def f(x): return list(map(f, [x]))\nf(1)", "RecursionError"],
    [
      "class M(type):\n  def __call__(c): return c()\nclass A(metaclass=M): pass\nA()",
      "RecursionError",
    ],
    ["x = []\nfor _ in range(4000): x = [x]\nrepr(x)", "RecursionError"],
    ["x = [bytes(2**30) for _ in range(8)]", "MemoryError"],
    ["raise KeyboardInterrupt", "KeyboardInterrupt"],
    ["import sys\nsys.exit(3)", "SystemExit"],
    ["class E(Exception):\n    def __str__(self):\n        raise ValueError\nraise E", "E"],
  ])("survives %j", (source, type) => {
    expect(python.run(source).error).toMatchObject({ type });
    expect(python.run("print('alive')").stdout).toBe("alive\n");
  });

  it("cuts a long traceback to its last 20 lines", () => {
    const { error } = python.run(
      "def f(n):\n    if n == 0: 1 / 0\n    g(n)\ndef g(n):\n    f(n - 1)\nf(30)",
    );
    const lines = error?.traceback.split("\n") ?? [];
    expect(lines[0]).toMatch(/^… \d+ lines omitted$/);
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe("ZeroDivisionError: division by zero");
  });

  it("plots lists of numbers and says what else it was given", () => {
    expect(python.run("plot([1, 2.5], 'loss')").error).toBeNull();
    expect(python.plots).toEqual([{ label: "loss", values: [1, 2.5] }]);
    expect(python.run("plot('abc')").error).toMatchObject({
      type: "TypeError",
      message: "plot() draws an array or a list of numbers, but got a string.",
    });
  });
});
