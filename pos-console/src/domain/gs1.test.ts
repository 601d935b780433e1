import { describe, expect, it } from 'vitest';
import { isGs1 } from './gs1';
import { readGs1 } from './read-gs1';

const GTIN = '09521234543213';
const nothing = { lot: null, serial: null, expiry: null, measure: null, price: null };

describe('a GS1 code', () => {
  it('says the same as element string, with or without its symbology, in print, and as a Digital Link', () => {
    const said = { ...nothing, gtin: GTIN, lot: 'A(10)/7', serial: '21-99', expiry: '2027-02-28' };
    for (const code of [
      `]C101${GTIN}1727022810A(10)/7\u001d2121-99`,
      `]d201${GTIN}10A(10)/7\u001d2121-99\u001d17270228`,
      `]Q301${GTIN}17270200\u001d10A(10)/7\u001d2121-99`,
      `01${GTIN}1727022810A(10)/7\u001d2121-99`,
      `https://id.example.org/some/shop/01/9521234543213/10/A(10)%2F7/21/21-99?17=270228&utm=x`,
      `]d1https://id.gs1.org/01/${GTIN}/10/A(10)%2F7?21=21-99&17=270228`,
    ]) {
      expect(isGs1(code), code).toBe(true);
      expect(readGs1(code), code).toEqual(said);
    }
    expect(readGs1(`(01)${GTIN}(17)270228(10)L7(21)9`)).toEqual({ ...said, lot: 'L7', serial: '9' });
  });

  it('carries weights and prices exactly, with the decimals its identifier says', () => {
    expect(readGs1(`]e001${GTIN}3103001250`)).toMatchObject({
      measure: { unit: 'KG', quantity: 1_250n },
    });
    expect(readGs1(`01${GTIN}3150000002`)).toMatchObject({ measure: { unit: 'LITRE', quantity: 2_000n } });
    expect(readGs1(`01${GTIN}39221999`)).toMatchObject({ price: { amount: 199_900n, currency: null } });
    expect(readGs1(`01${GTIN}39329781999`)).toMatchObject({ price: { amount: 199_900n, currency: '978' } });
  });

  it('is told from other codes, and from one that was read wrong', () => {
    for (const plain of ['4006381333931', 'ESP-250', '0101', '40063813339314006381333931', '(bag)'])
      expect(isGs1(plain), plain).toBe(false);
    expect(isGs1('https://shop.example.org/01/coffee')).toBe(false);
    expect(readGs1(']C101095212345432140')).toBe('misread');
    expect(readGs1(']C10109521234543214')).toBe('misread');
    expect(readGs1(']C100340123450000000018')).toBeNull();
  });
});
