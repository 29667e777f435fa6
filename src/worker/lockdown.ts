/** Globals that a program has no use for and that reach out of the worker, or start more of them. */
const GLOBALS = [
  "Worker",
  "SharedWorker",
  "BroadcastChannel",
  "CacheStorage",
  "Cache",
  "caches",
  "indexedDB",
  "IDBFactory",
  "importScripts",
  "Notification",
  "FontFace",
  "FontFaceSet",
  "fonts",
  "XMLHttpRequest",
  "WebSocket",
  "WebSocketStream",
  "WebTransport",
  "EventSource",
  "fetch",
  "fetchLater",
  "RTCPeerConnection",
  "RTCDataChannel",
  "ServiceWorkerContainer",
  "ServiceWorkerRegistration",
  "webkitRequestFileSystem",
  "webkitRequestFileSystemSync",
  "webkitResolveLocalFileSystemURL",
  "webkitResolveLocalFileSystemSyncURL",
  "StorageManager",
  "LockManager",
  "cookieStore",
  "CookieStore",
  "GPU",
  // The backend has its context by now. With the raw one a program could hang the GPU or read its memory.
  "OffscreenCanvas",
  "OffscreenCanvasRenderingContext2D",
  "WebGLRenderingContext",
  "WebGL2RenderingContext",
] as const;

const NAVIGATOR = [
  "gpu",
  "locks",
  "storage",
  "serviceWorker",
  "usb",
  "hid",
  "serial",
  "bluetooth",
  "mediaCapabilities",
  "permissions",
  "setAppBadge",
  "clearAppBadge",
] as const;

/** Removes a property from an object and everything that it inherits from. */
function removeEverywhere(target: object, name: string): void {
  for (
    let owner: object | null = target;
    owner !== null;
    owner = Reflect.getPrototypeOf(owner) as object | null
  ) {
    if (!Object.hasOwn(owner, name)) continue;
    if (Reflect.deleteProperty(owner, name)) continue;
    Reflect.defineProperty(owner, name, { value: undefined, writable: false });
  }
}

function remaining(target: object, names: readonly string[]): string[] {
  return names.filter((name) => typeof Reflect.get(target, name) !== "undefined");
}

/**
 * Takes the listed globals away, and makes `close()` call `onClose` instead of ending the worker without
 * a trace. A worker cannot make a fresh realm to get them back; the policy of the frame stands behind it.
 * @throws where one of them is still there.
 */
export function lockdown(scope: typeof globalThis, onClose: () => void): void {
  for (const name of [...GLOBALS, "close"]) removeEverywhere(scope, name);
  for (const name of NAVIGATOR) removeEverywhere(scope.navigator, name);
  const left = [...remaining(scope, GLOBALS), ...remaining(scope.navigator, NAVIGATOR)];
  if (left.length > 0) {
    throw new Error(`This browser does not let the sandbox take away ${left.join(", ")}.`);
  }
  Object.defineProperty(scope, "close", {
    value: function close(): never {
      onClose();
      throw new Error("close() ended the runtime.");
    },
  });
}
