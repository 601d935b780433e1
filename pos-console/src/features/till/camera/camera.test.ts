import { afterEach, expect, it, vi } from 'vitest';
import { openCamera } from './camera';

afterEach(() => vi.unstubAllGlobals());

function aBrowserWhose(getUserMedia: () => Promise<unknown>): void {
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
}

function aCameraWith(abilities: object) {
  const track = Object.assign(new EventTarget(), {
    stop: vi.fn(),
    getCapabilities: () => abilities,
    applyConstraints: vi.fn(() => Promise.resolve()),
  });
  aBrowserWhose(() => Promise.resolve({ getTracks: () => [track], getVideoTracks: () => [track] }));
  return track;
}

async function opened(lost = () => undefined) {
  const camera = await openCamera(lost);
  if (typeof camera === 'string') throw new Error(camera);
  return camera;
}

it.each([
  ['NotAllowedError', 'refused'],
  ['NotFoundError', 'none'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
] as const)('says of a %s that the camera is %s', async (name, trouble) => {
  aBrowserWhose(() => Promise.reject(new DOMException('', name)));
  expect(await openCamera(() => undefined)).toBe(trouble);
});

it('is off when it is closed', async () => {
  const track = aCameraWith({});
  const camera = await opened();
  camera.close();
  expect(track.stop).toHaveBeenCalledOnce();
});

it('offers its light only where it has one', async () => {
  aCameraWith({});
  expect((await opened()).light).toBeNull();

  const track = aCameraWith({ torch: false });
  await (await opened()).light?.(true);
  expect(track.applyConstraints).not.toHaveBeenCalled();

  const lamp = aCameraWith({ torch: true });
  await (await opened()).light?.(true);
  expect(lamp.applyConstraints).toHaveBeenCalledWith({ advanced: [{ torch: true }] });
});

it('tells when it is pulled out', async () => {
  const track = aCameraWith({});
  const lost = vi.fn();
  await opened(lost);
  track.dispatchEvent(new Event('ended'));
  expect(lost).toHaveBeenCalledOnce();
});
