const TOKEN =
  /[ \t\r\n]*(?:("[^"\\\f\n\r\t\v]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\f\n\r\t\v]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([[\]{},:]))/y;

type Expect = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

/** The line of the first fault in a text that JSON.parse refused; Node does not always say where it is. */
export function jsonFaultLine(text: string): number {
  const open: string[] = [];
  let expect: Expect = 'value';
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) break;
    const next = follow(expect, match[1] ? 'string' : match[2] ? 'literal' : (match[3] ?? ''), open);
    if (!next) break;
    expect = next;
    at = TOKEN.lastIndex;
  }
  const fault = /\S/.exec(text.slice(at));
  return text.slice(0, at + (fault?.index ?? 0)).split('\n').length;
}

function follow(expect: Expect, token: string, open: string[]): Expect | undefined {
  if (token === ']' || token === '}') return close(expect, token, open);
  if (token === ',')
    return expect === 'comma-or-end' && open.length > 0 ? (open.at(-1) === '{' ? 'key' : 'value') : undefined;
  if (token === ':') return expect === 'colon' ? 'value' : undefined;
  if (expect === 'key' || expect === 'key-or-end') return token === 'string' ? 'colon' : undefined;
  if (expect !== 'value' && expect !== 'value-or-end') return undefined;
  if (token === '{' || token === '[') {
    open.push(token);
    return token === '{' ? 'key-or-end' : 'value-or-end';
  }
  return 'comma-or-end';
}

function close(expect: Expect, token: string, open: string[]): Expect | undefined {
  const fits = token === ']' ? '[' : '{';
  const allowed = expect === 'comma-or-end' || expect === (token === ']' ? 'value-or-end' : 'key-or-end');
  return allowed && open.pop() === fits ? 'comma-or-end' : undefined;
}
