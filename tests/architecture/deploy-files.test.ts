import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { missingToOpen, settingProblems, settings } from '@/lib/core/settings';
import { bodyLimit } from '@/lib/server/request-limits';

const read = (name: string) => readFileSync(`docs/deploy/${name}`, 'utf8');

/** The settings of the example file, also those that wait behind a #, each as systemd and a shell read it. */
const example = Object.fromEntries(
  [...read('millet.env').matchAll(/^#?([A-Z_]+)=(?:"(.*)"|(.*))$/gm)].map(([, name, quoted, plain]) => [
    name!,
    quoted ?? plain!,
  ]),
);

// What is filled in must look so.
const shaped: Record<string, string> = {
  BACKUP_KEY: `AGE-SECRET-KEY-1${'Q'.repeat(58)}`,
  SMTP_URL: 'smtps://mail.example',
};

describe('the settings of docs/deploy', () => {
  it('are settings that Millet knows, and all that it needs to open', () => {
    expect(Object.keys(example).filter((name) => !(name in settings.shape))).toEqual([]);
    const filled = Object.fromEntries(
      Object.entries(example).map(([name, value]) => [name, value || (shaped[name] ?? 'x'.repeat(32))]),
    );
    expect(settingProblems(filled)).toEqual([]);
    expect(missingToOpen(filled)).toEqual([]);
  });

  it('hold no secret', () => {
    for (const name of ['AUTH_SECRET', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'METRICS_TOKEN', 'SMTP_URL'])
      expect(example[name], name).toBe('');
  });

  it('count the one proxy of nginx.conf, which names the visitor and is no way round the front', () => {
    const nginx = read('nginx.conf');
    expect(example.TRUSTED_PROXIES).toBe('1');
    expect(example.HOST).toBe('127.0.0.1');
    expect(nginx).toContain(`server ${example.HOST}:${example.PORT};`);
    // A location that sets a header of its own inherits none.
    expect(nginx).toMatch(/^ {4}proxy_set_header X-Forwarded-For \$proxy_add_x_forwarded_for;$/m);
    for (const [passed] of nginx.matchAll(/location [^}]*/g)) expect(passed).not.toContain('proxy_set_header');
    expect(nginx).not.toMatch(/proxy_set_header Upgrade/);
  });
});

it('nginx lets pass the longest body that Millet takes', () => {
  const mebibytes = Number(/client_max_body_size (\d+)m;/.exec(read('nginx.conf'))?.[1]);
  expect(mebibytes * 1024 * 1024).toBeGreaterThan(bodyLimit('/en/account'));
});

it.each(['start', 'worker'])('millet@%s waits longer for the end than the process takes', (name) => {
  const unit = read('millet@.service').replaceAll('%i', name);
  expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(Number(example.STOP_SECONDS));
  const script = /^ExecStart=\S+ scripts\/run\.mjs (\S+)$/m.exec(unit)?.[1];
  expect(() => readFileSync(script!)).not.toThrow();
});
