/**
 * What is slow, asked for by many members at once beside a drop, in a process of its own: previews of the dearest texts,
 * sign-ins with wrong passwords, and large pictures. Reads its orders from argv, prints one JSON line when it is told to
 * stop or its time is over.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { sessionCookie } from '@/lib/server/cookies';
import { sealSession } from '@/lib/server/token';

export type Flood = { ports: number[]; buyersFile: string; seconds: number; pictureFile: string };
/** How many were answered with each status. */
export type Flooded = Record<'previews' | 'signIns' | 'uploads', Record<string, number>>;

const members = 400;
const atOnce = { previews: 4, signIns: 4, uploads: 4 };
// As many elements as a text may have, most of them links in a table.
const text = `|a|b|\n|-|-|\n${Array.from({ length: 240 }, (_, at) => `|[a](https://fans.example/${at})|@fan_${at}|\n`).join('')}`;

const orders = JSON.parse(process.argv[2] ?? '{}') as Flood;
const picture = readFileSync(orders.pictureFile);
const ids = (JSON.parse(readFileSync(orders.buyersFile, 'utf8')) as string[]).slice(-members);
const cookies = await Promise.all(
  ids.map(async (memberId) => `${sessionCookie}=${await sealSession({ memberId, version: 1 })}`),
);
const origin = `http://127.0.0.1:${orders.ports[0]}`;
const signInForm = await readForm('/en/sign-in');
const told: Flooded = { previews: {}, signIns: {}, uploads: {} };
const end = Date.now() + orders.seconds * 1000;
let turn = 0;

await Promise.all([
  ...keepAsking('previews', (headers) =>
    post('/api/preview', headers, JSON.stringify({ body: text }), 'application/json'),
  ),
  ...keepAsking('signIns', (headers) => signIn(headers)),
  ...keepAsking('uploads', (headers) => post('/api/upload', headers, picture, 'image/webp')),
]);
process.stdout.write(`${JSON.stringify(told)}\n`);
process.exit(0);

type Headers = Record<string, string>;

function keepAsking(what: keyof Flooded, ask: (headers: Headers) => Promise<Response>): Promise<void>[] {
  return Array.from({ length: atOnce[what] }, async () => {
    while (Date.now() < end) {
      turn += 1;
      const headers = {
        cookie: cookies[turn % cookies.length]!,
        'x-forwarded-for': `10.77.${(turn >> 8) & 255}.${turn & 255}`,
      };
      const status = await ask(headers).then(
        async (response) => (await response.arrayBuffer(), String(response.status)),
        () => 'failed',
      );
      told[what][status] = (told[what][status] ?? 0) + 1;
    }
  });
}

function post(path: string, headers: Headers, body: string | Buffer | FormData, type?: string): Promise<Response> {
  return fetch(`${origin}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, ...headers, ...(type && { 'content-type': type }) },
    body: body as BodyInit,
  });
}

// As a browser without scripts sends it.
function signIn({ 'x-forwarded-for': address }: Headers): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of signInForm) form.set(name, value);
  form.set('email', `${randomUUID()}@fans.example`);
  form.set('password', 'not the password');
  return post('/en/sign-in', { 'x-forwarded-for': address! }, form);
}

async function readForm(path: string): Promise<[string, string][]> {
  const page = await (await fetch(`${origin}${path}`)).text();
  const form = page.split('<form').find((each) => each.includes('type="password"')) ?? '';
  const unescape = (value: string) => value.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const fields = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(
    ([input]) =>
      [/name="([^"]*)"/.exec(input)?.[1] ?? '', unescape(/value="([^"]*)"/.exec(input)?.[1] ?? '')] as [string, string],
  );
  if (fields.length === 0) throw new Error(`There is no form to sign in with at ${path}`);
  return fields;
}
