import { signIn } from './support/sign-in-form';
import { expect, test } from './support/test';
import { cookieOf, one, openDrop, publicPaths } from './support/world';

test('security headers stand on every kind of answer', async ({ request }) => {
  const { thread } = await publicPaths();
  const asset = /\/_next\/static\/[^"]+\.js/.exec(await (await request.get('/en')).text())![0];
  const answers: Record<string, string> = {
    page: '/en',
    thread: `/en${thread!}`,
    'member page': '/en/sign-in',
    missing: '/en/nothing-here',
    bare: '/',
    endpoint: '/api/viewer?path=/en',
    refusal: '/api/staff/drops/x/figures',
    'no endpoint': '/api/nothing',
    feed: '/en/boards/lounge/feed.xml',
    map: '/sitemap.xml',
    health: '/api/health',
    file: `/files/${'0'.repeat(64)}.webp`,
    picture: '/brand/mark.svg',
    script: asset,
    payment: '/demo-pay/none',
  };
  for (const [kind, address] of Object.entries(answers)) {
    const headers = (await request.get(address, { maxRedirects: 0 })).headers();
    expect.soft(headers['content-security-policy'], kind).toMatch(/default-src '(self|none)'/);
    expect.soft(headers['strict-transport-security'], kind).toMatch(/max-age=\d{8}/);
    expect.soft(headers['x-content-type-options'], kind).toBe('nosniff');
    expect.soft(headers['x-frame-options'], kind).toBe('DENY');
    expect.soft(headers['referrer-policy'], kind).toBe('strict-origin-when-cross-origin');
    expect.soft(headers['permissions-policy'], kind).toContain('camera=()');
    for (const act of ['create', 'get'])
      expect.soft(headers['permissions-policy'], kind).toContain(`publickey-credentials-${act}=(self)`);
    expect.soft(headers['x-powered-by'], kind).toBeUndefined();
  }
  const policy = (await request.get('/en')).headers()['content-security-policy']!;
  for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
    expect(policy).toContain(rule);
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*(\*|https:|data:)/);
});

test('claiming and voting have limits that answer 429 and say when to come back', async ({ request }) => {
  const { slug, variantId } = await openDrop(1);
  const claimant = await cookieOf('lars');
  const { pass } = (await (await request.post(`/api/drops/${slug}/pass`, { headers: claimant, data: {} })).json()) as {
    pass: string;
  };
  const claims = await Promise.all(
    Array.from({ length: 80 }, () =>
      request.post(`/api/drops/${slug}/claim`, { headers: claimant, data: { variantId, pass } }),
    ),
  );
  const stopped = claims.filter((answer) => answer.status() === 429);
  expect(stopped.length).toBeGreaterThan(10);
  expect(stopped[0]!.headers()['retry-after']).toMatch(/^\d+$/);
  expect(claims.filter((answer) => answer.status() === 201)).toHaveLength(1);

  const voter = await cookieOf('suhe');
  const post =
    await one(`SELECT p."id" FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Board" b ON b."id" = t."boardId" JOIN "Member" m ON m."id" = p."authorId"
    WHERE b."visibility" = 'PUBLIC' AND p."number" = 1 AND m."handle" <> 'suhe' AND NOT EXISTS (SELECT 1 FROM "Hiding" h WHERE h."postId" = p."id") ORDER BY t."number" LIMIT 1`);
  const votes: number[] = [];
  for (let round = 0; round < 14; round += 1) {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        request.post(`/api/posts/${post}/vote`, { headers: voter, data: { on: at % 2 === 0 } }),
      ),
    );
    votes.push(...answers.map((answer) => answer.status()));
  }
  expect([...new Set(votes)].toSorted()).toEqual([200, 429]);
  expect(votes.filter((status) => status === 200).length).toBeLessThanOrEqual(120);
});

test('a post from another site is refused by endpoints, uploads and forms', async ({ request, page }) => {
  const fan = await cookieOf('fan');
  const endpoints = ['/api/preview', '/api/upload', '/api/checkout', '/api/drops/air-first-wave/pass'];
  for (const path of endpoints) {
    for (const [name, foreign] of [
      ['origin', 'https://evil.example'],
      ['origin', 'null'],
      ['sec-fetch-site', 'cross-site'],
    ] as const) {
      expect([path, (await request.post(path, { headers: { ...fan, [name]: foreign }, data: {} })).status()]).toEqual([
        path,
        403,
      ]);
    }
  }
  expect(
    (
      await request.post('/api/preview', {
        headers: { ...fan, origin: process.env.E2E_ADDRESS! },
        data: { body: 'ours' },
      })
    ).status(),
  ).toBe(200);

  // The form as a browser without JavaScript sends it, once from our page and once from another.
  await page.goto('/en/sign-in');
  const hidden = await page
    .locator('form')
    .filter({ has: page.getByLabel(/^password/i) })
    .locator('input[type=hidden]')
    .evaluateAll((inputs) =>
      inputs.map((input) => [(input as HTMLInputElement).name, (input as HTMLInputElement).value]),
    );
  const form = {
    ...(Object.fromEntries(hidden) as Record<string, string>),
    email: 'okoro@demo.millet',
    password: 'millet-demo',
  };
  const send = (origin: string) =>
    request.post('/en/sign-in', { multipart: form, headers: { origin }, maxRedirects: 0 });
  expect((await send('https://evil.example')).headers()['set-cookie'] ?? '').not.toContain('session-token=ey');
  expect((await send(process.env.E2E_ADDRESS!)).headers()['set-cookie'] ?? '').toContain('session-token=ey');
});

test('"next" leads nowhere but to pages of this site', async ({ request, browser }) => {
  const evil = [
    '//evil.example',
    'https://evil.example/en',
    '/\\evil.example',
    '/en//evil.example/..//..//evil.example',
    '/%2F%2Fevil.example',
    'javascript:alert(1)',
    '/en@evil.example',
    '/en/../..//evil.example',
    '\t//evil.example',
  ];
  const fan = await cookieOf('fan');
  for (const next of evil) {
    const answer = await request.get(`/en/sign-in?next=${encodeURIComponent(next)}`, { headers: fan, maxRedirects: 0 });
    const target = new URL(answer.headers().location ?? '', process.env.E2E_ADDRESS!);
    expect([next, answer.status(), target.origin]).toEqual([next, 307, process.env.E2E_ADDRESS!]);
  }
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(page, `/en/sign-in?next=${encodeURIComponent('//evil.example')}`, 'okoro@demo.millet', 'millet-demo');
  expect(page.url()).toBe(`${process.env.E2E_ADDRESS!}/en`);
});

test('a page that calls itself a picture is refused, and nothing is kept of it', async ({ request }) => {
  // Of somebody who uploads nothing in the tests beside this one.
  const kept = `SELECT count(*) FROM "File" f JOIN "Member" m ON m."id" = f."uploaderId" WHERE m."handle" = 'lars'`;
  const html = '<!doctype html><script>alert(document.cookie)</script>';
  const gif = `GIF89a/*${html}*/=1`;
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  for (const body of [html, gif, svg, `\x89PNG\r\n\x1a\n${html}`, '']) {
    const answer = await request.post('/api/upload', {
      headers: {
        ...(await cookieOf('lars')),
        'content-type': 'image/png',
        'content-disposition': 'attachment; filename="cat.png"',
      },
      data: Buffer.from(body, 'latin1'),
    });
    expect([body.slice(0, 12), answer.status() >= 400 && answer.status() < 500]).toEqual([body.slice(0, 12), true]);
  }
  expect(await one(kept)).toBe('0');
});
