import { expect, it } from 'vitest';

import { newMark, withoutMarks } from './upload-marks';

it('marks of pictures on their way are taken out, pictures and links stay', () => {
  expect(withoutMarks(`Here: ${newMark('Uploading 1 picture…')}\nand ${newMark('正在上传 1 张图片…')}\n`)).toBe(
    'Here: and ',
  );
  expect(withoutMarks('![Uploading 1 picture…](#0f3a9c21)\nx')).toBe('x');
  const kept = '![a](/files/0f3a9c21.webp) [b](#0f3a9c21) ![c](#about)';
  expect(withoutMarks(kept)).toBe(kept);
});
