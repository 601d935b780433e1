import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SaleDocument } from '../src/domain/sale.ts';
import { mockApprovals } from './mock-approvals.ts';
import { mockChangeSets } from './mock-change-sets.ts';
import { categories, people, products, scanLayouts, stores, tills } from './mock-data.ts';
import { mockDevices } from './mock-devices.ts';
import { mockJournals } from './mock-journals.ts';
import { layawaysOf } from './mock-layaways.ts';
import { anomaliesOf, differs, priceCheck } from './mock-price-check.ts';
import { mockPrices } from './mock-prices.ts';
import { mockPromotions } from './mock-promotions.ts';
import { mockShift } from './mock-shift.ts';

interface StoredPut {
  readonly body: Record<string, unknown>;
  readonly answer: Record<string, unknown>;
}

interface MockSale extends Record<string, unknown> {
  readonly id: string;
  readonly currency: string;
  readonly recordedAt: string;
  readonly pricing?: { readonly priceBookVersion?: number };
  readonly lines: readonly {
    lineNo: number;
    sku: string;
    name: string;
    quantity: string;
    unitPrice: string;
    discount: string;
    amount: string;
    taxCategory: string;
    taxRate: string;
    kind: string;
    returnOf: { saleId: string } | null;
  }[];
}

type Json = Record<string, unknown>;

/** What paid for a sale and went back of it; exchanges are not followed here. */
function tendersOf(saleId: string, sales: readonly MockSale[]): Json[] {
  const tenders = (sale: MockSale) => (sale as unknown as SaleDocument).tenders;
  const cents = (text: string) => Math.round(Number(text) * 100);
  const back = sales.flatMap(tenders).filter(({ refundOf }) => refundOf?.saleId === saleId);
  return sales
    .filter(({ id }) => id === saleId)
    .flatMap((sale) =>
      tenders(sale)
        .filter(({ amount }) => cents(amount) > 0)
        .map(({ tenderNo, type, paymentId, amount }) => ({
          ...{ saleId, tenderNo, type, paymentId },
          paid: type === 'CASH' ? less(amount, (sale as unknown as SaleDocument).change) : amount,
          wentBack: back
            .filter(({ refundOf }) => refundOf?.tenderNo === tenderNo)
            .reduce((all, each) => less(all, each.amount), '0.00'),
        })),
    );
  function less(from: string, what: string): string {
    return ((cents(from) - cents(what)) / 100).toFixed(2);
  }
}

/**
 * Answers for gateway and sign-in while the console is developed and looked at. It keeps everything in memory and is
 * never part of a build. `POST /mock/faults` with `{"loseAnswers": n, "decline": n, "down": n}` plans faults.
 */
