import type { Page } from '@playwright/test';

/** Fills the address of a checkout, in Great Britain. */
export async function fillAddress(page: Page): Promise<void> {
  await page.getByLabel('Country or region').selectOption('GB');
  for (const [label, value] of Object.entries({
    'Full name': 'Lin Wei',
    'Street and number': '5 Mill Lane',
    City: 'Leeds',
    Phone: '+44 113 496 0000',
  })) {
    await page.getByLabel(label).fill(value);
  }
  await page.getByLabel('Postcode').fill('LS1 4AP');
}
