import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { neutralBrand } from '@/lib/core/brand';
import { closedPage } from '@/lib/server/closed-page';

import { BrandMark } from './brand-mark';

const [light, dark] = [`/files/${'a'.repeat(64)}.webp`, `/files/${'b'.repeat(64)}.webp`];
const drawn = (mark: string, markDark: string | null) =>
  renderToStaticMarkup(<BrandMark mark={mark} markDark={markDark} className="size-9" />);

describe('the logo of a page', () => {
  it('is one picture in both themes where there is no second', () => {
    // React has the browser ask for it ahead.
    expect(drawn(light, null).replace(/<link[^>]*>/, '')).toBe(
      `<img src="${light}" alt="" class="object-contain block size-9"/>`,
    );
    expect(drawn(neutralBrand.mark, null)).toContain(`<use href="${neutralBrand.mark}#mark">`);
  });

  it('is shown by the style sheet where there are two: neither is a picture that a browser asks for without being shown', () => {
    const html = drawn(light, dark);
    expect(html).not.toContain('<img');
    expect(html).toMatch(new RegExp(`url\\(&quot;${light}&quot;\\)"[^>]* class="[^"]*dark:hidden`));
    expect(html).toMatch(new RegExp(`url\\(&quot;${dark}&quot;\\)"[^>]* class="[^"]*hidden dark:block`));
  });

  it('may be a drawing on light pages and a picture on dark ones', () => {
    const html = drawn(neutralBrand.mark, dark);
    expect(html).toMatch(/<svg[^>]* class="block dark:hidden/);
    expect(html).toContain(dark);
  });
});

describe('the logo of the closed page', () => {
  const page = (mark: string, markDark: string | null) => closedPage('en', { ...neutralBrand, mark, markDark }, '');

  it('is one of a picture’s sources, of which the browser asks for that of the system’s theme alone', () => {
    expect(page(light, dark)).toContain(
      `<picture><source media="(prefers-color-scheme: dark)" srcset="${dark}"><img src="${light}" alt=""></picture>`,
    );
    expect(page(light, null)).toContain(`<main><img src="${light}" alt=""><h1>`);
  });

  it('leaves a drawing to light pages where there is a second', () => {
    expect(page(neutralBrand.mark, dark)).toMatch(/<div class="light"><svg .*<picture class="dark"><source /);
    expect(page(neutralBrand.mark, null)).toContain('<main><svg');
  });
});
