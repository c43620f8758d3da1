const chinese = /\p{Script=Han}/gu;

/** The language a text is mostly written in: one Chinese character says about as much as three Latin letters. */
export function languageOf(text: string): 'en' | 'zh' {
  const han = text.match(chinese)?.length ?? 0;
  return han * 3 > text.replace(/\s/g, '').length - han ? 'zh' : 'en';
}
