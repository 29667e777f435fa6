import { runtimeAssets } from "virtual:runtime-assets";
import { createAssetStore } from "./asset-store";
import { BackendPlan, isSafari } from "./backend-plan";
import { connectFrame } from "./connect-frame";
import type { Runner } from "./runner";
import { createRunnerFrom } from "./runner-core";
import { StatusBoard } from "./status-board";

/** A runner over the built files of the site, which stand where the build was told, or beside the page. */
export function createRunner(): Runner {
  const baseUrl = new URL(import.meta.env.BASE_URL, document.baseURI).href;
  const boards = {
    typescript: new StatusBoard(),
    python: new StatusBoard(runtimeAssets.python.name),
  };
  const assets = createAssetStore(runtimeAssets, baseUrl, {
    typescript: (_, loaded, total) => boards.typescript.progress(loaded, total),
    python: (_, loaded, total) => boards.python.progress(loaded, total),
  });
  const plan = new BackendPlan(() => performance.now(), isSafari(navigator.vendor));
  return createRunnerFrom({ assets, connect: connectFrame, plan, boards });
}
