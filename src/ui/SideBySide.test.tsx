import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { SideBySide } from "./SideBySide";

const html = (left: string, right: string) =>
  renderToStaticMarkup(
    <SideBySide
      left={{ title: "Yours", text: left }}
      right={{ title: "Solution", text: right }}
      note="Both are fine."
    />,
  );

it("says of each line that differs whose it is, in words", () => {
  const page = html("a = 1\nb", "a = 2\nb");
  expect(page).toContain("1 of 2 rows differs. Both are fine.");
  expect(page).toMatch(/Yours only: <\/span>a = 1/);
  expect(page).toMatch(/Solution only: <\/span>a = 2/);
  expect(page.match(/only: /g)).toHaveLength(2);
});

it("shows code as text", () => {
  expect(html("<b>x</b>", "y")).toContain("&lt;b&gt;x&lt;/b&gt;");
});

it("says when nothing differs", () => {
  expect(html("a", "a")).toContain("Every line is the same.");
});
