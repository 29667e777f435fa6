import { defineConfig } from "vitest/config";

/** Unit tests run in plain Node; what needs a browser is in e2e/. */
export default defineConfig({
  test: {
    include: [
      "src/**/*.test.ts",
      "src/**/*.test.tsx",
      "scripts/**/*.test.ts",
      "scripts/**/*.test.tsx",
    ],
    environment: "node",
    testTimeout: 60_000,
    reporters: ["default", ["json", { outputFile: ".cache/unit.json" }]],
    passWithNoTests: false,
  },
});
