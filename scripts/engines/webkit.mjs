import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { Builder, By } from "selenium-webdriver";

const DRIVER = "/usr/bin/WebKitWebDriver";
const SCREEN = "/usr/bin/Xvfb";
const DISPLAY = ":97";
const PORT = 4597;
/** WebKit's driver has no way to ask for the console: the page itself keeps what it reports. */
const WATCH = `
window.__reported = [];
addEventListener("error", ({ message }) => window.__reported.push(String(message)));
addEventListener("unhandledrejection", ({ reason }) => window.__reported.push(String(reason)));
const { error } = console;
console.error = (...parts) => (window.__reported.push(parts.join(" ")), error(...parts));`;

/** @returns {Promise<import("./engine.d.mts").Engine | string>} why there is none, where there is none */
export async function openWebkit() {
  const binary = miniBrowser();
  if (binary === null || !existsSync(DRIVER) || !existsSync(SCREEN))
    return "WebKitGTK's driver is not installed (`apt-get install webkit2gtk-driver xvfb`).";
  const screen = spawn(SCREEN, [DISPLAY, "-screen", "0", "1400x1000x24"], { stdio: "ignore" });
  const server = spawn(DRIVER, [`--port=${PORT}`], {
    stdio: "ignore",
    env: { ...process.env, DISPLAY, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" },
  });
  await wait(2000);
  const driver = await new Builder()
    .usingServer(`http://127.0.0.1:${PORT}`)
    .withCapabilities({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary, args: ["--automation"] },
    })
    .build();
  await driver.manage().window().setRect({ width: 1280, height: 900 });
  const version = (await driver.getCapabilities()).get("browserVersion");
  return {
    title: `WebKitGTK ${version}`,
    async open(url) {
      await driver.get(url);
      await driver.executeScript(WATCH);
    },
    ask: (body, input) => driver.executeScript(`const input = arguments[0]; ${body}`, input),
    press: async (selector) => (await driver.findElement(By.css(selector))).click(),
    type: async (text) => (await driver.switchTo().activeElement()).sendKeys(text),
    errors: () => driver.executeScript("return (window.__reported ?? []).splice(0)"),
    async close() {
      await driver.quit().catch(() => {});
      server.kill();
      screen.kill();
    },
  };
}

/** WebKitGTK's own browser, which stands in a folder of the library's version. */
function miniBrowser() {
  const libraries = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"];
  for (const folder of libraries.filter((path) => existsSync(path)))
    for (const name of readdirSync(folder).filter((entry) => entry.startsWith("webkit2gtk-")))
      if (existsSync(`${folder}/${name}/MiniBrowser`)) return `${folder}/${name}/MiniBrowser`;
  return null;
}
