const faces = [
  new URL('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2', import.meta.url),
  new URL('@fontsource-variable/fraunces/files/fraunces-latin-opsz-normal.woff2', import.meta.url),
];

/** The two Latin faces of every first screen, asked for before the style sheet names them: words are seldom drawn in a fallback first. */
export const FontPreloads = () => faces.map((face) => <link key={face.pathname} rel="preload" href={String(face)} as="font" type="font/woff2" crossOrigin="anonymous" />);
