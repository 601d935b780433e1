import { CodeReader } from './code-reader';
import { SeenCodes } from './seen-codes';

const LOOK_EVERY_MS = 80;

export interface Watcher {
  /** The camera only paused. */
  readonly goesOn: boolean;
  readonly scanned: (code: string) => void;
  /** This device cannot read pictures. */
  readonly failed: () => void;
}

/** Looks at the picture again and again, until it is told to stop. */
export function watch(screen: HTMLVideoElement, { goesOn, scanned, failed }: Watcher): () => void {
  const reader = new CodeReader();
  const seen = new SeenCodes(goesOn);
  let timer: ReturnType<typeof setTimeout>;
  let stopped = false;
  const look = async () => {
    // A camera that has just begun may have no picture to give yet.
    const picture = hasPicture(screen) ? await shownOf(screen).catch(() => null) : null;
    if (picture) {
      const code = await reader.read(picture);
      if (!stopped && seen.isScan(code, performance.now()) && code !== null) scanned(code);
    }
    if (!stopped) timer = setTimeout(again, LOOK_EVERY_MS);
  };
  const again = () =>
    void look().catch(() => {
      if (!stopped) failed();
    });
  again();
  return () => {
    stopped = true;
    clearTimeout(timer);
    reader.close();
  };
}

const hasPicture = (screen: HTMLVideoElement) => screen.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;

/** What the cashier sees of the picture: nothing is rung up that lies beside it. */
function shownOf(screen: HTMLVideoElement): Promise<ImageBitmap> {
  const { videoWidth, videoHeight, clientWidth, clientHeight } = screen;
  const scale = Math.max(clientWidth / videoWidth, clientHeight / videoHeight);
  const [width, height] = [Math.round(clientWidth / scale), Math.round(clientHeight / scale)];
  const [left, top] = [Math.round((videoWidth - width) / 2), Math.round((videoHeight - height) / 2)];
  return createImageBitmap(screen, left, top, width, height);
}
