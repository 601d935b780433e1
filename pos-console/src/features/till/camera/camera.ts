/** Why there is no picture. */
export type CameraTrouble = 'refused' | 'none' | 'busy';

export interface Camera {
  readonly stream: MediaStream;
  /** Null where it has no light. */
  readonly light: ((on: boolean) => Promise<void>) | null;
  close(): void;
}

/** Opens the camera at the back, or whichever there is; `lost` when it ends by itself, for instance unplugged. */
export async function openCamera(lost: () => void): Promise<Camera | CameraTrouble> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
    });
    const [track] = stream.getVideoTracks();
    track?.addEventListener('ended', lost);
    return {
      stream,
      light: track && hasLight(track) ? (on) => track.applyConstraints({ advanced: [light(on)] }) : null,
      close: () => {
        for (const each of stream.getTracks()) each.stop();
      },
    };
  } catch (failure) {
    return troubleOf((failure as Partial<DOMException>).name);
  }
}

// The light is of Image Capture, which TypeScript's own types leave out; some browsers do not tell what a camera can do.
const light = (torch: boolean) => ({ torch }) as MediaTrackConstraintSet;
const hasLight = (track: Partial<MediaStreamTrack>) =>
  (track.getCapabilities?.() as { torch?: boolean } | undefined)?.torch === true;

function troubleOf(name: string | undefined): CameraTrouble {
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' ? 'none' : 'busy';
}
