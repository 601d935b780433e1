/** The browser's own reader of codes (Shape Detection, which TypeScript's own types leave out). */
export interface NativeDetector {
  detect(picture: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>;
}

interface NativeDetectorClass {
  new (options: { formats: readonly string[] }): NativeDetector;
  getSupportedFormats(): Promise<readonly string[]>;
}

const FORMATS = ['ean_13', 'ean_8', 'upc_a', 'upc_e', 'code_128', 'qr_code', 'data_matrix'];

/** Null where the browser has none, or where it does not know all that shops print. */
export async function nativeDetector(): Promise<NativeDetector | null> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: NativeDetectorClass };
  const known = (await BarcodeDetector?.getSupportedFormats().catch(() => null)) ?? [];
  return BarcodeDetector && FORMATS.every((format) => known.includes(format))
    ? new BarcodeDetector({ formats: FORMATS })
    : null;
}
