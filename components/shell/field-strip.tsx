/** A strip of millet that grows out of the footer. */
export const FieldStrip = () => (
  <svg viewBox="0 0 1440 80" preserveAspectRatio="xMidYMax slice" className="block h-16 w-full sm:h-20" aria-hidden>
    <use href="/illustrations/field.svg#art" />
  </svg>
);
