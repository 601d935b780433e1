import { Flashlight, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '@/shared/i18n';
import { Button, IconButton } from '@/shared/ui/controls';
import { Loading, Note } from '@/shared/ui/states';
import { focusSearch, useTill } from '../till-context';
import { TOUCHED } from '../use-idle-lock';
import { openCamera, type Camera, type CameraTrouble } from './camera';
import styles from './camera.module.css';
import { beginLooking, switchCamera } from './camera-switch';
import { watch } from './watch';

type Outlook = Camera | CameraTrouble | 'unreadable' | null;

const HEIGHT = 'clamp(9rem, 24vh, 15rem)';

/** The camera as a scanner: what it reads goes the way of every scan. It is off as soon as this is not shown any more. */
export default function CameraView() {
  const { t } = useWords();
  const [outlook, setOutlook] = useState<Outlook>(null);
  const [tries, setTries] = useState(0);

  useEffect(() => {
    let left = false;
    let opened: Camera | null = null;
    const show = (found: Outlook) => {
      if (!left) setOutlook(found);
    };
    void openCamera(() => show('busy')).then((found) => {
      if (typeof found !== 'string') opened = found;
      if (left) opened?.close();
      show(found);
    });
    return () => {
      left = true;
      opened?.close();
    };
  }, [tries]);

  const tryAgain = () => {
    setOutlook(null);
    setTries(tries + 1);
  };
  const close = () => {
    switchCamera(false);
    focusSearch();
  };
  return (
    <section className={styles.camera} aria-label={t('camera.title')}>
      {outlook === null ? (
        <Loading rows={1} height={HEIGHT} />
      ) : typeof outlook === 'string' ? (
        <Note tone="warn" live action={<Button onClick={tryAgain}>{t('failure.retry')}</Button>}>
          {t(`camera.trouble.${outlook}`)}
        </Note>
      ) : (
        <Picture camera={outlook} tell={setOutlook} />
      )}
      <div className={styles.close}>
        <IconButton label={t('camera.close')} onClick={close} aria-keyshortcuts="Escape">
          <X size={22} aria-hidden="true" />
        </IconButton>
      </div>
    </section>
  );
}

function Picture({ camera, tell }: { camera: Camera; tell: (outlook: Outlook) => void }) {
  const { desk } = useTill();
  const { t } = useWords();
  const screen = useRef<HTMLVideoElement>(null);
  const [lit, setLit] = useState(false);

  useEffect(() => {
    if (!screen.current) return;
    screen.current.srcObject = camera.stream;
    return watch(screen.current, {
      goesOn: beginLooking(),
      scanned: (code) => {
        // Like the keys of a scanner: a dialog keeps them to itself.
        if (document.querySelector('dialog[open]')) return;
        window.dispatchEvent(new Event(TOUCHED));
        desk.burst(code, 'search');
      },
      failed: () => tell('unreadable'),
    });
  }, [camera, desk, tell]);

  const switchLight = async () => {
    await camera.light?.(!lit);
    setLit(!lit);
  };
  return (
    <>
      <video
        ref={screen}
        className={styles.picture}
        style={{ blockSize: HEIGHT }}
        autoPlay
        playsInline
        muted
        aria-hidden="true"
      />
      <p className={styles.help}>{t('camera.help')}</p>
      {camera.light && (
        <div className={styles.light}>
          <Button aria-pressed={lit} onClick={() => void switchLight().catch(() => undefined)}>
            <Flashlight size={20} aria-hidden="true" />
            {t('camera.light')}
          </Button>
        </div>
      )}
    </>
  );
}
