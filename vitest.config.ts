import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const hostOnly = fileURLToPath(new URL("src/jax/testing/host-only.ts", import.meta.url));

/** Unit tests run in plain Node; what needs a browser is in e2e/. */
export default defineConfig({
  resolve: {
    alias: [{ find: /^\.\/webgl-backend$/, replacement: hostOnly }],
  },
  test: {
    include: [
      "src/**/*.test.ts",
      "src/**/*.test.tsx",
      "scripts/**/*.test.ts",
      "scripts/**/*.test.tsx",
    ],
    environment: "node",
    testTimeout: 60_000,
    // By default one core is left idle, of two.
    maxWorkers: "100%",
    reporters: ["default", ["json", { outputFile: ".cache/unit.json" }]],
    passWithNoTests: false,
  },
});
