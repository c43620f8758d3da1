import { describe, expect, it } from 'vitest';

import { asEmail } from './email';

describe('an e-mail address', () => {
  it.each([
    ['a@例子.中国', 'a@xn--fsqu00a.xn--fiqs8s'],
    ['a@xn--fsqu00a.xn--fiqs8s', 'a@xn--fsqu00a.xn--fiqs8s'],
    ['я@xn--p1ai', null],
    ['a@почта.рф', 'a@xn--80a1acny.xn--p1ai'],
    ['user!x@example.com', 'user!x@example.com'],
    ['a/b@example.com', 'a/b@example.com'],
    ["o'neil+tag@Sub.Example.COM ", "o'neil+tag@sub.example.com"],
    ['ｌｉｎ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'lin@example.com'],
    ['lin@example。com', 'lin@example.com'],
    ['\u200blin@example.com\u202c', 'lin@example.com'],
    ['a@bücher.example', 'a@xn--bcher-kva.example'],
  ])('%s is kept as %s', (typed, kept) => expect(asEmail(typed)).toBe(kept));

  it.each([
    '',
    '@',
    'a@',
    '@example.com',
    'a@b',
    'a@@b.com',
    'a b@example.com',
    'a@exam ple.com',
    'a@example.com\nbcc:b@example.com',
    'a@example.com,b@example.com',
    '.a@example.com',
    'a..b@example.com',
    'a.@example.com',
    'a@-example.com',
    'a@example..com',
    'a@127.0.0.1',
    'a@[127.0.0.1]',
    'a@0x7f.1',
    'a@example.com:25',
    'a@example.com/x',
    'a@example.com?x',
    'a@example.com#x',
    'a@%61.com',
    'a"b@example.com',
    '<a@example.com>',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(64)}.com`,
    `a@${'b.'.repeat(130)}com`,
    'a\ud800@example.com',
    'a@\ud800.com',
  ])('%j is none', (typed) => expect(asEmail(typed)).toBeNull());
});
