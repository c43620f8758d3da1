/** Addresses that lead to nothing, and those that stand for both languages. */
import { expect, test } from './support/test';

test('without JavaScript an address that leads to nothing says so in the reader’s language, with 404', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const paths = ['/boards/nothing', '/t/999999', '/products/nothing', '/drops/nothing', '/drops/nothing/report', '/drops/nothing/draw', '/releases/nothing', '/roadmap/nothing', '/ideas/nothing', '/u/nobody-here', '/nothing/here'];
  for (const [locale, words] of [['en', 'Nothing grows here'], ['zh', '这里什么也没长出来']] as const) {
    for (const path of paths) {
      const answer = await page.goto(`/${locale}${path}`);
      expect.soft([path, answer?.status()]).toEqual([path, 404]);
      await expect.soft(page.getByRole('heading', { level: 1 }), path).toHaveText(words);
      expect.soft(await page.locator('html').getAttribute('lang'), path).toBe(locale === 'zh' ? 'zh-CN' : 'en');
      await expect.soft(page.locator('meta[name=robots]').first(), path).toHaveAttribute('content', /noindex/);
    }
  }
});

test('a mention leads to the profile in the reader’s language', async ({ request }) => {
  const lead = async (headers: Record<string, string>) => (await request.get('/u/ines', { headers, maxRedirects: 0 })).headers().location;
  expect(await lead({ 'accept-language': 'zh-CN,zh;q=0.9' })).toBe('/zh/u/ines');
  expect(await lead({ 'accept-language': 'zh-CN', cookie: 'millet-locale=en' })).toBe('/en/u/ines');
  expect((await request.get('/u/%2F%2Fevil.example', { maxRedirects: 0 })).headers().location).toMatch(/^\/(en|zh)\/u\/%2F%2Fevil\.example$/);
});
