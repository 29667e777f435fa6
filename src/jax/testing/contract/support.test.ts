import { expect, it } from "vitest";
import { supportText } from "./support-text";

it("docs/support.md says what the function table and the namespaces have", async () => {
  await expect(supportText()).toMatchFileSnapshot("../../../../docs/support.md");
});
