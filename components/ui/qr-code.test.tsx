import { readdirSync, readFileSync } from 'node:fs';

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';

import { QrCode } from './qr-code';

it('draws a QR code black on white, whatever the theme', () => {
  const drawn = renderToStaticMarkup(<QrCode qr={{ size: 4, path: 'M1 1h1v1h-1z' }} label="A code" />);
  expect(drawn).toContain('<rect width="4" height="4" fill="#fff">');
  expect(drawn).toContain('<path d="M1 1h1v1h-1z" fill="#000">');
});

it('relies nowhere on white and black, which the themes do not have', () => {
  const files = ['components', 'app'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  );
  const wrong = files.filter(
    (file) => file.endsWith('.tsx') && /\b(bg|text|fill|border)-(white|black)\b/.test(readFileSync(file, 'utf8')),
  );
  expect(wrong.filter((file) => !file.endsWith('qr-code.test.tsx'))).toEqual([]);
});
