import { runtimeAssets } from "virtual:runtime-assets";
import { createAssetStore } from "./asset-store";
import { BackendPlan, isSafari } from "./backend-plan";
import { connectFrame } from "./connect-frame";
import type { Progress } from "./load-asset";
import type { Runner } from "./runner";
import { createRunnerFrom } from "./runner-core";
import { StatusBoard } from "./status-board";

/** A runner over the built files of the site. `baseUrl` is the address of the site's root. */
export function createRunner(baseUrl: string = document.baseURI): Runner {
  const boards = { typescript: new StatusBoard(), python: new StatusBoard() };
  const progressOn =
    (what: string, board: StatusBoard): Progress =>
    (_, loadedBytes, totalBytes) =>
      board.progress({ kind: "loading", what, loadedBytes, totalBytes });
  const assets = createAssetStore(runtimeAssets, baseUrl, {
    typescript: progressOn("the runtime", boards.typescript),
    python: progressOn(runtimeAssets.python.name, boards.python),
  });
  const plan = new BackendPlan(() => performance.now(), isSafari(navigator.vendor));
  return createRunnerFrom({ assets, connect: connectFrame, plan, boards });
}
