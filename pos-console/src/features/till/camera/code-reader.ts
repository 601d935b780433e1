export type CameraAnswer = { readonly code: string | null } | { readonly failed: true };

/** Reads the codes in pictures, one after another, in a worker of its own: the till stays quick meanwhile. */
export class CodeReader {
  private readonly worker = new Worker(new URL('./camera.worker.ts', import.meta.url), { type: 'module' });

  /** The code in a picture, which is used up; null when there is none. Rejects where pictures cannot be read. */
  read(picture: ImageBitmap): Promise<string | null> {
    return new Promise((resolve, reject) => {
      const fail = () => reject(new Error('pictures cannot be read here'));
      this.worker.onmessage = ({ data }: MessageEvent<CameraAnswer>) => {
        if ('code' in data) resolve(data.code);
        else fail();
      };
      this.worker.onerror = fail;
      this.worker.postMessage(picture, [picture]);
    });
  }

  close(): void {
    this.worker.terminate();
  }
}
