/**
 * What the installed Next does by itself, on a small app with nothing of ours. A test that fails here says that Next has
 * changed: the workaround that it names is needed no more, or must be looked at again.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { isMissing } from '@/lib/web/next-quirks/is-missing';
import { bareBuildMs, bareSources, startBareNext, type BareNext } from '@/tests/support/bare-next';

let bare: BareNext | undefined;
// Building that app takes longer than any other test, and its answers are those of one release of Next: another release is asked at once,
// and this one by `npm run test:soak`.
const answered = '16.4.6';
const { version: installed } = JSON.parse(readFileSync('node_modules/next/package.json', 'utf8')) as {
  version: string;
};
const asks = installed !== answered || Boolean(process.env.SOAK);

beforeAll(async () => {
  if (asks) bare = await startBareNext();
}, bareBuildMs);
afterAll(() => bare?.stop());

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${bare?.port}${path}`, { redirect: 'manual', ...init });
const whole = { headers: { 'user-agent': 'made-whole' } };
const body = async (response: Response) => (await response.text()).replaceAll(/<script\b.*?<\/script>/gs, '');

const tried: string[] = [];
const needed = (file: string, what: string, test: () => Promise<void>) => {
  tried.push(file);
  it.runIf(asks)(`${file}: ${what}`, test);
};

// The form of the page, as a browser without scripts would post it.
async function readForm(at = '/en/form'): Promise<FormData> {
  const form = new FormData();
  const page = await (await ask(at)).text();
  for (const [, name = '', value = ''] of page.matchAll(/name="(\$ACTION[^"]*)"(?: value="([^"]*)")?/g))
    form.append(name, value.replaceAll('&quot;', '"'));
  form.append('word', 'millet');
  return form;
}
const multipart = { 'content-type': 'multipart/form-data; boundary=x' };

describe('Next by itself', () => {
  needed('whole-pages.ts', 'begins a page with 200 before it can send the reader on', async () => {
    expect((await ask('/en/member/sent-on')).status).toBe(200);
    expect((await ask('/en/member/sent-on', whole)).status).toBe(307);
  });

  needed('answer.ts', 'says 404 only with a document that is empty until scripts run', async () => {
    for (const path of ['/en/member/missing', '/en/missing/a']) {
      const answer = await ask(path, whole);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await body(answer)).not.toContain('Nothing here');
    }
  });

  needed('unknown-language.ts', 'leaves the document of an address in no known language empty', async () => {
    const answer = await ask('/xx');
    expect(answer.status).toBe(404);
    expect(await body(answer)).not.toContain('Nothing here');
  });

  needed('refuse-unreadable.ts', 'answers 500 to escapes that stand for no characters', async () => {
    for (const path of ['/en/part/%ff', '/en/part/%zz']) expect([path, (await ask(path)).status]).toEqual([path, 500]);
  });

  needed(
    'lead-once.ts',
    'gives a page that leads elsewhere its Location twice when it has just been made',
    async () => {
      expect((await ask('/en/lead/first')).headers.get('location')).toBe('/, /');
      expect((await ask('/en/lead/first')).headers.get('location')).toBe('/');
    },
  );

  needed('router-state.ts', 'answers 500 to a state of the router that it cannot read', async () => {
    const headers = { rsc: '1', 'next-router-state-tree': 'garbage' };
    const { location } = Object.fromEntries((await ask('/en/form', { headers })).headers);
    expect((await ask(location!, { headers })).status).toBe(500);
  });

  needed('refuse-form.ts', 'answers 500 to a post from another site', async () => {
    const headers = { origin: 'http://elsewhere.example' };
    expect((await ask('/en/form', { method: 'POST', body: await readForm(), headers })).status).toBe(500);
  });

  needed('form-post.ts', 'answers 500 to a form that it cannot read', async () => {
    expect((await ask('/en/form', { method: 'POST', body: 'garbage', headers: multipart })).status).toBe(500);
  });

  needed(
    'unreadable-post.ts',
    'tells the form of a page from before an update in English, whatever the page',
    async () => {
      const form = await readForm();
      const [name, reference] = [...form].find(([key]) => key.endsWith(':0'))!;
      form.set(name, String(reference).replace(/"id":"\w+"/, `"id":"60${'0'.repeat(40)}"`));
      const answer = await ask('/zh/form', { method: 'POST', body: form });
      expect([answer.status, await answer.text()]).toEqual([409, 'Server Action unavailable.']);
    },
  );

  needed('overtaken.ts', 'gives and keeps a page that was being made while its data changed', async () => {
    const first = ask('/en/slow/page').then(body);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await ask('/handler/change', { method: 'POST' });
    const joined = ask('/en/slow/page').then(body);
    expect(await first).toContain('value(old)');
    expect(await joined).toContain('value(old)');
    expect(await body(await ask('/en/slow/page'))).toContain('value(old)');
    await ask('/handler/change', { method: 'POST' });
    expect(await body(await ask('/en/slow/page'))).toContain('value(new)');
  });

  needed('drop-before-answer.ts', 'forgets what an action has changed only after the action', async () => {
    const form = await readForm('/en/change');
    const changed = ask('/en/change', { method: 'POST', body: form }).then(body);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await body(await ask('/en/change'))).toContain('value(old)');
    expect(await changed).toContain('value(new)');
    expect(await body(await ask('/en/change'))).toContain('value(new)');
  });

  needed(
    'build-tsconfig.json',
    'writes its own types into the TypeScript configuration that a build reads',
    async () => {
      const include = (folder: string) =>
        (JSON.parse(readFileSync(path.join(folder, 'tsconfig.json'), 'utf8')) as { include: string[] }).include;
      expect(include(bareSources)).toEqual(['**/*.ts']);
      expect(include(bare!.folder)).toContain('.next/types/**/*.ts');
    },
  );

  needed(
    'coded-parts.ts',
    'gives a part of an address encoded to pages and decoded to heads and handlers',
    async () => {
      const page = await (await ask('/en/part/a%20b')).text();
      expect(page).toContain('<p>page(a%20b)</p>');
      expect(page).toContain('<title>head(a b)</title>');
      expect(await (await ask('/handler/a%20b')).text()).toBe('handler(a b)');
    },
  );

  needed('is-missing.ts', 'has no public name for what notFound() throws', async () => {
    const navigation = await import('next/navigation');
    expect(Object.keys(navigation).filter((name) => /^(unstable_)?is/.test(name))).toEqual([
      'unstable_isUnrecognizedActionError',
    ]);
    const thrown = await Promise.resolve().then(navigation.notFound).catch(isMissing);
    expect(thrown).toBe(true);
  });

  needed('posted.ts', 'gives a form that was posted without scripts no outcome', async () => {
    const page = await (await ask('/en/form', { method: 'POST', body: await readForm() })).text();
    expect(page).toContain('<output>nothing posted</output>');
  });
});

it('the release of Next that is installed has answered; where it has, and all is well, its number belongs above', () => {
  expect(installed).toBe(answered);
});

it('every workaround is tried', () => {
  const files = ['lib/server/next-quirks', 'lib/web/next-quirks', 'scripts/lib/next-quirks'].flatMap((folder) =>
    readdirSync(folder).filter((file) => !file.endsWith('.test.ts')),
  );
  expect([...new Set(tried)].toSorted()).toEqual(files.toSorted());
});
