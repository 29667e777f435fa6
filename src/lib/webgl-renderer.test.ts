import { expect, it } from "vitest";
import { rendererNamed } from "./webgl-renderer";

it.each([
  [
    "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)",
    "software",
  ],
  ["llvmpipe (LLVM 15.0.6, 256 bits)", "software"],
  ["ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C) Direct3D11)", "software"],
  ["ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)", "card"],
  ["Apple GPU", "card"],
  ["WebKit WebGL", "unknown"],
  ["Mozilla", "unknown"],
] as const)("tells that %s is %s", (name, kind) => {
  expect(rendererNamed(name).kind).toBe(kind);
});
