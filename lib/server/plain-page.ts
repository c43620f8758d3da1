import { securityHeaderFields } from './headers';

/** The language of an address, for answers that are made without Next. */
export const localeOfPath = (path: string): 'en' | 'zh' => (/^\/zh(?![^/?])/.test(path) ? 'zh' : 'en');

/** Headers of an answer that is about one request and that nothing may keep. */
export const plainPageHeaders = {
  ...securityHeaderFields,
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'private, no-store',
};

// The colours of tokens.css, which the page cannot wait for.
const style = `:root{color-scheme:light dark}body{margin:0;display:grid;place-items:center;min-height:100vh;padding:1.5rem;box-sizing:border-box;background:light-dark(#faf6ed,#16120d);color:light-dark(#231c13,#f4ecdd);font:1.125rem/1.6 system-ui,sans-serif}main{max-width:32rem}h1{margin:0;font-size:1.375rem;line-height:1.4}p{margin:0 0 .5rem;color:light-dark(#655a49,#b9ad99)}a{display:inline-block;margin-top:1.25rem;color:light-dark(#825407,#eec06a)}`;

/** A page of one sentence and the way to the start page, for when Next makes none. The words are ours and hold no markup. */
export function plainPage(locale: 'en' | 'zh', status: number, words: string, home: string): string {
  return `<!doctype html><html lang="${locale === 'zh' ? 'zh-CN' : 'en'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${words}</title><style>${style}</style><main><p>${status}</p><h1>${words}</h1><a href="/${locale}">${home}</a></main></html>`;
}
