import { readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';

const OPTIONS: ReaderOptions = {
  formats: ['EAN13', 'EAN8', 'UPCA', 'UPCE', 'Code128', 'QRCode', 'DataMatrix'],
  maxNumberOfSymbols: 1,
  textMode: 'Plain',
  tryHarder: true,
};

/** The code in a picture, as a scanner would send it; null when there is none to be seen. */
export async function readCode(picture: ImageData): Promise<string | null> {
  const [found] = await readBarcodes(picture, OPTIONS);
  if (!found?.isValid) return null;
  // Scanners say by this prefix that elements of GS1 follow.
  return found.contentType === 'GS1' ? found.symbologyIdentifier + found.text : found.text;
}
