import { writeFile } from 'node:fs/promises';

import PDFDocument from 'pdfkit';
import { describe, expect, it, vi } from 'vitest';

import { facesOf, runsOf } from '@/lib/outside/pdf/faces';

import { invoicePdf, paperOf } from './paper';
import type { InvoiceView } from './queries';

const invoice = (more: Partial<InvoiceView['content']> = {}, kind: InvoiceView['kind'] = 'INVOICE'): InvoiceView => ({
  ...{ id: 'a', number: 'INV-000041', kind, at: new Date('2026-11-29T23:30:00Z') },
  content: {
    seller: {
      name: 'Foxtail Audio GmbH',
      address: 'Mühlenweg 12\n10115 Berlin',
      taxNumbers: [{ name: 'VAT', number: 'DE123456789' }],
    },
    buyer: { lines: ['王小明', '科技园路1号 5栋 1203室', '深圳市 南山区 广东省 518057'], country: 'CN' },
    timeZone: 'Europe/Berlin',
    locale: 'en',
    order: { number: 'A1B2C3D4E5', paidAt: '2026-11-29T10:00:00.000Z' },
    currency: 'EUR',
    lines: [
      { title: { en: 'Foxtail Air · Ink', zh: '狐尾 Air · 墨黑' }, quantity: 2, netMinor: 20_000, taxMinor: 3_800 },
      { title: { en: 'Case', zh: '收纳盒' }, quantity: 1, netMinor: 1_000, taxMinor: 190 },
    ],
    shipping: { netMinor: 500, taxMinor: 95 },
    tax: { name: 'VAT', ppm: 190_000 },
    ...{ netMinor: 21_500, taxMinor: 4_085, totalMinor: 25_585 },
    ...more,
  },
});

const pdfOf = async (view: InvoiceView) => Buffer.from(await invoicePdf(view, 'test'));

describe('an invoice', () => {
  it('is dated in the shop’s days, in the language of its order, and its rows come to its total', () => {
    const paper = paperOf(invoice());
    expect(paper.title).toBe('Invoice INV-000041');
    expect(paper.from).toEqual(['Foxtail Audio GmbH', 'Mühlenweg 12', '10115 Berlin', 'VAT DE123456789']);
    expect(paper.facts).toEqual([
      ['Date', '2026-11-30'],
      ['Order', 'A1B2C3D4E5'],
      ['Paid on', '2026-11-29'],
    ]);
    expect(paper.rows.map(({ text, cells }) => [text, ...cells])).toEqual([
      ['2 × Foxtail Air · Ink', '200.00', '38.00', '238.00'],
      ['1 × Case', '10.00', '1.90', '11.90'],
      ['Shipping', '5.00', '0.95', '5.95'],
    ]);
    expect(paper.totals.map(({ text, cells }) => [text, ...cells])).toEqual([
      ['Net total', '215.00'],
      ['VAT, 19%', '40.85'],
      ['Total (EUR)', '255.85'],
    ]);
    expect(paperOf(invoice({ locale: 'zh' })).rows[0]!.text).toBe('狐尾 Air · 墨黑 × 2');
  });

  it('of a part that went back is one sum, of its invoice', () => {
    const part = { lines: [], shipping: { netMinor: 0, taxMinor: 0 }, netMinor: 840, taxMinor: 160, totalMinor: 1_000 };
    const paper = paperOf(invoice({ ...part, invoice: 'INV-000041' }, 'CREDIT_NOTE'));
    expect(paper.rows.map(({ text, cells }) => [text, ...cells])).toEqual([
      ['Partial refund', '8.40', '1.60', '10.00'],
    ]);
    expect(paper.facts.at(-1)).toEqual(['For invoice', 'INV-000041']);
  });

  it('is a PDF that has the letters of both languages, over as many sheets as it needs', async () => {
    const many = Array.from({ length: 60 }, (_, at) => ({
      title: { en: `A long name of an article that does not fit into one line of a table, ${at}`, zh: '名称' },
      ...{ quantity: 1, netMinor: 100, taxMinor: 19 },
    }));
    const [short, long] = [await pdfOf(invoice({ locale: 'zh' })), await pdfOf(invoice({ lines: many }))];
    const sheets = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length;
    expect(short.subarray(0, 5).toString()).toBe('%PDF-');
    expect([sheets(short), sheets(long)]).toEqual([1, 4]);
    if (process.env.KEEP_PDF) await writeFile(`${process.env.KEEP_PDF}/short.pdf`, short);
    if (process.env.KEEP_PDF) await writeFile(`${process.env.KEEP_PDF}/long.pdf`, long);
  });

  it('of several sheets says on each which it is and what its columns are, and on one alone neither', async () => {
    const words: string[] = [];
    const text = vi.spyOn(PDFDocument.prototype, 'text').mockImplementation(function (this: PDFKit.PDFDocument, said) {
      words.push(String(said));
      return this;
    });
    const line = { title: { en: 'Case', zh: '收纳盒' }, quantity: 1, netMinor: 100, taxMinor: 19 };
    await pdfOf(invoice());
    expect(words).not.toContain('1 / 1');
    words.length = 0;
    await pdfOf(invoice({ lines: Array.from({ length: 80 }, () => line) }));
    text.mockRestore();
    const sheets = words.filter((word) => /^\d \/ \d$/.test(word));
    expect(sheets).toEqual(['1 / 3', '2 / 3', '3 / 3']);
    expect(words.filter((word) => word.includes('EUR') && !word.includes('Total'))).toHaveLength(3);
  });

  it('is the same, byte for byte, whenever it is written', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      vi.setSystemTime(new Date('2027-01-01T00:00:00Z'));
      const once = await pdfOf(invoice());
      vi.setSystemTime(new Date('2031-06-01T00:00:00Z'));
      expect((await pdfOf(invoice())).equals(once)).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it('holds whatever somebody types as their name, and never more than its sheet', async () => {
    for (const name of [
      '😀'.repeat(40),
      'ש'.repeat(80),
      'W'.repeat(80),
      '\u0000\u0007\u202e evil',
      'e\u0301'.repeat(40),
      '\ud800',
      '的'.repeat(80),
      '(\\) Tj',
    ])
      expect((await pdfOf(invoice({ buyer: { lines: [name], country: 'XX' } }))).subarray(-6).toString()).toContain(
        'EOF',
      );
  });

  it('draws each letter from a part of a font that has it, whatever the parts say of themselves, and what none has as a box', async () => {
    for (const weight of [400, 700] as const) {
      const faces = await facesOf(weight);
      // Of the places that shops send to: Polish, Czech, Turkish, Hungarian, Romanian, Vietnamese, Ukrainian, Greek, both writings of Chinese, Japanese.
      const letters =
        'ŁódźŻęąśÆœŒŠšůříěŽĞğİıŐűȚșĐđĺĽťNguyễnẤựЖукЄєЇїҐґΏραѠ–—’“€№中华中華說經師們樂风風とうきょうトウ，。（）·×';
      for (const letter of letters)
        expect([letter, faces.faceOf(letter.codePointAt(0)!).has(letter.codePointAt(0)!)]).toEqual([letter, true]);
      expect(runsOf('狐a狐', faces).map(({ text }) => text)).toEqual(['狐', 'a', '狐']);
      expect(runsOf('ก', faces)[0]!.face).toBe(runsOf('A', faces)[0]!.face);
    }
  });
});
