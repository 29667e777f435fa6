import { downloadFile } from "../../ui/download-file";

/** Dots a pixel of the drawing: sharp on paper. */
const DENSITY = 3;

export function saveSvg(svg: string, name: string): void {
  downloadFile(new Blob([svg], { type: "image/svg+xml" }), `${name}.svg`);
}

/** Rejects where the browser cannot draw it. */
export async function savePng(svg: string, name: string): Promise<void> {
  const image = new Image();
  // The page may show pictures of its own host and of data alone.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width * DENSITY);
  canvas.height = Math.round(image.height * DENSITY);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas to draw on");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error("the picture could not be written");
  downloadFile(blob, `${name}.png`);
}