export function mockSuite() {
  const puts = new Map<string, StoredPut>();
  const sales: MockSale[] = [];
  const codes = new Map<string, { user: string; nonce: string | null }>();
  const promotions = mockPromotions();
  const prices = mockPrices();
  const changeSets = mockChangeSets();
  const shift = mockShift(
    (sessionId) => sales.filter((sale) => sale.tillSessionId === sessionId) as unknown as SaleDocument[],
  );
  const devices = mockDevices((id) => tills.find((till) => till.id === id));
  const approvals = mockApprovals();
  const faults = { loseAnswers: 0, decline: 0, down: 0, reject: 0 };

  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const handler = url.pathname.startsWith('/auth/')
      ? auth
      : url.pathname.startsWith('/api/')
        ? api
        : url.pathname.startsWith('/mock/')
          ? plan
          : null;
    if (!handler) {
      next();
      return;
    }
    void readBody(request).then((body) => handler(request, response, url, body));
  };

  function plan(_: IncomingMessage, response: ServerResponse, __: URL, body: string): void {
    Object.assign(faults, JSON.parse(body));
    answer(response, 200, { ...faults });
  }

  function auth(request: IncomingMessage, response: ServerResponse, url: URL, body: string): void {
    const end = url.pathname.replace('/auth/realms/tillstream', '');
    if (end === '/.well-known/openid-configuration') return answer(response, 200, { issuer: 'mock' });
    if (end.startsWith('/protocol/openid-connect/3p-cookies/')) {
      response.setHeader('Content-Type', 'text/html');
      response.end("<script>parent.postMessage('supported', '*')</script>");
      return;
    }
    if (end === '/protocol/openid-connect/auth') return signIn(request, response, url);
    if (end === '/protocol/openid-connect/token') return token(response, new URLSearchParams(body));
    if (end === '/protocol/openid-connect/logout') {
      response.setHeader('Set-Cookie', 'mock-sso=; Path=/; Max-Age=0');
      response.writeHead(302, { Location: url.searchParams.get('post_logout_redirect_uri') ?? '/' });
      response.end();
      return;
    }
    answer(response, 404, {});
  }

  function signIn(request: IncomingMessage, response: ServerResponse, url: URL): void {
    const chosen =
      url.searchParams.get('user') ?? /mock-sso=([a-z-]+)/.exec(request.headers.cookie ?? '')?.[1];
    const target = new URL(url.searchParams.get('redirect_uri') ?? '/');
    const state = url.searchParams.get('state') ?? '';
    if (!chosen && url.searchParams.get('prompt') === 'none') {
      target.hash = new URLSearchParams({ error: 'login_required', state }).toString();
      response.writeHead(302, { Location: target.toString() });
      response.end();
      return;
    }
    if (!chosen) {
      response.setHeader('Content-Type', 'text/html');
      const ways = Object.keys(people).map(
        (user) => `<li><a href="${url.pathname}${url.search}&user=${user}">${user}</a>`,
      );
      response.end(`<!doctype html><title>Sign in</title><h1>Mock sign-in</h1><ul>${ways.join('')}</ul>`);
      return;
    }
    const code = randomUUID();
    codes.set(code, { user: chosen, nonce: url.searchParams.get('nonce') });
    target.hash = new URLSearchParams({ code, state, session_state: 'mock' }).toString();
    response.setHeader('Set-Cookie', `mock-sso=${chosen}; Path=/; HttpOnly`);
    response.writeHead(302, { Location: target.toString() });
    response.end();
  }

  function token(response: ServerResponse, form: URLSearchParams): void {
    const known = codes.get(form.get('code') ?? '') ?? codes.get(idOf(form.get('refresh_token')));
    if (!known) return answer(response, 400, { error: 'invalid_grant' });
    const jti = randomUUID();
    codes.set(jti, known);
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      ...people[known.user as keyof typeof people],
      sub: known.user,
      nonce: known.nonce,
      iat: now,
      exp: now + 300,
      session_state: 'mock',
    };
    answer(response, 200, {
      access_token: jwt(claims),
      id_token: jwt(claims),
      refresh_token: jwt({ ...claims, jti, exp: now + 3600 }),
      expires_in: 300,
      refresh_expires_in: 3600,
      token_type: 'Bearer',
    });
  }

  function api(request: IncomingMessage, response: ServerResponse, url: URL, body: string): void {
    if (faults.down > 0) {
      faults.down -= 1;
      return answer(response, 503, problem(503, 'unavailable', 'The service is not available.'));
    }
    if (!request.headers.authorization)
      return answer(response, 401, problem(401, 'not-signed-in', 'Sign in first.'));
    const approved = approvals(request.method ?? 'GET', url, body, request.headers.authorization);
    if (approved) return answer(response, approved.status, approved.body);
    const journals = mockJournals(url, request.headers.authorization);
    if (journals?.text !== undefined) {
      response.setHeader('Content-Type', 'application/x-ndjson');
      response.end(journals.text);
      return;
    }
    if (journals) return answer(response, 200, journals.json);
    const enrolled = devices.answer(request.method ?? 'GET', url, body);
    if (enrolled) return answer(response, enrolled.status, enrolled.body);
    if (request.method === 'PUT' && url.pathname.startsWith('/api/promotions/')) {
      const id = url.pathname.split('/')[3] ?? '';
      const kept = promotions.put(id, JSON.parse(body) as Json, request.headers['if-match']);
      return answer(response, kept.status, kept.body);
    }
    if (request.method === 'PUT' && /^\/api\/(price-lists|prices)\//.test(url.pathname)) {
      const [, , noun, id = ''] = url.pathname.split('/');
      const told = JSON.parse(body) as never;
      const kept =
        noun === 'prices' ? prices.putPrice(id, told) : prices.putList(id, told, request.headers['if-match']);
      return answer(response, kept.status, kept.body);
    }
    if (request.method !== 'GET' && url.pathname.startsWith('/api/change-sets/')) {
      const [, , , id = '', step] = url.pathname.split('/');
      const told = JSON.parse(body || '{}') as Json;
      const kept =
        id === 'previews'
          ? { status: 200, body: changeSets.preview(told as never, url.searchParams.get('show')) }
          : changeSets.put(id, step, told, request.headers['if-match']);
      return answer(response, kept.status, kept.body);
    }
    const described = stores.find(({ id }) => url.pathname === `/api/stores/${id}`);
    if (request.method === 'PUT' && described)
      return answer(response, 200, Object.assign(described, JSON.parse(body) as Json));
    if (request.method === 'PUT' && url.pathname.startsWith('/api/till-states/'))
      return answer(response, 200, {
        ...shift.put(url.pathname.split('/'), JSON.parse(body) as Json),
        device: devices.standing((JSON.parse(body) as Json).deviceId),
      });
    if (request.method === 'PUT') return put(response, url, JSON.parse(body) as Json);
    const found = read(url);
    if (found === null) answer(response, 404, problem(404, 'not-found', `There is no ${url.pathname}.`));
    else answer(response, 200, found);
  }

  function put(response: ServerResponse, url: URL, body: Json): void {
    const before = puts.get(url.pathname);
    if (before) {
      const same = fingerprint(before.body) === fingerprint(body);
      return same
        ? answer(response, 200, before.answer)
        : answer(
            response,
            409,
            problem(409, 'already-stored-differently', 'This id is stored with another body.'),
          );
    }
    const id = url.pathname.split('/')[3] ?? '';
    if (faults.reject > 0 && url.pathname.startsWith('/api/sales/')) {
      faults.reject -= 1;
      return answer(
        response,
        422,
        problem(422, 'sale-does-not-add-up', 'The lines add up to something else.'),
      );
    }
    const made = makeAnswer(url.pathname, id, body);
    puts.set(url.pathname, { body, answer: made });
    if (faults.loseAnswers > 0) {
      faults.loseAnswers -= 1;
      response.destroy();
      return;
    }
    answer(response, 201, made);
  }

  function makeAnswer(path: string, id: string, body: Json): Json {
    if (path.startsWith('/api/sales/')) {
      const sale = {
        ...body,
        id,
        cashier: 'cashier-berlin',
        cashierName: 'Clara Sommer',
        recordedAt: new Date().toISOString(),
        documentType:
          (body.lines as MockSale['lines']).length === 0
            ? 'DEPOSIT'
            : (body.lines as MockSale['lines']).every((line) => line.kind === 'RETURN')
              ? 'RETURN'
              : 'SALE',
      } as unknown as MockSale;
      sale.anomalies = anomaliesOf(sale);
      sales.unshift(sale);
      return {
        id,
        receiptNumber: body.receiptNumber,
        recordedAt: sale.recordedAt,
        documentType: sale.documentType,
        total: body.total,
      };
    }
    if (path.startsWith('/api/receipt-mails/')) return { id, state: 'SENT', problem: null };
    if (path.startsWith('/api/payments/')) {
      const declined = faults.decline > 0;
      if (declined) faults.decline -= 1;
      return declined
        ? { id, status: 'DECLINED', reason: 'Not enough money on the card' }
        : { id, status: 'CAPTURED', reason: null, authorizationCode: '123456', maskedCard: '•••• 4242' };
    }
    return shift.put(path.split('/'), body) ?? { id, ...body };
  }

  function read(url: URL): unknown {
    const of = (name: string) => url.searchParams.get(name);
    const [, , noun, id] = url.pathname.split('/');
    const store = of('storeId') ?? of('locationId') ?? 'berlin';
    switch (noun) {
      case 'stores':
        return id ? stores.find((each) => each.id === id) : page(stores);
      case 'categories':
        return page(categories);
      case 'change-sets':
        if (url.pathname.endsWith('/lines')) return page(changeSets.lines(id ?? '', of('left') === 'true'));
        return id ? changeSets.find(id) : page(changeSets.list());
      case 'coupons': {
        const limited = promotions.list(null).find(({ terms }) => terms.coupon === id);
        if (!limited) return null;
        const limit = (limited.terms.couponLimit as number | undefined) ?? null;
        const left = limit === null ? null : Math.max(0, limit - 43);
        return { code: id, promotionId: limited.id, limit, used: 43, left };
      }
      case 'promotions':
        return id ? promotions.find(id) : page(promotions.list(of('active')));
      case 'products': {
        const q = (of('q') ?? '').toLowerCase();
        return id
          ? (catalogProducts.find((product) => product.id === id) ?? null)
          : page(
              catalogProducts
                .filter(({ name, sku }) => `${name} ${sku}`.toLowerCase().includes(q))
                .slice(0, Number(of('limit') ?? 100)),
            );
      }
      case 'prices':
        return page(prices.history(of('productId') ?? ''));
      case 'price-lists':
        if (url.pathname.endsWith('/prices')) return page(prices.ofList(id ?? ''));
        return id ? prices.findList(id) : page(prices.lists(null));
      case 'product-families':
        return page(
          [...puts]
            .filter(([path]) => path.startsWith('/api/product-families/'))
            .map(([, { answer }]) => answer),
        );
      case 'scan-layouts':
        return page(scanLayouts);
      case 'barcodes':
        return catalogProducts.find(({ barcodes }) => barcodes.some(({ code }) => code === id)) ?? null;
      case 'till-states':
        return page(
          shift.live(
            tills.filter((till) => till.storeId === store),
            new Date().toISOString().slice(0, 10),
          ),
        );
      case 'till-sessions':
        return url.pathname.endsWith('/report') ? shift.report(id ?? '') : page(shift.list(store));
      case 'tasks':
        return page(id === 'done' ? shift.done() : shift.tasks());
      case 'tills':
        if (url.pathname.endsWith('/last-receipt'))
          return {
            receiptNumber: Math.max(
              0,
              ...sales.filter((sale) => sale.tillId === id).map((sale) => Number(sale.receiptNumber)),
            ),
          };
        return id
          ? tills.find((till) => till.id === id)
          : page(tills.filter((till) => till.storeId === store));
      case 'price-books': {
        if (url.pathname.endsWith('/promotions')) return page(promotions.ofStore(id ?? ''));
        if (url.pathname.endsWith('/price-lists')) return page(prices.lists(id ?? ''));
        // promotions and price lists have no version here: there may always be something new
        if (url.pathname.endsWith('/version')) return { version: Number.MAX_SAFE_INTEGER };
        const after = Number(of('after'));
        const items = products.filter((product) => product.version > after);
        return {
          version: products.at(-1)?.version ?? 0,
          promotionsVersion: promotions.version(),
          priceListsVersion: prices.version(),
          taxRates: [],
          pricesIncludeTax: true,
          items: items.map((product) => ({
            ...product,
            prices: prices.ofProduct(product.productId, id ?? ''),
          })),
          nextCursor: null,
          scanLayouts: [],
        };
      }
      case 'payments':
        return puts.get(url.pathname)?.answer ?? null;
      case 'customers':
        return page(
          [
            { id: 'c1', name: 'Anna Berg', email: 'anna@example.org', phone: '+49 30 1234' },
            {
              ...{ id: 'c2', name: 'Kofi Mensah', email: 'kofi@example.org', phone: null },
              taxExemption: { certificate: 'DE-AA-2214', validUntil: '2027-12-31' },
            },
          ].filter((customer) => customer.name.toLowerCase().includes((of('q') ?? '').toLowerCase())),
        );
      case 'customer-groups':
        return page([
          { code: 'REGULAR', customers: 214 },
          { code: 'STAFF', customers: 12 },
        ]);
      case 'layaways': {
        const stored = sales as unknown as (SaleDocument & { id: string })[];
        if (!id) return page(layawaysOf(stored, store, of('q')));
        const named = stored.find((sale) => sale.deposit?.layawayId === id && sale.deposit.setAside);
        const [found] = named ? layawaysOf(stored, named.storeId, String(named.receiptNumber)) : [];
        return found ?? null;
      }
      case 'sales':
        if (url.pathname.endsWith('/price-check')) {
          const asked = sales.find((sale) => sale.id === id);
          return asked ? priceCheck(asked) : null;
        }
        if (url.pathname.endsWith('/tenders')) return page(tendersOf(id ?? '', sales));
        return id ? (sales.find((sale) => sale.id === id) ?? null) : page(saleHeads(url, sales));
      case 'takings':
        return takings(url, sales);
      case 'stock-levels':
        return page(
          products
            .map((product, at) => ({
              locationId: store,
              productId: product.productId,
              sku: product.sku,
              name: product.name,
              onHand: String(((at * 37) % 60) - 3),
              reserved: '0',
              available: String(((at * 37) % 60) - 3),
              updatedAt: new Date(Date.now() - at * 3_600_000).toISOString(),
            }))
            .filter((level) => of('belowZero') !== 'true' || Number(level.onHand) < 0)
            .filter((level) => !of('sku') || level.sku === of('sku')),
        );
      default:
        return null;
    }
  }
}

