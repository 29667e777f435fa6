/**
 * The policy of the frame in which learners' code runs. `connect-src 'none'` is inherited by the blob
 * worker inside; `blob:` scripts are the worker, the learner's module and the facade's modules.
 */
const SANDBOX_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob:",
  "worker-src blob:",
  "connect-src 'none'",
].join("; ");

/** sandbox.html with the airlock's script inside: the frame itself loads nothing from anywhere. */
export function sandboxPage(airlockScript: string): string {
  // A closing tag inside a string of the script would end the script element.
  const inline = airlockScript.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${SANDBOX_POLICY}">
<meta name="robots" content="noindex">
<title>Sandbox</title>
</head>
<body>
<script>${inline}</script>
</body>
</html>
`;
}
