import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerAwkwardly } from '@/tests/support/awkward-answers';
import { startLoopbackServer, type LoopbackServer } from '@/tests/support/loopback-server';
import {
  FetchRefused,
  createGuardedFetch,
  guardedFetch,
  isPublicAddress,
  type FetchOptions,
  type GuardedFetch,
} from '.';

let server: LoopbackServer;
/** The internet of these tests: one public name, on loopback; every other rule as in production. */
let inside: GuardedFetch;
const asked: string[] = [];

const NAMES: Record<string, string[]> = {
  'public.example': ['127.0.0.1'],
  'private.example': ['10.0.0.7'],
  'mixed.example': ['127.0.0.1', '192.168.0.1'],
  'metadata.example': ['169.254.169.254'],
  'six.example': ['::1'],
  'mapped.example': ['::ffff:10.0.0.1'],
  'empty.example': [],
};

const BLOCKED = `
  http://127.0.0.1/ http://127.1/ http://0177.0.0.1/ http://0x7f.0.0.1/ http://0x7f000001/ http://2130706433/
  http://017700000001/ http://127.0.0.1./ http://①②⑦.0.0.1/ http://127。0。0。1/ http://%31%32%37.0.0.1/ http://0/
  http://0.0.0.0/ http://10.1.2.3/ http://172.20.0.1/ http://192.168.0.1/ http://169.254.169.254/latest/
  http://100.64.1.1/ http://198.18.0.1/ http://192.0.2.1/ http://224.0.0.1/ http://240.0.0.1/
  http://255.255.255.255/ http://[::1]/ http://[::]/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/
  http://[::127.0.0.1]/ http://[fe80::1]/ http://[fd00:ec2::254]/ http://[fec0::1]/ http://[ff02::1]/
  http://[2002:7f00:1::]/ http://[64:ff9b::7f00:1]/ http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/
  http://[2001:db8::1]/ http://localhost/ https://127.0.0.1/`
  .trim()
  .split(/\s+/);

beforeAll(async () => {
  server = await startLoopbackServer(answerAwkwardly);
  inside = createGuardedFetch({
    ports: [80, 443, server.port],
    resolve: async (host) => {
      asked.push(host);
      if (host === 'slow.example') await new Promise((later) => setTimeout(later, 5_000).unref());
      if (!NAMES[host]) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
      return NAMES[host];
    },
    isAllowed: (ip, host) => (ip === '127.0.0.1' && host === 'public.example') || isPublicAddress(ip),
  });
});
beforeEach(() => {
  asked.length = 0;
  server.requests.length = 0;
});
afterAll(() => server.close());

describe('without any allowance', () => {
  it.each(BLOCKED)('%s is a blocked address', (address) => refuses(guardedFetch(address), 'blocked-address'));

  it.each([
    ['file:///etc/passwd', 'bad-scheme'],
    ['ftp://public.example/', 'bad-scheme'],
    ['gopher://public.example/', 'bad-scheme'],
    ['data:text/html,x', 'bad-scheme'],
    ['javascript:alert(1)', 'bad-scheme'],
    ['unix:/var/run/x.sock', 'bad-scheme'],
    ['http://public.example:22/', 'bad-port'],
    ['http://public.example:8080/', 'bad-port'],
    ['https://public.example:5432/', 'bad-port'],
    ['http://user@public.example/', 'bad-url'],
    ['http://user:secret@public.example/', 'bad-url'],
    ['http://public.example./', 'bad-url'],
    ['http://localhost./', 'bad-url'],
    ['http://[fe80::1%25eth0]/', 'bad-url'],
    ['http://1.2.3.4.5/', 'bad-url'],
    ['http://', 'bad-url'],
    ['/relative', 'bad-url'],
    ['', 'bad-url'],
  ])('%s is refused with %s', (address, code) => refuses(guardedFetch(address), code));
});

describe('by name', () => {
  it.each(['private.example', 'mixed.example', 'metadata.example', 'six.example', 'mapped.example'])(
    '%s is blocked, and nothing is asked of it',
    async (host) => {
      await refuses(inside(`http://${host}:${server.port}/hello`), 'blocked-address');
      expect(server.requests).toEqual([]);
    },
  );

  it.each(['unknown.example', 'empty.example'])('%s is unreachable', (host) =>
    refuses(inside(`http://${host}/`), 'unreachable'),
  );

  it('counts slow name servers into the time', async () => {
    await refuses(inside('http://slow.example/', { timeoutMs: 100 }), 'timeout');
  });

  it('connects to the address it checked, asking for the name once', async () => {
    let times = 0;
    const rebinding = createGuardedFetch({
      ports: [server.port],
      resolve: async () => [times++ === 0 ? '127.0.0.1' : '10.0.0.1'],
      isAllowed: (ip) => ip === '127.0.0.1',
    });
    expect((await rebinding(`http://rebinding.invalid:${server.port}/hello`)).ok).toBe(true);
    expect(times).toBe(1);
    expect(server.requests).toEqual([`GET rebinding.invalid:${server.port}/hello`]);
  });
});

