/** What draws WebGL: a graphics card, software on the CPU, or nothing; "unknown" where the browser keeps it to itself. */
export type WebglRenderer =
  { kind: "card" | "software" | "unknown"; name: string } | { kind: "none" };

/** Names of renderers that compute on the CPU. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render|warp/i;

/** Asks a new WebGL context, which is given back at once. */
export function webglRenderer(): WebglRenderer {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) return { kind: "none" };
  const unmasked = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(unmasked ? unmasked.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return rendererNamed(name);
}

/** Tells what a renderer is from the name that it gives. */
export function rendererNamed(name: string): WebglRenderer {
  if (SOFTWARE.test(name)) return { kind: "software", name };
  // Without a vendor's name it is the browser's own word for WebGL.
  return { kind: /^(webkit webgl|mozilla|)$/i.test(name) ? "unknown" : "card", name };
}
