/** A shop from nothing, by hand: first administrator, brand, shipping, board, product, drop, opening; then a member buys, and is refunded. */
import { devices, type BrowserContextOptions, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';

import { codeIn } from '@/lib/notifications/mailbox-code';

import { startOwnShop, type OwnShop } from './support/own-shop';
import { expect, test } from './support/test';
import { wordsIn } from './support/words';

const { defaultBrowserType: _, ...phone } = devices['Pixel 7'];
const runs: [string, 'en' | 'zh', BrowserContextOptions][] = [
  ['in English at a desk', 'en', { viewport: { width: 1280, height: 900 } }],
  ['in Chinese on a phone', 'zh', { ...phone, locale: 'zh-CN' }],
];

const password = 'a long enough passphrase 7';
const boss = { name: 'Wren', handle: 'wren', email: 'wren@shop.test' };
const fan = { name: 'Ola', handle: 'ola', email: 'ola@fans.test' };

test.describe.configure({ mode: 'parallel', timeout: 300_000 });

for (const [name, locale, options] of runs)
  test(`from an empty database to a refund, ${name}`, async ({ browser }) => {
    const shop = await startOwnShop();
    try {
      const open = async () =>
        (await browser.newContext({ ...options, baseURL: shop.address, reducedMotion: 'reduce' })).newPage();
      const journey = steps(shop, locale);
      const [staff, guest] = [await open(), await open()];
      await journey.seesClosed(guest);
      await journey.becomesAdmin(staff);
      await journey.setsBrand(staff);
      await journey.hasManifest(guest);
      await journey.ships(staff);
      await journey.opensBoard(staff);
      await journey.addsProduct(staff);
      const slug = await journey.plansDrop(staff);
      await journey.opens(staff);
      await journey.signsUp(guest, `/${locale}/drops/${slug}`);
      const order = await journey.buys(guest, slug);
      await journey.refunds(staff, order);
      await journey.hasMoneyBack(guest, order);
    } finally {
      await shop.close();
    }
  });

function steps(shop: OwnShop, locale: 'en' | 'zh') {
  const t = wordsIn(locale);
  const country = new Intl.DisplayNames([locale === 'zh' ? 'zh-CN' : 'en'], { type: 'region' }).of('GB')!;
  const press = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true }).first().click();
  const field = (page: Page, named: string) => page.locator(`main [name="${named}"]`).first();
  // Behind the label of a field that must be filled stands a mark.
  const labelled = (page: Page, words: string) =>
    page.getByLabel(new RegExp(`^${words.replaceAll(/[()]/g, '.')}`)).first();
  const fill = async (page: Page, fields: Record<string, string>) => {
    for (const [named, value] of Object.entries(fields)) await field(page, named).fill(value);
  };
  const goStep = async (page: Page, step: 'brand' | 'shipping' | 'board' | 'product' | 'drop') => {
    await page.goto(`/${locale}/staff/setup`);
    await page.getByRole('link', { name: t(`staff.setupPage.steps.${step}.go`) }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/setup'));
  };
  const isDone = async (page: Page, step: 'brand' | 'shipping' | 'board' | 'product' | 'drop') => {
    await expect(async () => {
      await page.goto(`/${locale}/staff/setup`);
      await expect(page.getByText(t(`staff.setupPage.steps.${step}.done`))).toBeVisible({ timeout: 1_000 });
    }).toPass();
  };
  /** Who saves second sees what is saved by now, with what they typed in it, and is told where both typed. */
  const savesSecond = async (page: Page) => {
    await press(page, t('brand.form.save'));
    await expect(page.getByText(t('brand.meanwhile.field', { value: 'Kestrel' }))).toBeVisible();
    await expect(field(page, 'name')).toHaveValue('Merlin');
    await expect(field(page, 'nameZh')).toHaveValue('红隼');
    await expect(field(page, 'contact')).toHaveValue('hello@kestrel.test');
    await expect(field(page, 'currency')).toHaveValue('GBP');
    await fill(page, { name: 'Kestrel' });
    await press(page, t('brand.form.save'));
    await expect(page.getByText(t('brand.form.saved')).first()).toBeVisible();
    await page.close();
  };
  return {
    async seesClosed(page: Page) {
      const answer = await page.goto(`/${locale}`);
      expect(answer?.status()).toBe(503);
    },
    async becomesAdmin(page: Page) {
      const key = /#([\w-]{43})/.exec(await shop.admin('setup'))![1]!;
      await page.goto(`/${locale}/setup#${key}`);
      await field(page, 'handle').waitFor();
      await fill(page, { ...boss, password });
      await press(page, t('members.setup.submit'));
      await page.waitForURL(/second-factor|staff/);
      await page.goto(`/${locale}/staff/setup`);
      await fill(page, { oldPassword: password });
      await press(page, t('members.factor.begin'));
      const secret = (await page.locator('.font-mono.select-all').innerText()).trim();
      await fill(page, { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() });
      await press(page, t('members.factor.finish'));
      await page.getByRole('link', { name: t('members.factor.saved') }).click();
      await expect(page.getByRole('heading', { level: 1, name: t('staff.setupPage.title') })).toBeVisible();
    },
    async setsBrand(page: Page) {
      await goStep(page, 'brand');
      const second = await page.context().newPage();
      await second.goto(page.url());
      await fill(second, { name: 'Merlin', contact: 'hello@kestrel.test' });
      await fill(page, { name: 'Kestrel', nameZh: '红隼', shortName: 'Kestrel', shortNameZh: '红隼' });
      await field(page, 'currency').selectOption('GBP');
      await press(page, t('brand.form.save'));
      await expect(page.getByText(t('brand.form.saved')).first()).toBeVisible();
      await isDone(page, 'brand');
      await savesSecond(second);
    },
    // Browsers ask without cookies, also while the site is closed.
    async hasManifest({ request }: Page) {
      const answer = await request.get(`/${locale}/manifest.webmanifest`);
      const { name, icons } = (await answer.json()) as { name: string; icons: { src: string }[] };
      expect([name, icons.length]).toEqual([locale === 'zh' ? '红隼' : 'Kestrel', 3]);
      for (const { src } of icons) expect((await request.get(src)).headers()['content-type']).toBe('image/png');
    },
    async ships(page: Page) {
      await goStep(page, 'shipping');
      await press(page, t('markets.shipping.addZone'));
      await labelled(page, t('markets.shipping.name')).fill('Home');
      await page.getByText(t('markets.shipping.continents.europe'), { exact: true }).click();
      await page.getByLabel(country, { exact: true }).check();
      await labelled(page, t('markets.shipping.price')).fill('4.50');
      await press(page, t('markets.form.save'));
      await expect(page.getByText(t('markets.form.saved')).first()).toBeVisible();
      await isDone(page, 'shipping');
    },
    async opensBoard(page: Page) {
      await goStep(page, 'board');
      await fill(page, { name: 'Workshop', nameZh: '工坊' });
      await press(page, t('boardsStaff.open'));
      await isDone(page, 'board');
    },
    async addsProduct(page: Page) {
      await goStep(page, 'product');
      await fill(page, { title: 'Kestrel lamp', titleZh: '红隼灯', markdown: 'A lamp that *folds*.' });
      await labelled(page, t('catalog.edit.price', { currency: 'GBP' })).fill('60');
      await labelled(page, t('catalog.edit.grams')).fill('900');
      await field(page, 'state').selectOption('ACTIVE');
      await press(page, t('catalog.edit.save'));
      await isDone(page, 'product');
    },
    async plansDrop(page: Page) {
      await goStep(page, 'drop');
      await field(page, 'productId').selectOption({ index: 1 });
      await fill(page, { title: 'First lamps', titleZh: '第一批灯' });
      const opens = Date.now() + 600_000;
      await field(page, 'opensAt').fill(shopMinute(opens));
      await field(page, 'closesAt').fill(shopMinute(opens + 3_600_000));
      await page.locator('main [name^="units."]').first().fill('2');
      await press(page, t('drops.staff.save'));
      await page.waitForURL(/staff\/drops\/[0-9a-f-]{36}/);
      await page.getByText(t('drops.staff.announceOpen')).click();
      await press(page, t('drops.staff.announce'));
      const href = await page.getByRole('link', { name: t('drops.staff.publicLink') }).getAttribute('href');
      return href!.split('/').at(-1)!;
    },
    async opens(page: Page) {
      await page.goto(`/${locale}/staff/settings/opening`);
      await page.getByText(t('brand.opening.openAsk')).click();
      await press(page, t('brand.opening.open'));
      await expect(page.getByText(t('brand.opening.leadOpen'))).toBeVisible();
      // It is open everywhere within five seconds, for forms that are sent too.
      await page.waitForTimeout(5_000);
    },
    async signsUp(page: Page, next: string) {
      await expect(async () => expect((await page.goto(next))?.status()).toBe(200)).toPass({ timeout: 15_000 });
      await page.goto(`/${locale}/sign-up?next=${encodeURIComponent(next)}`);
      await fill(page, { ...fan, password });
      await press(page, t('members.signUp.submit'));
      await page.waitForURL(/confirm/);
      const code = () => codeIn(shop.mailsTo(fan.email).at(-1) ?? '');
      await expect.poll(code, { timeout: 20_000 }).toBeTruthy();
      await fill(page, { code: code()! });
      await press(page, t('members.confirm.submit'));
      await page.waitForURL(new RegExp(next));
    },
    async buys(page: Page, slug: string) {
      await shop.openIn(slug, 1);
      await expect(async () => {
        await page.goto(`/${locale}/drops/${slug}`);
        await page.getByRole('button', { name: claimWords(t) }).click({ timeout: 3_000 });
      }).toPass({ timeout: 30_000 });
      await page.getByRole('link', { name: t('drops.checkout') }).click();
      await field(page, 'country').selectOption('GB');
      await fill(page, {
        name: fan.name,
        line1: '5 Mill Lane',
        city: 'Leeds',
        postcode: 'LS1 4AP',
        phone: '+44 113 496 0000',
      });
      await page.locator('main form button[type=submit]').filter({ hasText: '64.50' }).click();
      // The gateway's own page.
      await page.waitForURL(/\/c\/pay\//);
      await press(page, 'Pay now');
      await page.waitForURL(new RegExp(`${shop.address}/${locale}/orders/`));
      await expect(page.getByText(t('orders.states.PAID'), { exact: true }).first()).toBeVisible({ timeout: 30_000 });
      return new URL(page.url()).pathname.split('/')[3]!;
    },
    async refunds(page: Page, order: string) {
      await page.goto(`/${locale}/staff/orders/${order}`);
      await page
        .locator('main summary')
        .filter({ hasText: t('orders.staff.refund') })
        .click();
      await fill(page, { reason: 'Changed their mind' });
      await press(page, t('orders.staff.refundDo', { total: '£64.50' }));
      await expect(page.getByText(t('orders.staff.refunded'))).toBeVisible();
    },
    async hasMoneyBack(page: Page, order: string) {
      await expect(async () => {
        await page.goto(`/${locale}/orders/${order}`);
        await expect(page.getByText(t('orders.states.REFUNDED'), { exact: true }).first()).toBeVisible({
          timeout: 1_000,
        });
      }).toPass({ timeout: 30_000 });
      await expect.poll(() => shop.mailsTo(fan.email).filter((mail) => mail.includes(order)).length).toBeGreaterThan(1);
    },
  };
}

// In front of the variant's name, whatever that is.
const claimWords = (t: ReturnType<typeof wordsIn>) =>
  new RegExp(`^${t('drops.claimVariant', { variant: '#' }).split('#')[0]!.trim()}`);

// A plan is typed in the shop's time zone, which is UTC until another is chosen.
const shopMinute = (at: number) => new Date(at).toISOString().slice(0, 16);
