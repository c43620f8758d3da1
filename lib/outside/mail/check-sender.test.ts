import { describe, expect, it } from 'vitest';

import { checkSender } from './check-sender';

type Texts = Record<string, string[] | 'broken'>;

const named = (texts: Texts) => async (name: string) => {
  const found = texts[name];
  if (found === 'broken') throw Object.assign(new Error('no answer'), { code: 'ETIMEOUT' });
  if (!found) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  return found;
};

describe('the domain that mail is sent from', () => {
  it.each<[string, Texts, Partial<Record<'spf' | 'dkim' | 'dmarc', string>>]>([
    ['without any record', {}, { spf: 'missing', dkim: 'missing', dmarc: 'missing' }],
    ['that has SPF', { 'shop.example': ['other', 'v=spf1 include:mail.example -all'] }, { spf: 'right' }],
    ['whose SPF is two', { 'shop.example': ['v=spf1 -all', 'v=spf1 ~all'] }, { spf: 'twice' }],
    ['with a text that only looks like SPF', { 'shop.example': ['v=spf10 -all'] }, { spf: 'missing' }],
    [
      'whose name server is silent',
      { 'shop.example': 'broken', '_dmarc.shop.example': 'broken' },
      { spf: 'unknown', dmarc: 'unknown' },
    ],
    ['that has the key', { 's1._domainkey.shop.example': ['v=DKIM1; k=rsa; p=MIIB'] }, { dkim: 'right' }],
    ['whose key was taken back', { 's1._domainkey.shop.example': ['v=DKIM1; p='] }, { dkim: 'revoked' }],
    ['that has DMARC', { '_dmarc.shop.example': ['v=DMARC1; p=quarantine'] }, { dmarc: 'right' }],
    [
      'whose DMARC only watches',
      { '_dmarc.shop.example': ['v=DMARC1; p=none; rua=mailto:a@shop.example'] },
      { dmarc: 'watching' },
    ],
  ])('%s', async (_, texts, expected) => {
    expect(await checkSender('shop.example', 's1', named(texts))).toMatchObject(expected);
  });

  it('follows the DMARC of the domain above, but not of the ending that all share', async () => {
    const texts = { '_dmarc.shop.example': ['v=DMARC1; p=reject'], '_dmarc.example': ['v=DMARC1; p=reject'] };
    expect(await checkSender('mail.shop.example', undefined, named(texts))).toMatchObject({
      dmarc: 'right',
      dkim: 'unasked',
    });
    expect(await checkSender('other.example', undefined, named(texts))).toMatchObject({ dmarc: 'missing' });
  });
});
