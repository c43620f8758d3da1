import { describe, expect, it } from 'vitest';

import { terminalLine, terminalLines } from './terminal';

describe('a line for a terminal', () => {
  it('keeps words of every script and what is set in from the left', () => {
    expect(terminalLine('  left out: 3 小米 – “тест” 👩‍🚀')).toBe('  left out: 3 小米 – “тест” 👩‍🚀');
  });

  it.each([
    ['colours', 'red \u001b[31mname\u001b[0m', 'red [31mname[0m'],
    ['a title of the window', '\u001b]0;owned\u0007name', ']0;ownedname'],
    ['the short form of an escape', 'na\u009b2Jme', 'na2Jme'],
    ['a line of its own', 'name\nimported 9 threads\r\nand\rmore', 'name imported 9 threads and more'],
    ['a cursor that goes back', 'name\b\b\b\brefused', 'namerefused'],
    ['a tab and other separators', 'a\tb\u2028c\u0085d', 'a b c d'],
    ['a turned direction', 'gro\u202egnp.up', 'grognp.up'],
  ])('has none of %s', (_, given, wanted) => expect(terminalLine(given)).toBe(wanted));

  it('ends somewhere', () => {
    expect(terminalLine('x'.repeat(50_000_000))).toHaveLength(2_001);
    expect(terminalLine('x'.repeat(50), 10)).toBe('xxxxxxxxxx…');
  });

  it('stays one of several', () => {
    expect(terminalLines('Usage: this\n   or: that\u001b[2J')).toBe('Usage: this\n   or: that[2J');
  });
});
