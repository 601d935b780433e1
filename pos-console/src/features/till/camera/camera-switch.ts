import { useSyncExternalStore } from 'react';

export interface CameraSwitch {
  /** Whether this device has a camera. */
  readonly there: boolean;
  /** Whether the cashier wants it: it stays on from sale to sale. */
  readonly on: boolean;
}

let state: CameraSwitch = { there: false, on: false };
const listeners = new Set<() => void>();
// Without HTTPS browsers hide their cameras.
const devices = navigator.mediaDevices as MediaDevices | undefined;

function change(changed: Partial<CameraSwitch>): void {
  state = { ...state, ...changed };
  for (const listener of listeners) listener();
}

const look = () =>
  void devices
    ?.enumerateDevices()
    .then((all) => change({ there: all.some(({ kind }) => kind === 'videoinput') }));

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    look();
    devices?.addEventListener('devicechange', look);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) devices?.removeEventListener('devicechange', look);
  };
}

export const useCameraSwitch = (): CameraSwitch => useSyncExternalStore(subscribe, () => state);

/** Whether the camera has seen anything since it was switched on: it pauses while it is not shown. */
let begun = false;

export function switchCamera(on: boolean): void {
  begun = false;
  change({ on });
}

/** It begins to look; true when it only paused. */
export function beginLooking(): boolean {
  const goesOn = begun;
  begun = true;
  return goesOn;
}
