import { useQuery } from '@tanstack/react-query';
import { ImagePlus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { uuidV7 } from '@/domain/uuid';
import { get, put, query, request, type Page } from '@/shared/http/api';
import type { ProductImage } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Button, IconButton } from '@/shared/ui/controls';
import { ProductPicture } from '@/shared/pictures/ProductPicture';
import { FailureState, Loading, Note } from '@/shared/ui/states';
import styles from './manager.module.css';

const MOST_BYTES = 10 * 1024 * 1024;
const LIMIT_MS = 120_000;
const ASK_AGAIN_MS = 700;

/** A product's pictures, the first of which the tills show; whoever keeps the catalog adds and removes them. */
export function ProductPictures({ productId, mayChange }: { productId: string; mayChange: boolean }) {
  const { t } = useWords();
  const pictures = useQuery({
    queryKey: ['product-images', productId],
    queryFn: async () => (await get<Page<ProductImage>>(`/api/product-images${query({ productId })}`)).items,
    // thumbnails are made within a second or two of the upload
    refetchInterval: ({ state }) =>
      state.data?.some((picture) => picture.state === 'PENDING') ? ASK_AGAIN_MS : false,
  });
  const [failure, setFailure] = useState<unknown>(null);
  const change = async (doing: () => Promise<unknown>) => {
    setFailure(null);
    try {
      await doing();
    } catch (reason) {
      setFailure(reason);
    }
    await pictures.refetch();
  };
  if (pictures.error) return <FailureState failure={pictures.error} retry={() => void pictures.refetch()} />;
  if (!pictures.data) return <Loading rows={1} height="6rem" />;
  return (
    <section aria-labelledby="pictures">
      <h3 id="pictures">{t('pictures.title')}</h3>
      {pictures.data.length === 0 && <p>{t('pictures.none')}</p>}
      <ul className={styles.pictures}>
        {pictures.data.map((picture, at) => (
          <Picture
            key={picture.id}
            picture={picture}
            number={at + 1}
            remove={
              mayChange
                ? () => void change(() => put(`/api/product-images/${picture.id}/removal`, undefined))
                : null
            }
          />
        ))}
      </ul>
      {failure !== null && <FailureState failure={failure} />}
      {mayChange && <AddPicture productId={productId} change={change} />}
    </section>
  );
}

function Picture({
  picture,
  number,
  remove,
}: {
  picture: ProductImage;
  number: number;
  remove: (() => void) | null;
}) {
  const { t } = useWords();
  return (
    <li>
      {picture.state === 'READY' && (
        <ProductPicture imageId={picture.id} size={640} className={styles.picture} />
      )}
      {picture.state === 'PENDING' && <Loading rows={1} height="8rem" />}
      {picture.state === 'REFUSED' && <Note tone="bad">{picture.problem}</Note>}
      <div className={styles.pictureFoot}>
        <span>{number === 1 && picture.state === 'READY' ? t('pictures.shown') : ''}</span>
        {remove && (
          <IconButton label={t('pictures.remove', { number })} onClick={remove}>
            <Trash2 size={18} aria-hidden="true" />
          </IconButton>
        )}
      </div>
    </li>
  );
}

function AddPicture({
  productId,
  change,
}: {
  productId: string;
  change: (doing: () => Promise<unknown>) => Promise<void>;
}) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'idle' | 'busy' | 'tooLarge'>('idle');
  const send = async (file: File) => {
    if (file.size > MOST_BYTES) {
      setState('tooLarge');
      return;
    }
    setState('busy');
    await change(() =>
      request<ProductImage>('PUT', `/api/product-images/${uuidV7()}${query({ productId })}`, undefined, {
        raw: file,
        contentType: file.type || 'application/octet-stream',
        timeoutMs: LIMIT_MS,
      }),
    );
    setState('idle');
  };
  return (
    <div>
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        aria-label={t('pictures.file')}
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void send(file);
        }}
      />
      <Button disabled={state === 'busy'} onClick={() => input.current?.click()}>
        <ImagePlus size={18} aria-hidden="true" />
        {state === 'busy' ? t('pictures.sending') : t('pictures.add')}
      </Button>
      <p>{t('pictures.help')}</p>
      {state === 'tooLarge' && <Note tone="bad">{t('pictures.tooLarge')}</Note>}
    </div>
  );
}