describe('the answer', () => {
  it('comes whole', async () => {
    const { ok, status, contentType, charset, body, finalUrl } = await get('/hello');
    expect({ ok, status, contentType, charset, text: body.toString() }).toEqual({
      ok: true,
      status: 200,
      contentType: 'text/plain',
      charset: 'utf-8',
      text: 'hello',
    });
    expect(finalUrl).toBe(at('/hello'));
  });

  it('may be a failure of theirs', async () => expect(await get('/missing')).toMatchObject({ ok: false, status: 404 }));

  it.each(['gzip', 'deflate', 'br'])('is unpacked from %s', async (how) =>
    expect((await get(`/packed?${how}`)).body.toString()).toBe('hello'),
  );

  it('must be of an accepted type', async () => {
    await refuses(get('/hello', { accept: ['image/'] }), 'bad-type');
    expect((await get('/hello', { accept: ['image/', 'text/plain'] })).ok).toBe(true);
  });

  it.each(['/large', '/large-unannounced'])('%s is too large', (path) =>
    refuses(get(path, { maxBytes: 1_000 }), 'too-large'),
  );
  it('may be exactly as large as allowed', async () =>
    expect((await get('/large', { maxBytes: 5_000 })).body.length).toBe(5_000));

  it.each(['gzip', 'deflate', 'br'])('must not swell beyond the size (%s)', async (how) => {
    await refuses(get(`/bomb?${how}`, { maxBytes: 1_000_000 }), 'too-large');
  });

  it.each(['/silent', '/drip'])('%s takes too long', (path) => refuses(get(path, { timeoutMs: 200 }), 'timeout'));
  it.each(['/reset', '/broken-gzip'])('%s is unreachable', (path) => refuses(get(path), 'unreachable'));
  it('of an unknown packing is refused', () => refuses(get('/packed?zstd'), 'bad-type'));
});

describe('redirects', () => {
  it('are followed to a public place', async () => {
    const reply = await get(`/to?${at('/hello')}`);
    expect(reply.finalUrl).toBe(at('/hello'));
    expect((await get('/to?/hello')).body.toString()).toBe('hello');
    expect(asked).toHaveLength(4);
  });

  it.each([
    ['http://127.0.0.1:PORT/hello', 'blocked-address'],
    ['http://private.example/', 'blocked-address'],
    ['http://169.254.169.254/latest/meta-data', 'blocked-address'],
    ['//[::1]:PORT/hello', 'blocked-address'],
    ['file:///etc/passwd', 'bad-scheme'],
    ['http://public.example:6379/', 'bad-port'],
    ['http://user@public.example/', 'bad-url'],
  ])('to %s end with %s', async (target, code) => {
    await refuses(inside(at(`/to?${target.replace('PORT', String(server.port))}`)), code);
    expect(server.requests).toHaveLength(1);
  });

  it('end somewhere', async () => {
    await refuses(get('/loop', { maxRedirects: 2 }), 'too-many-redirects');
    expect(server.requests).toHaveLength(3);
    await refuses(get('/to?/hello', { maxRedirects: 0 }), 'too-many-redirects');
  });
});

describe('headers of one’s own', () => {
  const headers = { 'x-key': 'secret' };
  const plainly = () =>
    createGuardedFetch({
      ports: [server.port],
      plain: true,
      resolve: async () => ['127.0.0.1'],
      isAllowed: () => true,
    });

  it('go by https only', async () => {
    await refuses(get('/hello', { headers }), 'bad-scheme');
    expect(server.requests).toEqual([]);
  });

  it('go along within a site, and to no other', async () => {
    const reply = await plainly()(at('/to?/hello'), { headers });
    expect([reply.body.toString(), server.requests.length]).toEqual(['hello', 2]);
    await refuses(plainly()(at(`/to?http://other.example:${server.port}/hello`), { headers }), 'other-site');
    await refuses(plainly()(at(`/to?https://public.example:${server.port}/hello`), { headers }), 'other-site');
    expect(server.requests.filter((each) => each.startsWith('GET other.example'))).toEqual([]);
  });

  it('would go to another site without the guard', async () => {
    const reply = await plainly()(at(`/to?http://other.example:${server.port}/hello`));
    expect(reply.ok).toBe(true);
  });
});

describe('control', () => {
  it('with the guard off, the loopback is reached', async () => {
    const open = createGuardedFetch({ ports: [server.port], isAllowed: () => true });
    expect((await open(`http://127.0.0.1:${server.port}/hello`)).body.toString()).toBe('hello');
    expect((await open(`http://2130706433:${server.port}/hello`)).ok).toBe(true);
    expect((await open(`http://127.0.0.1:${server.port}/to?http://127.0.0.1:${server.port}/hello`)).ok).toBe(true);
    expect(server.requests).toHaveLength(4);
  });

  it('with only the port open, it is not', async () => {
    await refuses(
      createGuardedFetch({ ports: [server.port] })(`http://127.0.0.1:${server.port}/hello`),
      'blocked-address',
    );
    expect(server.requests).toEqual([]);
  });
});

function at(path: string): string {
  return `http://public.example:${server.port}${path}`;
}

function get(path: string, options?: FetchOptions) {
  return inside(at(path), options);
}

async function refuses(work: Promise<unknown>, code: string): Promise<void> {
  const error = await work.then(
    () => new Error('was not refused'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FetchRefused);
  expect((error as FetchRefused).code).toBe(code);
}
