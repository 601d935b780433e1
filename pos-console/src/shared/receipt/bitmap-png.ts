import type { Bitmap } from '../escpos/pen';

/** Black dots on nothing, as a PNG file. */
export async function bitmapPng({ width, height, bits }: Bitmap): Promise<ArrayBuffer> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the browser has no canvas');
  const image = context.createImageData(width, height);
  for (let dot = 0; dot < width * height; dot++) {
    if (((bits[dot >> 3] ?? 0) & (0x80 >> (dot & 7))) !== 0) image.data[dot * 4 + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer();
}
