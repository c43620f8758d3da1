const unreserved = /[\w.~-]/;
const hex = (code: number) => `%${code.toString(16).toUpperCase().padStart(2, '0')}`;

/**
 * An address in the one spelling that pages are kept under (RFC 3986, 6.2.2): no dots or empty segments, capital hex digits,
 * and encoded what must be and nothing that need not. What cannot be decoded stays as it is.
 */
export function normalAddress(url: string): string {
  const query = url.indexOf('?');
  const [path, rest] = query < 0 ? [url, ''] : [url.slice(0, query), url.slice(query)];
  if (!/%|\/\/|\/\.|[^!-~]|[\\"<>^`{|}]/.test(path)) return url;
  const spelt = path
    .replace(/[^!-~]|[\\"<>^`{|}]/g, (letter) => hex(letter.charCodeAt(0)))
    .replace(/%[0-9a-f]{2}/gi, (coded) => {
      const letter = String.fromCharCode(parseInt(coded.slice(1), 16));
      return unreserved.test(letter) ? letter : coded.toUpperCase();
    });
  return withoutDots(spelt) + rest;
}

function withoutDots(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}${path.endsWith('/') && parts.length > 0 ? '/' : ''}`;
}
