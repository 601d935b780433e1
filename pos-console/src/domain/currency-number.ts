/** ISO 4217 numbers of the currencies whose goods travel with a price in their code. */
const NUMBERS: Readonly<Record<string, string>> = {
  ...{ AED: '784', ARS: '032', AUD: '036', BGN: '975', BHD: '048', BRL: '986', CAD: '124', CHF: '756' },
  ...{ CLP: '152', CNY: '156', COP: '170', CZK: '203', DKK: '208', EGP: '818', EUR: '978', GBP: '826' },
  ...{ HKD: '344', HUF: '348', IDR: '360', ILS: '376', INR: '356', ISK: '352', JOD: '400', JPY: '392' },
  ...{ KRW: '410', KWD: '414', MAD: '504', MXN: '484', MYR: '458', NOK: '578', NZD: '554', OMR: '512' },
  ...{ PEN: '604', PHP: '608', PLN: '985', QAR: '634', RON: '946', RSD: '941', SAR: '682', SEK: '752' },
  ...{ SGD: '702', THB: '764', TND: '788', TRY: '949', TWD: '901', UAH: '980', USD: '840', VND: '704' },
  ...{ ZAR: '710' },
};

/** Whether a currency's number, as GS1 codes carry it, is that of a currency. */
export const isCurrencyNumber = (number: string, currency: string): boolean => NUMBERS[currency] === number;
