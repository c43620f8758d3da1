import { expect, it } from 'vitest';

import { typeOf } from './content-type';

it.each([
  ['text/html; charset=GBK', 'text/html', 'gbk'],
  ['text/html;x=y; Charset = "windows-1252" ;charset=utf-8', 'text/html', 'windows-1252'],
  ['text/html; charset=""', 'text/html', ''],
  ['text/html; notcharset=gbk', 'text/html', ''],
  [`text/html; charset=${'x'.repeat(1_000)}`, 'text/html', ''],
  ['text/html', 'text/html', ''],
])('header %# has its type and its encoding', (header, contentType, charset) => {
  expect(typeOf(header)).toEqual({ contentType, charset });
});
