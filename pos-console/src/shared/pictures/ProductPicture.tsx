import { useEffect, useState } from 'react';
import { pictureOf, type PictureSize } from './pictures';

/** A product's picture beside its name, so it says nothing itself. Its place is kept while it is loaded. */
export function ProductPicture({
  imageId,
  size,
  className,
}: {
  imageId: string;
  size: PictureSize;
  className?: string | undefined;
}) {
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    let outdated = false;
    let address: string | null = null;
    void pictureOf(imageId, size).then((picture) => {
      if (outdated || !picture) return;
      address = URL.createObjectURL(picture);
      setSource(address);
    });
    return () => {
      outdated = true;
      if (address) URL.revokeObjectURL(address);
      setSource(null);
    };
  }, [imageId, size]);
  return source ? (
    <img className={className} src={source} alt="" draggable={false} />
  ) : (
    <span className={className} aria-hidden="true" />
  );
}
