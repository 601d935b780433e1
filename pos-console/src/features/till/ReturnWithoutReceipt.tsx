import { useState, type SubmitEvent } from 'react';
import { ONE, parseQuantity, parseTyped, quantityText, timesRounded, type Quantity } from '@/domain/decimal';
import { taxesOn } from '@/domain/pricing/store-prices';
import { returnWithoutReceipt } from '@/domain/returning';
import type { Product } from '@/domain/product';
import { database } from '@/offline/database';
import { findByCode } from '@/offline/price-book';
import { useWords } from '@/shared/i18n';
import { Button, Field } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import { ComeBackFields, USUALLY } from './ComeBackFields';
import { useTill } from './till-context';
import { listPriceOf } from './till-sums';
import styles from './till.module.css';

const QUANTITY_DECIMALS = 3;

/** Goods of which nobody has the receipt: found by code or name, taken back at what they cost now. */
export function ReturnWithoutReceipt() {
  const { device, search } = useTill();
  const { t } = useWords();
  const [text, setText] = useState('');
  const [product, setProduct] = useState<Product | null>(null);
  const [missing, setMissing] = useState<string | null>(null);

  const find = async (event: SubmitEvent) => {
    event.preventDefault();
    const wanted = text.trim();
    const scanned = await findByCode(database, device.store, wanted);
    const found = scanned && 'product' in scanned ? scanned.product : (await search.find(wanted, 1))[0];
    setProduct(found ?? null);
    setMissing(found ? null : wanted);
  };

  return (
    <>
      <Note tone="info">{t('return.withoutHelp')}</Note>
      <form className={styles.findRow} onSubmit={(event) => void find(event)}>
        <Field
          label={t('return.product')}
          autoFocus
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={missing === null ? undefined : t('sell.nothing', { text: missing })}
        />
        <Button type="submit" disabled={text.trim() === ''}>
          {t('return.find')}
        </Button>
      </form>
      {product && <TakeBack key={product.productId} product={product} />}
    </>
  );
}

function TakeBack({ product }: { product: Product }) {
  const { desk, device, state } = useTill();
  const { t, format } = useWords();
  const [quantity, setQuantity] = useState(quantityText(ONE));
  const [comeBack, setComeBack] = useState(USUALLY);
  const { currency } = device.store;
  const price = listPriceOf(state, product) ?? product.price;
  const many = quantityOf(quantity, product);
  const oneByOne = product.tracking === 'SERIAL';
  const { taxRates, at } = state.latest;
  return (
    <>
      <p className={styles.lineName}>
        {product.name}
        <span className={styles.lineDetail}>
          {product.sku} · {t('basket.each', { price: format.money(price, currency) })}
        </span>
      </p>
      <Field
        label={t('return.howMany')}
        hint={oneByOne ? t('return.oneByOne') : undefined}
        readOnly={oneByOne}
        inputMode="decimal"
        autoComplete="off"
        value={quantity}
        onChange={(event) => setQuantity(event.target.value)}
        error={many === null ? t('return.howManyWrong') : undefined}
      />
      <ComeBackFields value={comeBack} change={setComeBack} />
      <Button
        look="primary"
        big
        disabled={many === null}
        onClick={() => {
          if (many === null) return;
          const taxes = taxesOn(taxRates, product.taxCategory, at.slice(0, 10));
          desk.takeBack([returnWithoutReceipt(product, price, many, taxes, comeBack)], null);
        }}
      >
        {t('return.takeFor', {
          amount: format.money(many === null ? price : timesRounded(price, many, desk.minorDigits), currency),
        })}
      </Button>
    </>
  );
}

/** Pieces come back whole; the basket holds no more than this of anything. */
const MOST = 1_000_000_000n;

function quantityOf(text: string, { unit }: Product): Quantity | null {
  const quantity = parseQuantity(parseTyped(text, QUANTITY_DECIMALS) ?? '');
  if (quantity === null || quantity <= 0n || quantity >= MOST) return null;
  return unit === 'PIECE' && quantity % ONE !== 0n ? null : quantity;
}
