/** The media type of a Content-Type header and the first charset that it names, in quotes or not; both in small letters, empty where there is none. */
export function typeOf(header: string): { contentType: string; charset: string } {
  const [type = '', ...parameters] = header.toLowerCase().split(';').slice(0, 20);
  const named = parameters.map((each) => /^\s*charset\s*=\s*("?)([\w.:+-]{1,40})\1\s*$/.exec(each)?.[2]);
  return { contentType: type.trim(), charset: named.find(Boolean) ?? '' };
}
