/** Hands a file to the learner; nothing leaves the machine. */
export function downloadFile(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Hands `text` to the learner as a file. */
export function downloadText(text: string, fileName: string): void {
  downloadFile(new Blob([text], { type: "text/plain" }), fileName);
}
