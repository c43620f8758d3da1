import type { Brand } from '@/lib/core/brand';

import { lineBreak } from './schema';

/** What a mail says, part by part. */
export type MailParts = {
  lang: string;
  brand: string;
  heading: string;
  greeting: string;
  paragraphs: string[];
  code: { digits: string; note: string } | null;
  link: { href: string; label: string } | null;
  footer: string;
};

const ink = '#2a2118';
const quiet = '#6d6153';

/** The one look of all mail: tables and inline styles, because mail readers know little else. */
export function mailLayout(
  { lang, brand, heading, greeting, paragraphs, code, link, footer }: MailParts,
  { colour }: Pick<Brand, 'colour'>,
): string {
  const paper = colour.paper.light;
  const body = [greeting, ...paragraphs].filter(Boolean).map(paragraph).join('');
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escape(heading)}</title></head>
<body style="margin:0;background:${paper};color:${ink};font-family:-apple-system,'Segoe UI',Roboto,'PingFang SC','Noto Sans SC',sans-serif">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
<tr><td style="padding:0 8px 20px;font-size:18px;font-weight:700"><span style="display:inline-block;width:12px;height:12px;border-radius:12px 12px 12px 2px;background:${colour.accent.light};margin-right:9px"></span>${escape(brand)}</td></tr>
<tr><td style="background:#fffdf8;border:1px solid #e7dcc8;border-radius:14px;padding:32px">
<h1 style="margin:0 0 16px;font-size:24px;line-height:1.3;font-weight:700">${escape(heading)}</h1>
${body}${code ? digits(code) : ''}${link ? button(link, paper) : ''}
</td></tr>
<tr><td style="padding:20px 8px;font-size:13px;line-height:1.6;color:${quiet}">${escape(footer)}</td></tr>
</table></td></tr></table></body></html>`;
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 14px;font-size:16px;line-height:1.65">${escape(text).replaceAll(lineBreak, '<br>')}</p>\n`;
}

function digits({ digits: code, note }: NonNullable<MailParts['code']>): string {
  return `<p data-code style="margin:20px 0 8px;padding:16px;border-radius:10px;background:#fbeecb;text-align:center;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:32px;font-weight:700;letter-spacing:8px">${escape(code)}</p>
<p style="margin:0;font-size:14px;color:${quiet}">${escape(note)}</p>`;
}

function button({ href, label }: NonNullable<MailParts['link']>, paper: string): string {
  return `<p style="margin:24px 0 4px"><a href="${escape(href)}" style="display:inline-block;padding:12px 22px;border-radius:10px;background:${ink};color:${paper};font-size:16px;font-weight:600;text-decoration:none">${escape(label)}</a></p>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
