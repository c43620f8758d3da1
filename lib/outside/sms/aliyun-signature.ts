import { createHash, createHmac } from 'node:crypto';

/** An access key of Alibaba Cloud. */
export type AccessKey = { id: string; secret: string };

export type Call = {
  host: string;
  action: string;
  version: string;
  query: Record<string, string>;
  /** ISO 8601 to the second, and a text that no other call has. */
  date: string;
  nonce: string;
};

/**
 * The query and the headers of a signed call, by version 3 of Alibaba Cloud's signature (ACS3-HMAC-SHA256) for a POST without a body.
 * https://help.aliyun.com/document_detail/2593177.html
 */
export function signedCall(key: AccessKey, { host, action, version, query, date, nonce }: Call) {
  const bodyDigest = sha256('');
  const signed: [string, string][] = [
    ['host', host],
    ['x-acs-action', action],
    ['x-acs-content-sha256', bodyDigest],
    ['x-acs-date', date],
    ['x-acs-signature-nonce', nonce],
    ['x-acs-version', version],
  ];
  const names = signed.map(([name]) => name).join(';');
  const search = Object.keys(query)
    .toSorted()
    .map((name) => `${encoded(name)}=${encoded(query[name]!)}`)
    .join('&');
  const lines = signed.map(([name, value]) => `${name}:${value}\n`).join('');
  const request = ['POST', '/', search, lines, names, bodyDigest].join('\n');
  const signature = createHmac('sha256', key.secret)
    .update(`${method}\n${sha256(request)}`)
    .digest('hex');
  const authorization = `${method} Credential=${key.id},SignedHeaders=${names},Signature=${signature}`;
  // The host goes with the connection.
  return { search, headers: { ...Object.fromEntries(signed.slice(1)), authorization } };
}

const method = 'ACS3-HMAC-SHA256';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

// RFC 3986: what encodeURIComponent leaves, but these, is not reserved.
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
