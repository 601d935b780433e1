import { prepareZXingModule } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { CameraAnswer } from './code-reader';
import { nativeDetector } from './native-detector';
import { readCode } from './read-code';

prepareZXingModule({ overrides: { locateFile: () => wasm } });
let native = nativeDetector();

async function read(picture: ImageBitmap): Promise<string | null> {
  const detector = await native;
  if (detector) {
    try {
      return (await detector.detect(picture))[0]?.rawValue ?? null;
    } catch {
      // Some devices offer a reader that they have not installed.
      native = Promise.resolve(null);
    }
  }
  const { width, height } = picture;
  const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('no canvas');
  pen.drawImage(picture, 0, 0);
  return readCode(pen.getImageData(0, 0, width, height));
}

self.onmessage = async ({ data: picture }: MessageEvent<ImageBitmap>) => {
  const answer: CameraAnswer = await read(picture).then(
    (code) => ({ code }),
    () => ({ failed: true }),
  );
  picture.close();
  self.postMessage(answer);
};
