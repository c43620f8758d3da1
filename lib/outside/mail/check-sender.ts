import { Resolver } from 'node:dns/promises';

/** How one record of a sender's domain stands; `unknown` where the name server did not answer, `unasked` where nothing was asked. */
export type RecordState = 'right' | 'watching' | 'missing' | 'twice' | 'revoked' | 'unknown' | 'unasked';
export type SenderState = { domain: string; spf: RecordState; dkim: RecordState; dmarc: RecordState };

/** Answers the texts of a name, each joined from its pieces; throws with the codes of node:dns. */
export type LookUp = (name: string) => Promise<string[]>;

const resolver = new Resolver({ timeout: 3_000, tries: 2 });
const lookUp: LookUp = async (name) => (await resolver.resolveTxt(name)).map((pieces) => pieces.join(''));

/** Whether receivers can tell that mail of a domain is its own: SPF (RFC 7208), DKIM (RFC 6376) of the selector given, and DMARC (RFC 7489). */
export async function checkSender(domain: string, selector?: string, ask: LookUp = lookUp): Promise<SenderState> {
  const [spf, dkim, dmarc] = await Promise.all([
    spfOf(ask, domain),
    selector ? dkimOf(ask, `${selector}._domainkey.${domain}`) : ('unasked' as const),
    dmarcOf(ask, domain),
  ]);
  return { domain, spf, dkim, dmarc };
}

async function spfOf(ask: LookUp, domain: string): Promise<RecordState> {
  const texts = await textsOf(ask, domain);
  if (!texts) return 'unknown';
  const records = texts.filter((text) => /^v=spf1( |$)/i.test(text));
  // Two records are an error for every receiver (RFC 7208, 4.5).
  if (records.length > 1) return 'twice';
  return records.length === 1 ? 'right' : 'missing';
}

async function dkimOf(ask: LookUp, name: string): Promise<RecordState> {
  const texts = await textsOf(ask, name);
  if (!texts) return 'unknown';
  const key = texts.map((text) => /(?:^|;)\s*p=([^;]*)/.exec(text)?.[1]?.trim()).find((each) => each !== undefined);
  if (key === undefined) return 'missing';
  // An empty key says that it was taken back (RFC 6376, 3.6.1).
  return key === '' ? 'revoked' : 'right';
}

// A domain without a record follows that of the domain above it (RFC 7489, 6.6.3).
async function dmarcOf(ask: LookUp, domain: string): Promise<RecordState> {
  const texts = await textsOf(ask, `_dmarc.${domain}`);
  if (!texts) return 'unknown';
  const records = texts.filter((text) => /^v=DMARC1\s*(;|$)/i.test(text));
  if (records.length > 1) return 'twice';
  const [record] = records;
  if (record) return /;\s*p=none\b/i.test(record) ? 'watching' : 'right';
  const above = domain.split('.').slice(1);
  return above.length > 1 ? dmarcOf(ask, above.join('.')) : 'missing';
}

async function textsOf(ask: LookUp, name: string): Promise<string[] | null> {
  try {
    return await ask(name);
  } catch (error) {
    return /^(ENODATA|ENOTFOUND)$/.test(String((error as { code?: string }).code)) ? [] : null;
  }
}
