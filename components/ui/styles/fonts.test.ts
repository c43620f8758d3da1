import { readdirSync, readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

const read = (file: string) => readFileSync(file, 'utf8');

it('the font of language names has every character of the switch that Latin fonts lack', () => {
  const face =
    /['"]Language Names['"];[^}]*unicode-range: ([^;]+);/.exec(read('components/ui/styles/fonts.css'))?.[1] ?? '';
  const names = /const names[^;]+;/.exec(read('components/shell/locale-switch.tsx'))?.[0] ?? '';
  const wanted = [...names.matchAll(/\p{Script=Han}/gu)].map(
    ([sign]) => `U+${sign.codePointAt(0)!.toString(16).toUpperCase()}`,
  );
  expect(wanted).not.toEqual([]);
  expect(face.split(', ').toSorted()).toEqual([...new Set(wanted)].toSorted());
});

it('no width is measured in the digit of a font that is still to come', () => {
  const files = ['app', 'components']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
    .filter((file) => /(?<!\.test)\.(tsx?|css)$/.test(file));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => /\[[\d.]+ch\]|[\d.]ch;/.test(read(file)))).toEqual([]);
});