const catalogProducts = products.map(({ productId, active, ...product }) => ({
  ...product,
  ...{ description: null, brand: null, familyId: null, options: {}, components: [] },
  id: productId,
  status: active ? 'ACTIVE' : 'INACTIVE',
}));

const page = (items: readonly unknown[]) => ({ items, nextCursor: null });

function saleHeads(url: URL, sales: readonly MockSale[]): Json[] {
  const fits = (sale: MockSale, name: string) => {
    const wanted = url.searchParams.get(name);
    return wanted === null || String(sale[name]) === wanted;
  };
  return sales
    .filter((sale) =>
      ['tillId', 'businessDate', 'receiptNumber', 'cashier'].every((name) => fits(sale, name)),
    )
    .filter((sale) => {
      const sku = url.searchParams.get('sku');
      return sku === null || sale.lines.some((line) => line.sku === sku);
    })
    .filter((sale) => {
      const hour = url.searchParams.get('hour');
      return hour === null || new Date(sale.occurredAt as string).getHours() === Number(hour);
    })
    .filter((sale) => {
      const origin = url.searchParams.get('returnOf');
      return origin === null || sale.lines.some((line) => line.returnOf?.saleId === origin);
    })
    .map((sale) => {
      const { lines, taxes: _, tenders: __, anomalies, ...head } = sale;
      return {
        ...head,
        lines: lines.length,
        anomalies: (anomalies as readonly unknown[]).length,
        priceDiffers: differs(sale),
      };
    });
}

