/** What a buyer fills in. */
export const address = {
  name: 'Lin Wei',
  line1: '5 Mill Lane',
  line2: '',
  city: 'Leeds',
  region: '',
  postcode: 'LS1 4AP',
  country: 'GB',
  phone: '+44 113 496 0000',
} as const;
