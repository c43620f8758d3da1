import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { missingToOpen, neededToOpen, requiredWithDatabaseUrl, settingProblems, settings } from '@/lib/core/settings';
import { readEnv } from '@/lib/core/env';
import { settingsTable } from '@/scripts/lib/settings-table';

const shop = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://shop@db.example/shop',
  AUTH_SECRET: 'x'.repeat(32),
  PUBLIC_URL: 'https://shop.example',
  MAIL_FROM: 'Shop <shop@shop.example>',
  SMTP_URL: 'smtps://mail.example',
  STRIPE_SECRET_KEY: 'sk_test_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
};

describe('settings', () => {
  it('stand in docs/settings.md, every one of them (npm run docs:settings)', () => {
    expect(readFileSync('docs/settings.md', 'utf8')).toContain(settingsTable());
  });

  it('each say what they mean', () => {
    expect(Object.entries(settings.shape).filter(([, shape]) => !shape.description)).toEqual([]);
  });

  it('suffice for a shop, and for the embedded demo without any', () => {
    expect(settingProblems(shop)).toEqual([]);
    expect(settingProblems({ NODE_ENV: 'production' })).toEqual([]);
  });

  it.each(requiredWithDatabaseUrl)('name %s when it is all that is missing', (name) => {
    for (const blank of [undefined, '', '  ']) {
      const problems = settingProblems({ ...shop, [name]: blank });
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(new RegExp(`^${name} is missing`));
    }
  });

  it('are two for a start on an own database, and those for opening are named', () => {
    const { NODE_ENV, DATABASE_URL, AUTH_SECRET } = shop;
    const bare = { NODE_ENV, DATABASE_URL, AUTH_SECRET };
    expect(settingProblems(bare)).toEqual([]);
    expect(missingToOpen(bare)).toEqual(neededToOpen);
    expect(missingToOpen(shop)).toEqual([]);
    expect(missingToOpen({})).toEqual([]);
    expect(readEnv(bare)).toMatchObject({ hasMail: false, hasPayments: false });
    expect(readEnv(shop)).toMatchObject({ hasMail: true, hasPayments: true });
  });

  it.each(['SMTP_URL', 'MAIL_FROM', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'])(
    'want %s beside its pair',
    (name) => {
      expect(settingProblems({ ...shop, [name]: '' })).toEqual([expect.stringMatching(`^${name} is missing`)]);
    },
  );

  it('refuse demo payments beside any key that can take money, and take them where they are asked for by name', () => {
    const { STRIPE_SECRET_KEY: _, STRIPE_WEBHOOK_SECRET: __, ...keyless } = shop;
    const key = { STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_WEBHOOK_SECRET: 'whsec_1', PAYMENTS: 'demo' };
    for (const given of [{ ...keyless, ...key }, key])
      expect(settingProblems(given)).toEqual([
        expect.stringContaining('not allowed beside STRIPE_SECRET_KEY'),
        expect.stringContaining('not allowed beside STRIPE_WEBHOOK_SECRET'),
      ]);
    const tried = { ...keyless, PAYMENTS: 'demo' };
    expect(settingProblems(tried)).toEqual([]);
    expect(missingToOpen(tried)).toEqual([]);
    expect(readEnv(tried)).toMatchObject({ hasPayments: true, hasDemoGateway: true, triesPayments: true });
    expect(readEnv(keyless)).toMatchObject({ hasPayments: false, hasDemoGateway: false, triesPayments: false });
    expect(readEnv(shop)).toMatchObject({ hasDemoGateway: false, triesPayments: false });
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['AUTH_SECRET', 'short'],
    ['PUBLIC_URL', 'shop.example'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['WORKER', 'yes'],
  ])('refuse %s=%s by name', (name, value) => {
    expect(settingProblems({ ...shop, [name]: value }).join()).toContain(name);
  });
});
