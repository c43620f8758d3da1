/** No address in imported words becomes a link to another site that looks like one of ours. */
import { describe, expect, it } from 'vitest';

import { renderMarkdown } from '@/lib/core/markdown/render-markdown';

import { toContent } from './discourse-content';
import { cleanImportedHtml, ours } from './imported-html';
import { htmlOfShop } from './shopify-html';

const shop = 'https://shop.example';
const link = (href: string) => `<p><a href="${href}">here</a></p>`;
/** Links without what tells search engines and browsers that they lead away. */
const trusted = (html: string) => [...html.matchAll(/<a href="([^"]*)">/g)].map(([, href]) => href);

describe('imported links', () => {
  it.each([
    'https://ours.invalid//evil.example/x',
    'https://ours.invalid/\\evil.example/x',
    'https://ours.invalid/staff',
    `${ours}//evil.example/x`,
    `${ours}/\\evil.example/x`,
    `${ours}/%2e//evil.example/x`,
    '//evil.example/x',
  ])('to %s lead to no other site as if it was ours', (href) => {
    for (const html of [htmlOfShop(link(href), shop), htmlOfShop(link(href)), cleanImportedHtml(link(href))])
      expect(trusted(html)).toEqual([]);
    const post = { html: link(href), raw: `[here](${href})`, polls: [] } as never;
    const { html, markdown } = toContent(post, { people: new Map(), base: 'https://old.example', placeOf: () => null });
    expect(trusted(html)).toEqual([]);
    expect(trusted(renderMarkdown(markdown).html)).toEqual([]);
  });

  it('to the old shop with more slashes than one lead to the same place here', () => {
    expect(trusted(htmlOfShop(link(`${shop}//products/mug`), shop))).toEqual(['/products/mug']);
    expect(trusted(htmlOfShop(link('/products/mug'), shop))).toEqual(['/products/mug']);
  });
});
