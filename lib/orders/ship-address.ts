/** Where an order goes, as it is read from its row. */
export const shipAddress = {
  shipName: true,
  shipLine1: true,
  shipLine2: true,
  shipCity: true,
  shipRegion: true,
  shipPostcode: true,
  shipCountry: true,
  shipPhone: true,
} as const;
