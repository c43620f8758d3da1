/** Unpacks the browser of @sparticuz/chromium, with the libraries it needs, into TMPDIR and prints its path. */
process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
const { default: chromium } = await import('@sparticuz/chromium');
console.log(await chromium.executablePath());
