import { createServer, type IncomingMessage } from "node:http";

export type Sink = {
  url: string;
  host: string;
  /** Every request and every attempt at a socket since the last call of `clear`. */
  hits(): readonly string[];
  clear(): void;
  close(): Promise<void>;
};

/** A server that a program must never reach: it answers everyone and remembers each knock. */
export async function openSink(): Promise<Sink> {
  let hits: string[] = [];
  const note = (request: IncomingMessage, how: string) =>
    hits.push(`${how} ${request.method ?? ""} ${request.url ?? ""}`);
  const server = createServer((request, response) => {
    note(request, "http");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Headers", "*");
    // So that a module, a font, an event stream and a page are all loaded if they are asked for.
    const path = request.url ?? "";
    const type = path.includes("events") ? "text/event-stream" : "text/javascript";
    response.setHeader("Content-Type", path.includes("page") ? "text/html" : type);
    response.end(path.includes("events") ? "data: 1\n\n" : "/* reached */");
  });
  server.on("upgrade", (request, socket) => {
    note(request, "upgrade");
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The sink has no port.");
  const host = `127.0.0.1:${address.port}`;
  return {
    url: `http://${host}`,
    host,
    hits: () => hits,
    clear: () => {
      hits = [];
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
