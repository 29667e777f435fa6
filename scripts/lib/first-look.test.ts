import { expect, it } from "vitest";
import { firstLook } from "./first-look.mjs";

const html = '<div class="card card-head"><p>Text</p><svg class="icon"></svg></div>';
const look = (css: string) => firstLook(css, html);

it("keeps what the page has and what has no class", () => {
  expect(look("p{color:red}.card{color:red}.card-head .icon:hover{color:red}")).toBe(
    "p,.card,.card-head .icon:hover{color:red}",
  );
});

it("leaves out rules of classes that are not there, with what is left empty", () => {
  expect(look(".dialog{color:red}.card .hint{color:red}")).toBe("");
  expect(look("@media print{.dialog{color:red}}.icon{color:red}")).toBe(".icon{color:red}");
});

it("keeps states that scripts bring about", () => {
  for (const selector of ['[data-theme="dark"]', '.card[data-shown="false"]', ":is(.dialog,.card)"])
    expect(look(`${selector}{color:red}`)).toContain("color:red");
});

it("keeps a rule of which one selector is there", () => {
  expect(look(".dialog,.card{color:red}")).toContain(".card");
});
