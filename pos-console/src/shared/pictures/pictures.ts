import { getBlob } from '@/shared/http/api';

const CACHE = 'product-pictures';

/** A key of the till or a list, a sheet. */
export type PictureSize = 160 | 640;

/**
 * A product's picture: from this device when it was ever shown here, else from the server, and then kept. What is under an id
 * never changes. Null when it is not to be had now: goods are sold without their picture.
 */
export async function pictureOf(imageId: string, size: PictureSize): Promise<Blob | null> {
  const path = `/api/product-images/${imageId}/thumbnails/${size.toString()}`;
  const kept = await keptPictures();
  const known = await kept?.match(path);
  if (known) return known.blob();
  try {
    const picture = await getBlob(path, 'image/jpeg');
    await kept?.put(path, new Response(picture)).catch(() => undefined);
    return picture;
  } catch {
    return null;
  }
}

/** Browsers have no cache storage on an address that is not secure. */
const keptPictures = () => ('caches' in window ? caches.open(CACHE) : Promise.resolve(null));
