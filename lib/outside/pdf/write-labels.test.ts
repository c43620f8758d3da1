import { expect, it } from 'vitest';

import { writeLabels, type LabelPaper } from './write-labels';

const label: LabelPaper = {
  from: ['Millet 有限公司', 'Keizersgracht 1', '1015 CN Amsterdam'],
  to: [{ text: '518000' }, { text: '广东省深圳市南山区科技园路一号' }, { text: '王小明', strong: true }],
  country: 'CHINA',
  phone: '+86 138 0000 0000',
  service: 'Demo Standard',
  weight: '0.5 kg',
  words: { from: 'From', to: 'To' },
  order: 'M123',
  code: 'DM473124829XX',
  at: 0,
  lang: 'en',
};

it('is written page by page at 100 × 150 mm, the same byte for byte', async () => {
  const bytes = await writeLabels([label, { ...label, to: [{ text: 'x'.repeat(400) }], service: '' }]);
  const text = bytes.toString('latin1');
  expect(text.match(/\/Type \/Page\b[^s]/g)).toHaveLength(2);
  expect(text).toContain('[0 0 283.46 425.2]');
  expect(bytes.equals(await writeLabels([label, { ...label, to: [{ text: 'x'.repeat(400) }], service: '' }]))).toBe(
    true,
  );
});
