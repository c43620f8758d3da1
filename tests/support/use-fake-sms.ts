import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';

import { truncateAll } from './database';
import { startFakeSms, useSms, withoutSms, type FakeSms } from './fake-sms';
import { openTo } from './phones';

/** Tests with providers of messages that stand on this machine: each begins with an empty database, open to phones of China and the USA. */
export function useFakeSms(): { fake: FakeSms } {
  const sms = {} as { fake: FakeSms };
  beforeAll(async () => void (sms.fake = await startFakeSms()));
  afterAll(() => sms.fake.close());
  beforeEach(async () => {
    await truncateAll();
    Object.assign(sms.fake, { refusal: null, sent: [] });
    useSms(sms.fake);
    await openTo(['CN', 'US']);
  });
  afterEach(withoutSms);
  return sms;
}