/** Plausible figures: a shape of a day, plus what was really sold in this mock. */
function takings(url: URL, sales: readonly MockSale[]): Json {
  const group = url.searchParams.get('groupBy') ?? 'DAY';
  const day = url.searchParams.get('from') ?? '';
  const today = day === new Date().toISOString().slice(0, 10);
  const sold = sales.filter((sale) => sale.businessDate === day);
  const cents = (value: number) => (value / 100).toFixed(2);
  const row = (key: string, label: string, count: number, gross: number) => ({
    key,
    label,
    sales: count,
    returns: Math.floor(count / 18),
    units: String(count * 3),
    gross: cents(gross),
    net: cents(Math.round(gross / 1.12)),
    tax: cents(gross - Math.round(gross / 1.12)),
  });
  const shape = [0, 0, 0, 0, 0, 0, 2, 9, 14, 19, 22, 27, 35, 31, 24, 22, 28, 36, 31, 18, 6, 0, 0, 0];
  const until = today ? new Date().getHours() : 24;
  const items =
    group === 'HOUR'
      ? shape.flatMap((weight, hour) => {
          const count =
            weight +
            (today
              ? sold.filter((sale) => new Date(sale.occurredAt as string).getHours() === hour).length
              : 0);
          return count === 0 || hour > until
            ? []
            : [
                row(
                  String(hour).padStart(2, '0'),
                  `${String(hour).padStart(2, '0')}:00`,
                  count,
                  count * (1480 + ((hour * 97 + Number(day.slice(-2)) * 13) % 400)),
                ),
              ];
        })
      : products
          .slice(0, 8)
          .map((product, at) => row(product.sku, product.name, 60 - at * 6, (60 - at * 6) * 450));
  const total = items.reduce(
    (sum, item) => ({
      count: sum.count + item.sales,
      gross: sum.gross + Math.round(Number(item.gross) * 100),
    }),
    { count: 0, gross: 0 },
  );
  const { key: _, label: __, ...figures } = row('', '', total.count, total.gross);
  return { items, total: figures, completeTo: new Date().toISOString() };
}

function jwt(claims: Json): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.mock`;
}

function idOf(token: string | null): string {
  const claims = token?.split('.')[1];
  return claims ? (JSON.parse(Buffer.from(claims, 'base64url').toString()) as { jti: string }).jti : '';
}

const fingerprint = (body: unknown) => createHash('sha256').update(JSON.stringify(body)).digest('hex');

const problem = (status: number, slug: string, detail: string) => ({
  type: `/problems/${slug}`,
  title: detail,
  status,
  detail,
});

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader('Content-Type', status < 400 ? 'application/json' : 'application/problem+json');
  response.end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
